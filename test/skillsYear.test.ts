/**
 * The year of the skills, by hand, step after step: the roster comes from a file with mistakes, units merge in the middle,
 * people are promoted, rotated, go and come back, act for another; needs become a plan, commented on, approved and carried
 * down. In the end every sum is the database's, the neighbour has seen nothing and the auditor changed nothing.
 */
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas, loadDemoVinhPhuc } from '#features/areas/demoPlaces.ts'
import { addDemoFormerOfficials, addDemoOfficials } from '#features/people/demo/officials.ts'
import { newId } from '#platform/server/ids.ts'
import { testDay } from './day.ts'
import { counted } from './formulas.ts'
import { aNorm, aProgramme, approvedTopics } from './training.ts'
import { refusal } from './untouched.ts'
import { openWorld, type PersonName, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  const client = await world.owner.connect()
  await loadDemoVinhPhuc(client, testDay)
  await addDemoOfficials(client, world.host.services.keys)
  await addDemoFormerOfficials(client, world.host.services.keys)
  client.release()
}, 60_000)
afterAll(() => world.close())

const { tamHongToday: tamHong, phuTho, villages } = demoAreas
const villageIds = villages.tamHong

async function must(person: PersonName, url: string, body: object = {}) {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, `${url}: ${reply.body}`).toBe(200)
  return reply.json()
}
const get = async (url: string, person: PersonName = 'lan') => (await world.as(person).get(url)).json()
const csvOf = async (url: string, person: PersonName = 'lan'): Promise<string[]> => {
  const reply = await world.as(person).get(url)
  expect(reply.statusCode, url).toBe(200)
  return reply.rawPayload.toString('utf8').trimEnd().split('\r\n').slice(1)
}
const one = async <T>(text: string, values: readonly unknown[] = []): Promise<T> =>
  (await world.owner.query(text, [...values])).rows[0] as T

/* The roster from a file. */

const heads = [
  ...['Số hiệu cán bộ', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Dân tộc', 'Số điện thoại', 'Đơn vị', 'Chức danh'],
  ...['Từ ngày', 'Đến hết ngày'],
] as const
type Cells = Partial<Record<(typeof heads)[number], string>>
const rows = 2000
const cellsOf = (at: number): Cells => {
  const letters = 'ABCDEGHIKLMNOPQRSTUVXY'
  const [first, second, third] = [at % 22, Math.floor(at / 22) % 22, Math.floor(at / 484)]
  return {
    ...{ 'Số hiệu cán bộ': `HR${String(at).padStart(5, '0')}`, 'Giới tính': 'Nữ', 'Ngày sinh': '05/11/1986' },
    'Họ và tên': `Nông Thị ${letters[first]}${letters[second]?.toLowerCase()} ${letters[third]}`,
    ...{ 'Dân tộc': 'Tày', 'Đơn vị': `Thôn ${(at % 12) + 1}`, 'Chức danh': 'Cán bộ đoàn thể', 'Từ ngày': '15/01/2026' },
  }
}
/** Twelve kinds of mistakes, each in its row, and at which cell it is told. */
const mistakes: readonly (readonly [at: number, wrong: Cells, cell: string])[] = [
  [3, { 'Họ và tên': '' }, 'B5'],
  [40, { 'Họ và tên': '1234' }, 'B42'],
  [101, { 'Giới tính': '?' }, 'C103'],
  [250, { 'Ngày sinh': '31/02/1986' }, 'D252'],
  [333, { 'Ngày sinh': '2019' }, 'D335'],
  [404, { 'Dân tộc': 'Hy Lạp' }, 'E406'],
  [777, { 'Số điện thoại': '12' }, 'F779'],
  [901, { 'Đơn vị': 'Xã Không Có' }, 'G903'],
  [1200, { 'Chức danh': 'Bộ trưởng' }, 'H1202'],
  [1333, { 'Chức danh': 'Lãnh đạo phụ trách giảm nghèo' }, 'H1335'],
  [1500, { 'Từ ngày': '' }, 'I1502'],
  [1999, { 'Đến hết ngày': '01/01/2026' }, 'J2001'],
]
const fileOf = (change: (at: number) => Cells) => {
  const lines = Array.from({ length: rows }, (_, at) => {
    const cells = { ...cellsOf(at), ...change(at) }
    return heads.map((key) => `"${cells[key] ?? ''}"`).join(';')
  })
  return {
    name: 'can-bo.csv',
    type: 'text/csv',
    bytes: Buffer.from(`\ufeff${[heads.join(';'), ...lines].join('\r\n')}`),
  }
}
const checked = (file: ReturnType<typeof fileOf>) =>
  world.as('hung').upload('/api/officials/import/check', { areaId: tamHong }, file)
async function written(file: ReturnType<typeof fileOf>) {
  const { sha256, seen } = (await checked(file)).json()
  return world.as('hung').upload('/api/officials/import', { areaId: tamHong, sha256, seen }, file)
}

type Listed = { officialId: string; name: string; posts: { appointmentId: string; post: string; standing: string }[] }
const officials = async (area: string, query: string): Promise<{ total: number; rows: Listed[] }> =>
  get(`/api/areas/${area}/officials?${query}`)
const named = async (name: string): Promise<Listed> => {
  const { rows: found } = await officials(phuTho, `q=${encodeURIComponent(name)}`)
  expect(found.map((row) => row.name)).toEqual([name])
  return found[0] as Listed
}
const post = (name: string, areaId: string, part: object = {}) => ({
  ...{ appointmentId: newId(), post: name, areaId, standing: 'own', from: '2026-02-01', until: null },
  ...{ decisionNumber: '', decidedOn: null, ...part },
})

describe('the roster', () => {
  it('of two thousand rows with twelve kinds of mistakes tells each at its cell in words, and writes nothing', async () => {
    const wrong = fileOf((at) => mistakes.find(([row]) => row === at)?.[1] ?? {})
    const told = (await checked(wrong)).json()
    expect(told.faults.map(({ cell }: { cell: string }) => cell)).toEqual(mistakes.map(([, , cell]) => cell))
    for (const { vi } of told.faults) expect(vi).toMatch(/\p{Lu}.*[.”]$/u)
    expect(await refusal(world, () => written(wrong))).toBe('import.has_errors')
  }, 60_000)

  it('is written when they are mended, all of it once: the same file changes nothing', async () => {
    const file = fileOf(() => ({}))
    expect((await written(file)).json()).toEqual({ people: rows, added: rows, changed: 0, unchanged: 0, given: rows })
    expect((await written(file)).json()).toMatchObject({ added: 0, changed: 0, unchanged: rows, given: 0 })
    const there = await officials(tamHong, 'post=mass_organisation')
    expect(there.total).toBe(rows)
    expect(await csvOf(`/api/areas/${tamHong}/officials/file?as=csv&post=mass_organisation`)).toHaveLength(rows)
  }, 120_000)
})

describe('in the middle of the year', () => {
  it('two villages merge: who held posts there is told before, counted nowhere after, and placed again by a person', async () => {
    const merging = [villageIds[10], villageIds[11]] as string[]
    const touched = await get(`/api/areas/${merging[0]}/touched?kind=merge&day=2026-07-01`, 'quantri')
    const held = touched.held.find(({ what }: { what: { en: string } }) => what.en.includes('have to be placed again'))
    const posts = await one<{ n: number }>(
      `select count(distinct official_id)::int as n from appointment
        where area_id = $1 and valid_from <= '2026-07-01' and coalesce(valid_until, 'infinity') > '2026-07-01'`,
      [merging[0]],
    )
    expect(held.count).toBe(posts.n)
    const before = await officials(merging[0] as string, 'day=2026-06-30')
    const into = { name: 'Thôn Hợp Nhất', kind: 'thon', code: null, parentId: tamHong }
    const told = { day: '2026-07-01', legalBasis: 'Nghị quyết 9/NQ-HĐND', mark: 'text' }
    const { began } = await must('quantri', '/api/area-events', {
      change: { kind: 'merge', areaIds: merging, into },
      ...told,
    })
    const waiting = await officials(began[0], 'post=unplaced')
    const distinct = await one<{ n: number }>(
      `select count(distinct official_id)::int as n from appointment
        where area_id = any ($1) and valid_from <= $2 and coalesce(valid_until, 'infinity') > $2`,
      [merging, testDay],
    )
    expect(waiting.total).toBe(distinct.n)
    expect((await get(`/api/areas/${began[0]}/norm`)).unplaced).toBe(distinct.n)
    expect((await officials(began[0], 'post=mass_organisation')).total).toBe(0)
    const [first] = waiting.rows
    const { appointmentId: nextId, ...next } = post('mass_organisation', began[0], { from: '2026-07-01' })
    const of = first?.posts[0]
    await must('hung', `/api/appointments/${of?.appointmentId}/renew`, { ...next, post: of?.post, nextId })
    expect((await officials(began[0], `post=${of?.post}`)).rows.map(({ name }) => name)).toEqual([first?.name])
    // The days before are as they were.
    const then = await officials(merging[0] as string, 'day=2026-06-30')
    expect([then.total, then.rows.map(({ name }) => name)]).toEqual([before.total, before.rows.map(({ name }) => name)])
  })

  it('one is promoted, one rotated to the province and back, one goes and returns, one acts for another', async () => {
    const [promoted, rotated, gone, acting] = await Promise.all(
      [0, 1, 2, 3].map((at) => named(cellsOf(at)['Họ và tên'] as string)),
    )
    const end = (of: Listed | undefined, last: string, reason: string) =>
      must('hung', `/api/appointments/${of?.posts[0]?.appointmentId}/end`, { last, reason })
    const give = (of: Listed | undefined, holds: object) =>
      must('hung', `/api/officials/${of?.officialId}/appointments`, holds)
    await end(promoted, '2026-04-30', 'promoted')
    await give(promoted, post('office_head', tamHong, { from: '2026-05-01', decisionNumber: '41/QĐ-UBND' }))
    const moveId = newId()
    const { until: _until, ...there } = post('trainer', phuTho, { from: '2026-05-04' })
    const leftId = rotated?.posts[0]?.appointmentId
    const move = { moveId, leftId, kind: 'rotation', why: 'Giúp tỉnh mở lớp', plannedLast: '2026-10-31', ...there }
    await must('lan', `/api/officials/${rotated?.officialId}/moves`, move)
    await must('lan', `/api/moves/${moveId}/end`, { last: '2026-10-15', outcome: 'Xong việc, về xã' })
    await end(gone, '2026-03-31', 'left')
    await give(gone, post('mass_organisation', villageIds[2] as string, { from: '2026-09-01' }))
    await give(acting, post('village_head', villageIds[4] as string, { from: '2026-08-01', standing: 'acting' }))

    const course = async (of: Listed | undefined) =>
      (await get(`/api/officials/${of?.officialId}`)).appointments.map(
        ({ post: held, standing, because }: { post: string; standing: string; because: string | null }) =>
          [held, standing, because].filter(Boolean).join(' '),
      )
    expect(await course(promoted)).toEqual(['office_head own', 'mass_organisation own promoted'])
    expect(await course(rotated)).toEqual(['trainer own moved', 'mass_organisation own'])
    expect(await course(gone)).toEqual(['mass_organisation own', 'mass_organisation own left'])
    expect(await course(acting)).toEqual(['village_head acting', 'mass_organisation own'])
    const on = async (day: string) =>
      (await officials(tamHong, `q=${encodeURIComponent(gone?.name ?? '')}&day=${day}`)).rows
    expect(
      [await on('2026-03-31'), await on('2026-06-01'), await on('2026-09-01')].map(([row]) => row?.posts.length),
    ).toEqual([1, 0, 1])
  })

  it('who answered for a village on 12/10/2021 is read from its page, and is in its file', async () => {
    for (const village of [villageIds[0], villageIds[10]] as string[]) {
      const { rows: then } = await officials(village, 'day=2021-10-12&post=enumerator')
      const held = await world.owner.query(
        `select o.full_name as name from appointment a join official o on o.id = a.official_id
          where a.area_id = $1 and a.post = 'enumerator' and a.valid_from <= '2021-10-12' and a.valid_until > '2021-10-12'`,
        [village],
      )
      expect(then).toHaveLength(1)
      expect(then.map(({ name }) => name)).toEqual(held.rows.map(({ name }) => name))
      const [line] = await csvOf(`/api/areas/${village}/officials/file?as=csv&day=2021-10-12&post=enumerator`)
      expect(line).toContain(then[0]?.name)
    }
  })
})

describe('from needs to what is carried out', () => {
  let topicId: string
  let normId: string
  let plan: string
  let under: string
  let amendment: string
  const needs = 30
  type Proposed = { placeId: string; weeks: number[]; people: number; officialIds: string[] }
  const seatsOf = ({ officialIds }: Proposed) => officialIds
  const proposed = (path = '', query = '') => `/api/areas/${phuTho}/proposal${path}?year=2027&topics=${topicId}${query}`
  /** In the database. */
  const sumsOf = (id: string) =>
    one<{ people: number; classes: number; dong: number }>(
      `select sum(l.people)::int as people, sum(l.classes)::int as classes,
              (select sum(m.quantity * m.dong)::float8 from plan_money m join plan_line x on x.id = m.plan_line_id where x.plan_id = $1) as dong
         from plan_line l where l.plan_id = $1`,
      [id],
    )
  /** As the annexes add up when they are opened in a spreadsheet. */
  async function annexOf(id: string) {
    const { rawPayload } = await world.as('lan').get(`/api/training-plans/${id}/phu-luc.xlsx`)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(rawPayload as unknown as ArrayBuffer)
    const total = (name: string, column: string) => {
      const sheet = book.getWorksheet(name) as ExcelJS.Worksheet
      // Under the total stands the code of the paper.
      const rows = Array.from({ length: sheet.rowCount }, (_, at) => sheet.rowCount - at)
      const last = rows.find((row) => sheet.getCell(`${column}${row}`).formula) ?? sheet.rowCount
      return counted(book, sheet, `${column}${last}`)
    }
    expect(total('Phụ lục II', 'I')).toBe(total('Phụ lục I', 'K'))
    expect(total('Theo nguồn', 'B')).toBe(total('Phụ lục I', 'K'))
    return { people: total('Phụ lục I', 'E'), classes: total('Phụ lục I', 'F'), dong: total('Phụ lục I', 'K') }
  }

  it('units nominate, and each count opens its people', async () => {
    ;[topicId] = await approvedTopics(world)
    normId = await aNorm(world)
    const nominations: { trainingWishId: string; officialId: string }[] = []
    for (let at = 5; at < 5 + needs; at += 1) {
      const { officialId } = await named(cellsOf(at)['Họ và tên'] as string)
      nominations.push({ trainingWishId: newId(), officialId })
    }
    // They are no enumerators yet: that is what the class is for, and it is said.
    const wish = { nominations, topicId, reason: 'Rà soát lần đầu' }
    const asked = await world.as('hung').post(`/api/areas/${tamHong}/nominations`, wish)
    expect([asked.statusCode, asked.json().code]).toEqual([409, 'need.not_audience'])
    await must('hung', `/api/areas/${tamHong}/nominations`, { ...wish, also: true })
    const of = await get(`/api/areas/${phuTho}/needs?topic=${topicId}`)
    expect([of.total, of.people]).toEqual([needs, needs])
    const counts = await get(`/api/areas/${phuTho}/needs/counts?by=topic`)
    const { people } = counts.rows.find(({ key }: { key: string }) => key === topicId) ?? counts.rows[0]
    expect(people).toBe(needs)
    expect(await csvOf(`/api/areas/${phuTho}/needs/file?as=csv&topic=${topicId}`)).toHaveLength(needs)
  })

  it('the province proposes classes from them, at what it lays down; who gets no seat is named with the reason', async () => {
    const says = { firstDay: null, lastDay: null, what: null, turns: null, from: '2026-01-01' }
    for (const [kind, value] of [
      ['largest_class', 15],
      ['hours_a_day', 8],
    ] as const) {
      const by = { legalReference: '7/QĐ-UBND', mark: 'text', ...says }
      await must('lan', '/api/training-limits', { trainingLimitId: newId(), areaId: phuTho, kind, value, ...by })
    }
    const place = { classPlaceId: newId(), areaId: tamHong, hall: 'Hội trường xã', from: '2026-01-01' }
    await must('dao', '/api/class-places', place)
    const proposal = await get(proposed(), 'dao')
    expect(proposal).toMatchObject({ lacks: [], needed: needs, planned: 0 })
    expect(proposal.seated + proposal.uncovered).toBe(needs)
    expect(proposal.least).toBe(Math.ceil(proposal.seated / 15))
    expect(proposal.classes.length).toBe(proposal.least)
    const sitting = proposal.classes.flatMap(({ officialIds }: { officialIds: string[] }) => officialIds)
    expect(new Set(sitting).size).toBe(proposal.seated)
    const { rows: left } = await get(proposed('/people', '&state=uncovered'), 'dao')
    for (const { name, because } of left) expect([name, because]).toEqual([expect.any(String), expect.any(String)])
    expect(left).toHaveLength(proposal.uncovered)
  })

  it('takes them into a draft and edits it, communes comment, another approves', async () => {
    plan = newId()
    const particulars = { name: 'Kế hoạch năm', year: 2027, parentId: null, note: '' }
    const of = { trainingPlanId: plan, areaId: phuTho, programmeId: await aProgramme(world) }
    await must('dao', '/api/training-plans', { ...of, ...particulars, largestClass: 15, largestClassBy: 'Quy chế' })
    const { classes } = await get(proposed(), 'dao')
    await must('dao', `/api/training-plans/${plan}/take-lines`, {
      lines: classes.map(({ placeId, weeks, people, officialIds }: Proposed) => ({
        ...{ topicId, placeAreaId: placeId, weeks, people, classes: 1, officialIds },
      })),
    })
    expect(await get(proposed(), 'dao')).toMatchObject({ planned: classes.flatMap(seatsOf).length, seated: 0 })
    const { lineList } = await get(`/api/training-plans/${plan}`, 'dao')
    for (const { planLineId, people } of lineList)
      await must('dao', `/api/plan-lines/${planLineId}/change`, {
        was: { money: [] },
        money: [
          { source: 'central', normId, what: '', quantity: people * 2, dong: null },
          { source: 'province', normId: null, what: 'Thuê xe', quantity: 2, dong: 1_500_000 },
        ],
      })

    const [{ planLineId, weeks }] = lineList
    const planSendingId = newId()
    const { edits } = await get(`/api/training-plans/${plan}`, 'dao')
    const sent = { planSendingId, unitIds: [tamHong], due: '2026-12-05', note: '', edits, sent: 0 }
    await must('dao', `/api/training-plans/${plan}/sendings`, sent)
    const planCommentId = newId()
    const said = { planCommentId, unitId: tamHong, planLineId, agrees: false, says: 'Xin mở vào tuần 14.' }
    await must('hung', `/api/plan-sendings/${planSendingId}/comments`, said)
    const answer = { planReplyId: newId(), verdict: 'taken', says: '', seen: 0 }
    await must('dao', `/api/plan-comments/${planCommentId}/replies`, answer)
    await must('dao', `/api/plan-lines/${planLineId}/change`, { was: { weeks }, weeks: [14] })
    expect(await get(`/api/training-plans/${plan}/comments`, 'dao')).toMatchObject({ unanswered: 0, silent: 0 })

    const decision = { number: '90/KH-UBND', decidedOn: '2026-11-20', issuer: 'UBND tỉnh Phú Thọ', edits: edits + 1 }
    expect(await refusal(world, () => world.as('dao').post(`/api/training-plans/${plan}/approve`, decision))).toBe(
      'access.denied',
    )
    await must('lan', `/api/training-plans/${plan}/approve`, decision)
  })

  it('the commune carries it down, and both add up to what is in the database, on the page, in the list, the files and the annex', async () => {
    under = newId()
    const parent = await get(`/api/training-plans/${plan}`)
    const of = { trainingPlanId: under, areaId: tamHong, programmeId: parent.programme.programmeId, parentId: plan }
    const particulars = { name: 'Xã thực hiện', year: 2027, largestClass: null, largestClassBy: '', note: '' }
    await must('hung', '/api/training-plans', { ...of, ...particulars })
    const line = { topicId, audience: '', classes: 2, placeId: null, place: '', weeks: [14], note: '' }
    for (const [people, dong] of [
      [18, 900_000],
      [12, 700_001],
    ])
      await must('hung', `/api/training-plans/${under}/lines`, {
        ...{ ...line, planLineId: newId(), people },
        money: [{ source: 'commune', normId: null, what: 'Nước uống', quantity: 3, dong }],
      })
    const decision = { number: '12/KH-UBND', decidedOn: '2026-11-20', issuer: 'UBND xã Tam Hồng', edits: 2 }
    await must('bich', `/api/training-plans/${under}/approve`, decision)

    for (const id of [plan, under]) {
      const [sums, page] = [await sumsOf(id), await get(`/api/training-plans/${id}`)]
      expect(page.sums).toMatchObject(sums)
      const listed = (await get('/api/training-plans?year=2027')).rows.find(
        (row: { trainingPlanId: string }) => row.trainingPlanId === id,
      )
      expect(listed).toMatchObject(sums)
      const column = async (path: string, name: string) =>
        (await csvOf(`/api/training-plans/${id}/${path}/file?as=csv&columns=${name}`)).reduce(
          (all, cell) => all + Number(cell),
          0,
        )
      expect(await column('lines', 'people')).toBe(sums.people)
      expect(await column('lines', 'classes')).toBe(sums.classes)
      expect(await column('lines', 'dong')).toBe(sums.dong)
      expect(await column('money', 'amount')).toBe(sums.dong)
      expect(await annexOf(id)).toEqual(sums)
    }
    expect((await get(`/api/training-plans/${plan}`)).below.approved).toEqual({
      plans: 1,
      ...(await sumsOf(under)),
    })
  })

  it('is amended by number; the day before, it reads as it was approved', async () => {
    const before = await sumsOf(plan)
    amendment = newId()
    const begun = { amendmentId: amendment, reason: 'Ngân sách trung ương giảm' }
    await must('dao', `/api/training-plans/${plan}/amendments`, begun)
    const { lineList } = await get(`/api/training-plans/${amendment}`, 'dao')
    const { planLineId, money } = lineList[0]
    const kept = money.filter(({ source }: { source: string }) => source === 'central')
    const asSaid = ({ source, normId: norm, what, quantity, dong }: Record<string, unknown>) => ({
      ...{ source, normId: norm, what: norm ? '' : what, quantity, dong },
    })
    await must('dao', `/api/plan-lines/${planLineId}/change`, {
      was: { money: money.map(asSaid) },
      money: kept.map(asSaid),
    })
    const { edits } = await get(`/api/training-plans/${amendment}`, 'dao')
    const decision = { number: '97/QĐ-UBND', decidedOn: '2026-11-20', issuer: 'UBND tỉnh Phú Thọ', edits }
    await must('lan', `/api/training-plans/${amendment}/approve`, decision)

    const after = await sumsOf(amendment)
    expect(after).toEqual({ ...before, dong: before.dong - 3_000_000 })
    expect(await annexOf(amendment)).toEqual(after)
    expect((await get(`/api/training-plans/${plan}`)).sums).toMatchObject(after)
    expect((await get(`/api/training-plans/${plan}?day=2026-11-19`)).sums).toMatchObject(before)
    const { versions, changes } = await get(`/api/training-plans/${plan}/amendments`)
    expect(versions).toMatchObject([before, after])
    expect(changes).toMatchObject([{ amendment: 1, kind: 'changed' }])
  })

  it('the neighbour province sees nothing of it', async () => {
    const seen = async (url: string) => (await world.as('loi').get(url)).body
    const learner = cellsOf(7)['Họ và tên'] as string
    for (const url of [
      ...[
        `/api/areas/${tamHong}/officials`,
        `/api/areas/${phuTho}/needs`,
        `/api/areas/${demoAreas.vinhPhuc}/norm?day=2021-10-12`,
      ],
      ...[`/api/training-plans/${plan}`, `/api/training-plans/${under}`, `/api/training-plans/${plan}/comments`],
      ...[
        proposed(),
        proposed('/people'),
        `/api/training-plans/${plan}/amendments`,
        `/api/training-plans/${plan}/phu-luc.xlsx`,
      ],
      ...['/api/training-plans?year=2027', `/api/officials/search?q=${encodeURIComponent(learner)}`],
      ...['/api/training-plans/file?as=csv&year=2027', `/api/areas/${phuTho}/moves`],
    ]) {
      const body = await seen(url)
      for (const trace of [learner, plan, under, amendment, 'Xin mở vào tuần 14'])
        expect(body, url).not.toContain(trace)
    }
  })

  it('the auditor reads all of it and changes nothing', async () => {
    for (const id of [plan, under]) expect((await get(`/api/training-plans/${id}`, 'kiem')).can).toEqual([])
    const { officialId, posts } = await named(cellsOf(9)['Họ và tên'] as string)
    expect((await get(`/api/officials/${officialId}`, 'kiem')).name).toBe(cellsOf(9)['Họ và tên'])
    const acts: readonly (readonly [string, object])[] = [
      [`/api/officials/${officialId}/appointments`, post('village_head', villageIds[0] as string)],
      [`/api/appointments/${posts[0]?.appointmentId}/end`, { last: '2026-11-01', reason: 'left' }],
      [`/api/areas/${tamHong}/nominations`, { trainingWishId: newId(), officialId, topicId, reason: 'Thử' }],
      [`/api/training-plans/${under}/drop`, { because: 'Thử' }],
      [`/api/training-plans/${plan}/approve`, { number: '1', decidedOn: '2026-11-19', issuer: 'X', edits: 2 }],
    ]
    for (const [url, body] of acts)
      expect(await refusal(world, () => world.as('kiem').post(url, body)), url).toBe('access.denied')
  })

  it('every act of the year is a line of the audit, in words', async () => {
    const { rows: told } = await world.owner.query<{ what: string }>(
      `select distinct what from audit_line where what not like 'session.%' order by 1`,
    )
    expect(told.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'official.imported',
        'plan.approved',
        'plan.begun',
        'plan.line_added',
        'plan.lines_taken',
        'plan.sent',
      ]),
    )
  })
})
