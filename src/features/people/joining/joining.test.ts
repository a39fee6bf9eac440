/** One person entered twice becomes one: what both records say is kept, what stands against it is said, and the old address leads on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { bodyActs } from '#test/bodies.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { aPlan, approvedTopics } from '#test/training.ts'
import { unasked } from '#test/unasked.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let acts: ReturnType<typeof bodyActs>
beforeAll(async () => {
  world = await openWorld()
  acts = bodyActs(world)
})
afterAll(() => world.close())

const { tamHongToday: tamHong, kyThuongToday: kyThuong, phuTho } = demoAreas
const [thon1, thon2] = demoAreas.villages.tamHong as [AreaId, AreaId]

async function must(person: PersonName, url: string, body: object) {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, `${url} ${reply.body}`).toBe(200)
  return reply.json()
}
async function entered(name: string, part: object = {}, by: PersonName = 'hung', unitId: string = tamHong) {
  const officialId = newId()
  const who = { sex: 'female', birth: { year: 1985 }, ethnicity: '01', languages: [], phone: '', personalNumber: '' }
  const sure = 'Ghi lần nữa'
  await must(by, '/api/officials', { officialId, unitId, name, ...who, holds: null, sure, ...part })
  await unasked(world, officialId)
  return officialId as string
}
const held = (areaId: string, from: string, until: string | null = null, part: object = {}) => ({
  ...{ appointmentId: newId(), post: 'enumerator', areaId, standing: 'own', from, until },
  ...{ decisionNumber: '', decidedOn: null, also: true, ...part },
})
const appoint = (official: string, post: object, by: PersonName = 'hung') =>
  must(by, `/api/officials/${official}/appointments`, post)
const join = (kept: string, former: string, person: PersonName = 'hung', because = 'Cùng một người, ghi hai lần') =>
  world.as(person).post(`/api/officials/${kept}/join`, { formerId: former, because })
const against = async (kept: string, former: string, person: PersonName = 'hung') =>
  ((await world.as(person).get(`/api/officials/${kept}/join/${former}`)).json().faults ?? []) as {
    code: string
    said: { vi: string }
    opens: { page: string }[]
  }[]
type Plan = Awaited<ReturnType<typeof aPlan>>
const seated = (official: string, { planLineId, topicId }: Plan) =>
  world.owner.query(
    `insert into plan_seat (id, plan_id, plan_line_id, state, area_id, year, topic_id, official_id, from_id, stands)
     select $1, l.plan_id, l.id, l.state, l.area_id, 2027, $2, $3, $4, true from plan_line l where l.id = $5`,
    [newId(), topicId, official, tamHong, planLineId],
  )
let numbers = 0
async function approved({ trainingPlanId }: Plan) {
  numbers += 1
  const { edits } = (await world.as('hung').get(`/api/training-plans/${trainingPlanId}`)).json()
  const decided = { number: `${numbers}/KH-UBND`, decidedOn: '2026-11-10', issuer: 'UBND xã Tam Hồng', edits }
  await must('bich', `/api/training-plans/${trainingPlanId}/approve`, decided)
}
const sitting = async ({ trainingPlanId }: Plan) =>
  (await world.owner.query('select official_id from plan_seat where plan_id = $1', [trainingPlanId])).rows.map(
    ({ official_id }) => official_id,
  )
const editsOf = async ({ trainingPlanId }: Plan) =>
  (await world.owner.query('select edits from training_plan where id = $1', [trainingPlanId])).rows[0].edits as number
const show = async (official: string, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/officials/${official}`)).json()
const open = async (official: string) => (await world.as('hung').post(`/api/officials/${official}/open`, {})).json()
const doubles = async (person: PersonName, area: string) =>
  (await world.as(person).get(`/api/areas/${area}/officials/doubles`)).json()

describe('two records of one person', () => {
  it('are found by name, sex and year, and joined by who may at both: what one leaves empty comes from the other', async () => {
    const kept = await entered('Trần Thị Gộp')
    const former = await entered('Trần Thị Gộp', { phone: '0912 000 111', birth: { year: 1985, month: 4, day: 2 } })
    expect((await doubles('hung', tamHong)).rows).toMatchObject([{ name: 'Trần Thị Gộp', oneUnit: 'Xã Tam Hồng' }])
    expect((await doubles('lan', phuTho)).total).toBe(1)
    expect(await against(kept, former)).toEqual([])
    expect((await join(kept, former)).statusCode).toBe(200)
    expect(await open(kept)).toMatchObject({ phone: '0912000111', birth: { year: 1985, month: 4, day: 2 } })
    expect((await doubles('hung', tamHong)).total).toBe(0)
    const { officials } = (await world.as('hung').get('/api/officials/search?q=Trần Thị Gộp')).json()
    expect(officials).toHaveLength(1)
    const led = await show(former)
    expect(led).toMatchObject({ code: 'official.went', facts: { into: kept, name: 'Trần Thị Gộp' } })
    expect(await refusal(world, () => join(former, kept))).toBe('official.went')
    const { rows } = (await world.as('hung').get(`/api/officials/${kept}/former-records`)).json()
    expect(rows).toMatchObject([{ formerId: former, unitName: 'Xã Tam Hồng', because: 'Cùng một người, ghi hai lần' }])
    for (const as of ['xlsx', 'csv', 'pdf'])
      expect((await world.as('hung').get(`/api/areas/${tamHong}/officials/doubles/file?as=${as}`)).statusCode).toBe(200)
  })

  it('that went into one, which went into a third, lead to the third', async () => {
    const [one, two, three] = [await entered('Lò Thị Ba'), await entered('Lò Thị Ba'), await entered('Lò Thị Ba')]
    await join(two, one)
    await join(three, two)
    expect(await show(one)).toMatchObject({ code: 'official.went', facts: { into: three } })
    expect(await show(two)).toMatchObject({ code: 'official.went', facts: { into: three } })
  })

  it('have each post once: what both say of the same days is one term, from the first day of either', async () => {
    const [kept, former] = [await entered('Lò Thị Chức'), await entered('Lò Thị Chức')]
    await appoint(kept, held(thon1, '2025-09-01', '2026-03-01'))
    await appoint(kept, held(thon1, '2026-05-01'))
    await appoint(former, held(thon1, '2025-11-01', '2026-03-01'))
    await appoint(former, held(thon1, '2026-04-01'))
    await appoint(former, held(thon2, '2025-08-01'))
    expect((await join(kept, former)).statusCode).toBe(200)
    const { appointments } = await show(kept)
    const terms = (appointments as { areaId: string; from: string; until: string | null }[])
      .map((one) => [one.areaId === thon1 ? 1 : 2, one.from, one.until])
      .sort()
    expect(terms).toEqual([
      [1, '2025-09-01', '2026-03-01'],
      [1, '2026-04-01', null],
      [2, '2025-08-01', null],
    ])
  })

  it('bring their move to the post that stays', async () => {
    const [kept, former] = [await entered('Lò Thị Luân'), await entered('Lò Thị Luân')]
    const specialist = { post: 'specialist' }
    await appoint(kept, held(tamHong, '2026-01-05', null, specialist))
    const left = held(tamHong, '2026-01-05', null, specialist)
    await appoint(former, left)
    await must('lan', `/api/officials/${former}/moves`, {
      ...{
        moveId: newId(),
        leftId: left.appointmentId,
        kind: 'rotation',
        why: 'Tăng cường',
        plannedLast: '2027-01-31',
      },
      ...{ ...held(phuTho, '2026-03-01'), post: 'specialist', until: undefined },
    })
    expect((await join(kept, former, 'lan')).statusCode).toBe(200)
    const { moves } = (await world.as('lan').get(`/api/officials/${kept}/moves`)).json()
    expect(moves).toMatchObject([{ why: 'Tăng cường' }])
    expect((await show(kept, 'lan')).appointments).toHaveLength(2)
  })

  it('keep their seats in bodies, who was there, and what they owe', async () => {
    const [kept, former] = [await entered('Lò Thị Ban'), await entered('Lò Thị Ban')]
    const body = await acts.founded()
    await acts.joined(body, former, { role: 'head', until: '2026-06-01' })
    await acts.joined(body, kept, { role: 'head', from: '2026-06-01' })
    const board = await acts.founded()
    await acts.joined(board, kept, { from: '2026-03-05' })
    await acts.joined(board, former, { from: '2026-02-05' })
    const meeting = await acts.met(body, { on: '2026-02-02' })
    await must('hung', `/api/meetings/${meeting}/change`, {
      ...{ present: [former], chairedBy: former, conclusions: ['Làm xong'], guests: '' },
    })
    await must('hung', `/api/meetings/${meeting}/tasks`, {
      ...{ taskId: newId(), officialId: former, what: 'Báo cáo', due: '2026-12-01' },
    })
    expect((await join(kept, former)).statusCode).toBe(200)
    const { seats, tasks } = (await world.as('hung').get(`/api/officials/${kept}/bodies`)).json()
    expect(seats).toHaveLength(3)
    expect(seats.find((one: { bodyId: string }) => one.bodyId === board)).toMatchObject({ from: '2026-02-05' })
    expect(tasks).toMatchObject([{ what: 'Báo cáo' }])
    const { rows } = await world.owner.query('select present, chaired_by from body_meeting where id = $1', [meeting])
    expect(rows).toEqual([{ present: [kept], chaired_by: kept }])
  })

  it('are nominated once for one topic, and have each degree once', async () => {
    const [topic = ''] = await approvedTopics(world)
    const [kept, former] = [await entered('Lò Thị Học'), await entered('Lò Thị Học')]
    const degree = {
      ...{ kind: 'professional', level: null, title: 'Cử nhân Kinh tế', school: 'ĐH Tây Bắc', form: null },
      ...{ from: null, until: '2010', number: 'A1', issuedBy: '' },
    }
    for (const official of [kept, former]) {
      await must('hung', `/api/officials/${official}/qualifications`, { qualificationId: newId(), ...degree })
      await world.owner.query(
        `insert into training_wish (id, source, official_id, area_id, topic_id, reason, made_by, made_on)
         values ($1, 'nominated', $2, $3, $4, 'Mới nhận việc', $5, '2026-11-01')`,
        [newId(), official, tamHong, topic, world.idOf('hung')],
      )
    }
    await must('hung', `/api/officials/${former}/qualifications`, {
      ...{ qualificationId: newId(), ...degree, title: 'Thạc sĩ Kinh tế', number: 'B2' },
    })
    expect((await join(kept, former)).statusCode).toBe(200)
    const { qualifications } = await show(kept)
    expect(qualifications.map((one: { title: string }) => one.title).sort()).toEqual([
      'Cử nhân Kinh tế',
      'Thạc sĩ Kinh tế',
    ])
    const { rows } = await world.owner.query('select official_id from training_wish where topic_id = $1', [topic])
    expect(rows).toEqual([{ official_id: kept }])
  })

  it('bring the citizen id and the account, which open and work as before', async () => {
    const [kept, former] = [await entered('Lò Thị Số'), await entered('Lò Thị Số', { citizenId: '025185001234' })]
    await must('hung', `/api/officials/${former}/account`, { accountId: world.idOf('mai') })
    expect((await join(kept, former)).statusCode).toBe(200)
    expect(await open(kept)).toMatchObject({ citizenId: '025185001234' })
    expect((await world.as('hung').get(`/api/officials/${kept}/account`)).json()).toMatchObject({
      account: { login: 'mai' },
    })
    const again = { officialId: newId(), unitId: tamHong, name: 'Người Khác', holds: null, citizenId: '025185001234' }
    const who = { sex: 'female', birth: { year: 1985 }, ethnicity: '01', languages: [], phone: '', personalNumber: '' }
    expect(await refusal(world, () => world.as('hung').post('/api/officials', { ...again, ...who }))).toBe(
      'official.citizen_id_taken',
    )
  })

  it('are told to both units, and lines of the former record keep its name and lead on', async () => {
    const [kept, former] = [await entered('Lò Thị Nhật'), await entered('Lò Thị Nhật', {}, 'lan', phuTho)]
    await must('lan', `/api/officials/${former}/open`, {})
    expect((await join(kept, former, 'lan')).statusCode).toBe(200)
    const lines = async (area: string, what: string) =>
      ((await world.as('lan').get(`/api/areas/${area}/audit?what=${what}`)).json().lines ?? []) as {
        subject: { name: { vi: string }; opens: string } | null
        detail: { vi: string }
      }[]
    const [opened] = await lines(phuTho, 'official.opened')
    expect(opened?.subject).toMatchObject({ name: { vi: 'Lò Thị Nhật' }, opens: `/can-bo/${kept}` })
    const told = await lines(phuTho, 'official.records_joined')
    expect(told.map(({ detail }) => detail.vi).join()).toContain('hồ sơ kia do')
  })

  it('joined by two in the same second are joined once', async () => {
    const [one, two] = [await entered('Lò Thị Cùng'), await entered('Lò Thị Cùng')]
    const replies = await meetingAt(world, 'official', [() => join(one, two), () => join(two, one)])
    const [won] = answersIn(replies).filter((answer) => answer === 'ok')
    expect(won).toBe('ok')
    expect(answersIn(replies).filter((answer) => answer === 'ok')).toHaveLength(1)
  })
})

describe('two records named in plans', () => {
  it('have one seat of the draft that named both, which counts as changed', async () => {
    const [kept, former] = [await entered('Vi Thị Nháp'), await entered('Vi Thị Nháp')]
    const plan = await aPlan(world)
    await seated(kept, plan)
    await seated(former, plan)
    const edits = await editsOf(plan)
    expect(await against(kept, former)).toEqual([])
    expect((await join(kept, former)).statusCode).toBe(200)
    expect(await sitting(plan)).toEqual([kept])
    expect(await editsOf(plan)).toBe(edits + 1)
  })

  it('keep the seat of the approved plan before that of a draft, whichever record stays', async () => {
    const [kept, former] = [await entered('Vi Thị Duyệt'), await entered('Vi Thị Duyệt')]
    const draft = await aPlan(world)
    const firm = await aPlan(world)
    await seated(kept, { ...draft, topicId: firm.topicId })
    await seated(former, firm)
    await approved(firm)
    expect(await against(kept, former)).toEqual([])
    expect((await join(kept, former)).statusCode).toBe(200)
    expect(await sitting(firm)).toEqual([kept])
    expect(await sitting(draft)).toEqual([])
  })
})

describe('two records, one named in a plan and one in the draft that carries it out', () => {
  it.each(['above', 'below'])(
    'are named in both still, with one seat; the record that stays was named %s',
    async (stays) => {
      const [kept, former] = [await entered(`Vi Thị Trên ${stays}`), await entered(`Vi Thị Trên ${stays}`)]
      const [firm, draft] = [await aPlan(world), await aPlan(world)]
      await world.owner.query('update training_plan set parent_id = $2 where id = $1', [
        ...[draft.trainingPlanId, firm.trainingPlanId],
      ])
      const [up, down] = stays === 'above' ? [kept, former] : [former, kept]
      await seated(up, firm)
      await seated(down, { ...draft, topicId: firm.topicId })
      await approved(firm)
      const edits = await editsOf(draft)
      expect((await join(kept, former)).statusCode).toBe(200)
      const { rows } = await world.owner.query(
        'select plan_id, stands from plan_seat where official_id = $1 order by stands',
        [kept],
      )
      expect(rows).toEqual([
        { plan_id: draft.trainingPlanId, stands: false },
        { plan_id: firm.trainingPlanId, stands: true },
      ])
      expect(await editsOf(draft)).toBe(edits)
    },
  )
})

describe('a file that names the former record', () => {
  it('means the one it went into, and changes nothing', async () => {
    const kept = await entered('Lò Thị Tệp')
    const former = await entered('Lò Thị Tệp', {}, 'lan', phuTho)
    expect((await join(kept, former, 'lan')).statusCode).toBe(200)
    const bytes = Buffer.from(
      '\ufeffHọ và tên;Giới tính;Ngày sinh;Dân tộc;Đơn vị;Chức danh;Từ ngày\r\nLò Thị Tệp;Nữ;1985;Kinh;Tỉnh Phú Thọ;;\r\n',
    )
    const file = { name: 'can-bo.csv', type: 'text/csv', bytes }
    const told = (await world.as('lan').upload('/api/officials/import/check', { areaId: phuTho }, file)).json()
    const { sha256, seen } = told
    const done = await world.as('lan').upload('/api/officials/import', { areaId: phuTho, sha256, seen }, file)
    expect(done.statusCode, `${JSON.stringify(told)} ${done.body}`).toBe(200)
    const { officials } = (await world.as('lan').get('/api/officials/search?q=Lò Thị Tệp')).json()
    expect(officials).toMatchObject([{ officialId: kept }])
  })
})

describe('before they are joined', () => {
  it('it is said what hangs on each, and in what they differ', async () => {
    const [topic = ''] = await approvedTopics(world)
    const kept = await entered('Lò Thị Sánh', { phone: '0912000111', ethnicity: '01', languages: ['08'] })
    const former = await entered('Lò Thị Sánh', { phone: '0912000222', ethnicity: '08', languages: ['02', '08'] })
    const body = await acts.founded()
    await acts.joined(body, former, { from: '2026-02-05' })
    const meeting = await acts.met(body, { on: '2026-02-10' })
    await must('hung', `/api/meetings/${meeting}/tasks`, {
      ...{ taskId: newId(), officialId: former, what: 'Báo cáo', due: '2026-12-01' },
    })
    await must('hung', `/api/areas/${tamHong}/nominations`, {
      ...{
        nominations: [{ trainingWishId: newId(), officialId: kept }],
        topicId: topic,
        reason: 'Mới nhận việc',
        also: true,
      },
    })
    const told = (await world.as('hung').get(`/api/officials/${kept}/join/${former}`)).json()
    const counted = (has: { what: { vi: string }; count: number }[]) =>
      Object.fromEntries(has.map(({ what, count }) => [what.vi, count]))
    expect(counted(told.keptHas)).toEqual({ 'Nhu cầu học: được cử': 1 })
    expect(counted(told.formerHas)).toEqual({ 'Lần làm thành viên Ban': 1, 'Việc được giao': 1 })
    expect(told.differs).toEqual(['ethnicity', 'phone', 'languages'])
    expect(told.faults).toEqual([])
    expect((await join(kept, former)).statusCode).toBe(200)
    expect((await open(kept)).languages).toEqual(['02', '08'])
  })
})

describe('records that are not joined', () => {
  it('are of two people: another name, sex, birth, citizen id or personal number', async () => {
    const kept = await entered('Vàng Thị Một', { personalNumber: 'PT-1', citizenId: '025185000011' })
    for (const [name, part, code] of [
      ['Vàng Thị Hai', {}, 'name'],
      ['Vàng Thị Một', { sex: 'male' }, 'sex'],
      ['Vàng Thị Một', { birth: { year: 1986 } }, 'birth'],
      ['Vàng Thị Một', { personalNumber: 'PT-2' }, 'personal_number'],
      ['Vàng Thị Một', { citizenId: '025185000022' }, 'citizen_id'],
    ] as const) {
      const former = await entered(name, part)
      expect(
        (await against(kept, former)).map((one) => one.code),
        code,
      ).toEqual([code])
      expect(await refusal(world, () => join(kept, former))).toBe('joining.stands_against')
    }
    expect(await refusal(world, () => join(kept, kept))).toBe('joining.same')
    expect(await refusal(world, () => join(kept, newId()))).toBe('official.not_found')
  })

  it('differ in how a post is held or in the role in a body, and it is said where', async () => {
    const [kept, former] = [await entered('Vàng Thị Khác'), await entered('Vàng Thị Khác')]
    await appoint(kept, held(thon1, '2026-01-05'))
    await appoint(former, held(thon1, '2026-02-05', null, { standing: 'acting' }))
    const body = await acts.founded()
    await acts.joined(body, kept, { role: 'secretary' })
    await acts.joined(body, former)
    const said = await against(kept, former)
    expect(said.map((one) => one.code).sort()).toEqual(['role', 'standing'])
    expect(said.map((one) => one.said.vi).join(' ')).toContain('Thôn 1')
    expect(said.map((one) => one.said.vi).join(' ')).toContain('Ban Chỉ đạo chương trình mục tiêu')
    expect(await refusal(world, () => join(kept, former))).toBe('joining.stands_against')
  })

  it('differ in when a post ended: who has left by the one would be back by the other', async () => {
    const [kept, former] = [await entered('Vàng Thị Nghỉ'), await entered('Vàng Thị Nghỉ')]
    const post = held(thon1, '2026-01-05')
    await appoint(kept, post)
    await must('hung', `/api/appointments/${post.appointmentId}/end`, { last: '2026-08-31', reason: 'retired' })
    await appoint(former, held(thon1, '2026-01-05'))
    expect(await against(kept, former)).toMatchObject([{ code: 'ends' }])
  })

  it('have the same rotation each: one is taken away first', async () => {
    const [kept, former] = [await entered('Vàng Thị Luân'), await entered('Vàng Thị Luân')]
    const moves: string[] = []
    for (const official of [kept, former]) {
      const left = held(tamHong, '2026-01-05', null, { post: 'specialist' })
      await appoint(official, left)
      const moveId = newId()
      moves.push(moveId)
      await must('lan', `/api/officials/${official}/moves`, {
        ...{ moveId, leftId: left.appointmentId, kind: 'rotation', why: 'Tăng cường', plannedLast: '2026-10-31' },
        ...{ ...held(phuTho, '2026-03-01'), post: 'specialist', until: undefined },
      })
    }
    await must('lan', `/api/moves/${moves[0]}/end`, { last: '2026-09-30', outcome: 'Về đơn vị cũ' })
    const codes = async () => (await against(kept, former, 'lan')).map((one) => one.code).sort()
    expect(await codes()).toEqual(['ends', 'same_move'])
    expect(await refusal(world, () => join(kept, former, 'lan'))).toBe('joining.stands_against')
    await must('lan', `/api/moves/${moves[1]}/take-away`, { because: 'Ghi hai lần' })
    expect(await codes()).toEqual([])
    expect((await join(kept, former, 'lan')).statusCode).toBe(200)
    const { moves: left } = (await world.as('lan').get(`/api/officials/${kept}/moves`)).json()
    expect(left.map((one: { outcome: string | null }) => one.outcome)).toContain('Về đơn vị cũ')
  })

  it('are written with other marks: two names, until one is put right', async () => {
    const [kept, former] = [await entered('Nguyễn Thị Hà'), await entered('Nguyễn Thị Hạ')]
    expect(await against(kept, former)).toMatchObject([{ code: 'name' }])
    await must('hung', `/api/officials/${former}/change`, { name: 'Nguyễn Thị Hà' })
    expect(await against(kept, former)).toEqual([])
  })

  it('have a citizen id each, until the wrong one is dropped, by who has seen which it was', async () => {
    const [kept, former] = [
      await entered('Vàng Thị Nhầm', { citizenId: '025185000777' }),
      await entered('Vàng Thị Nhầm', { citizenId: '025185000778' }),
    ]
    expect(await against(kept, former)).toMatchObject([{ code: 'citizen_id' }])
    const drop = (was: object | undefined) =>
      world.as('hung').post(`/api/officials/${former}/change`, { dropCitizenId: true, ...(was && { was }) })
    expect(await refusal(world, () => drop({ citizenId: 'x' }))).toBe('record.changed_since')
    const { citizenIdMark } = await open(former)
    expect((await drop({ citizenId: citizenIdMark })).statusCode).toBe(200)
    expect((await open(former)).citizenId).toBeNull()
    expect(await against(kept, former)).toEqual([])
  })

  it('are both named in a plan that was approved: it is said in which, and leads there', async () => {
    const [kept, former] = [await entered('Vàng Thị Tên'), await entered('Vàng Thị Tên')]
    const plan = await aPlan(world)
    await seated(kept, plan)
    await seated(former, plan)
    await approved(plan)
    const [told] = await against(kept, former)
    expect(told).toMatchObject({ code: 'plan' })
    expect(told?.said.vi).toMatch(/“Kế hoạch tập huấn \d+” của Xã Tam Hồng, đã duyệt/)
    expect(told?.opens).toMatchObject([{ page: `/ke-hoach-dao-tao/${plan.trainingPlanId}` }])
    expect(await refusal(world, () => join(kept, former))).toBe('joining.stands_against')
    await world.owner.query('update plan_seat set stands = false where plan_id = $1', [plan.trainingPlanId])
    expect((await join(kept, former)).statusCode).toBe(200)
    expect(await sitting(plan)).toEqual([kept])
  })

  it('are named in two approved plans: both are told', async () => {
    const [kept, former] = [await entered('Vàng Thị Hai Nơi'), await entered('Vàng Thị Hai Nơi')]
    const one = await aPlan(world)
    const other = await aPlan(world)
    await seated(kept, one)
    await seated(former, { ...other, topicId: one.topicId })
    await approved(one)
    await approved(other)
    const [told] = await against(kept, former)
    expect(told?.said.vi).toContain('Một hồ sơ có tên trong')
    expect(told?.opens.map(({ page }) => page).sort()).toEqual(
      [one, other].map(({ trainingPlanId }) => `/ke-hoach-dao-tao/${trainingPlanId}`).sort(),
    )
  })

  it('say of one that died and of the other that work went on', async () => {
    const [kept, former] = [await entered('Vàng Thị Mất'), await entered('Vàng Thị Mất')]
    await acts.died(former, '2026-03-31')
    await appoint(kept, held(thon1, '2026-01-05'))
    expect(await against(kept, former)).toMatchObject([{ code: 'died' }])
  })

  it('wait to be handed over, or have an account each, or that of who asks', async () => {
    const [kept, former] = [await entered('Vàng Thị Chờ'), await entered('Vàng Thị Chờ')]
    await must('hung', '/api/officials/hand-over', { officialIds: [former], toId: kyThuong, because: 'Chuyển' })
    expect(await against(kept, former)).toMatchObject([{ code: 'handover' }])
    const [one, two] = [await entered('Vàng Thị Khoản'), await entered('Vàng Thị Khoản')]
    await must('lan', `/api/officials/${two}/account`, { accountId: world.idOf('hung') })
    expect(await against(one, two)).toMatchObject([{ code: 'own' }])
    await must('hung', `/api/officials/${one}/account`, { accountId: world.idOf('thang') })
    expect((await against(one, two)).map(({ code }) => code)).toEqual(['account', 'own'])
  })

  it('are kept elsewhere, or looked at by who may not write', async () => {
    const [mine, theirs] = [await entered('Vàng Thị Xa'), await entered('Vàng Thị Xa', {}, 'lan', phuTho)]
    expect((await doubles('hung', tamHong)).rows.map((one: { name: string }) => one.name)).not.toContain('Vàng Thị Xa')
    expect((await doubles('lan', phuTho)).rows.map((one: { name: string }) => one.name)).toContain('Vàng Thị Xa')
    expect(await refusal(world, () => join(mine, theirs))).toBe('official.not_found')
    expect((await world.as('hung').get(`/api/officials/${mine}/join/${theirs}`)).json().code).toBe('official.not_found')
    expect(await refusal(world, () => join(mine, theirs, 'bich'))).toBe('access.denied')
    expect((await join(mine, theirs, 'lan')).statusCode).toBe(200)
  })
})

describe('two who are alike', () => {
  const apart = (one: string, otherId: string, person: PersonName = 'hung', because = 'Hai chị em họ, khác xóm') =>
    world.as(person).post(`/api/officials/${one}/apart`, { apartId: newId(), otherId, because })
  const listed = async (person: PersonName = 'hung', area: string = tamHong) =>
    (await world.as(person).get(`/api/areas/${area}/officials/apart`)).json()
  const takeBack = (id: string, person: PersonName = 'hung') =>
    world.as(person).post(`/api/officials/apart/${id}/take-back`, { because: 'Đã hỏi lại, là một người' })
  const mayBeOne = async (name: string) =>
    (await world.as('hung').get(`/api/areas/${tamHong}/officials/doubles`))
      .json()
      .rows.filter((row: { name: string }) => row.name === name)

  it('and are two people are said so once, leave the list, and cannot be joined until it is taken back', async () => {
    const [one, other] = [await entered('Hoàng Thị Đôi'), await entered('Hoàng Thị Đôi')]
    expect(await mayBeOne('Hoàng Thị Đôi')).toHaveLength(1)
    expect((await apart(other, one)).statusCode).toBe(200)
    expect(await mayBeOne('Hoàng Thị Đôi')).toEqual([])
    const said = await listed()
    expect(said.can).toContain('write')
    expect(said.rows).toMatchObject([
      { name: 'Hoàng Thị Đôi', because: 'Hai chị em họ, khác xóm', by: 'Lê Văn Hùng', oneUnit: 'Xã Tam Hồng' },
    ])
    expect(await refusal(world, () => apart(one, other))).toBe('joining.apart_already')
    expect((await against(one, other)).map(({ code }) => code)).toEqual(['apart'])
    expect(await refusal(world, () => join(one, other))).toBe('joining.stands_against')
    for (const as of ['xlsx', 'csv', 'pdf'])
      expect((await world.as('hung').get(`/api/areas/${tamHong}/officials/apart/file?as=${as}`)).statusCode).toBe(200)
    const { apartId } = said.rows[0]
    expect((await takeBack(apartId)).statusCode).toBe(200)
    expect(await refusal(world, () => takeBack(apartId))).toBe('joining.apart_over')
    expect((await listed()).rows).toEqual([])
    expect(await mayBeOne('Hoàng Thị Đôi')).toHaveLength(1)
    const { rows } = await world.owner.query('select ended_because from official_apart where id = $1', [apartId])
    expect(rows).toEqual([{ ended_because: 'Đã hỏi lại, là một người' }])
    const audit = (await world.as('lan').get(`/api/areas/${tamHong}/audit?what=official.said_apart`)).json()
    expect(audit.lines[0].detail.vi).toContain('Hai chị em họ')
    expect((await join(one, other)).statusCode).toBe(200)
  })

  it('are said to be two only by who keeps both; the neighbour neither sees nor changes it', async () => {
    const [one, other] = [await entered('Hoàng Thị Riêng'), await entered('Hoàng Thị Riêng', {}, 'lan', phuTho)]
    expect(await refusal(world, () => apart(one, other))).toBe('official.not_found')
    expect(await refusal(world, () => apart(one, one))).toBe('joining.same')
    expect((await apart(one, other, 'lan')).statusCode).toBe(200)
    expect((await listed('hung')).rows).toEqual([])
    const [row] = (await listed('lan', phuTho)).rows
    expect(row).toMatchObject({ name: 'Hoàng Thị Riêng', because: 'Hai chị em họ, khác xóm' })
    expect(await refusal(world, () => takeBack(row.apartId, 'hung'))).toBe('official.not_found')
    expect(await refusal(world, () => takeBack(newId()))).toBe('joining.apart_not_found')
    const said = (area: string) => world.as('lan').get(`/api/areas/${area}/audit?what=official.said_apart`)
    for (const area of [tamHong, phuTho]) expect((await said(area)).json().lines.length).toBeGreaterThan(0)
    expect((await takeBack(row.apartId, 'lan')).statusCode).toBe(200)
  })

  it('stay two when one of them is joined with a third record', async () => {
    const [one, two] = [await entered('Hoàng Thị Ba'), await entered('Hoàng Thị Ba')]
    const third = await entered('Hoàng Thị Ba')
    for (const other of [one, third]) expect((await apart(two, other)).statusCode).toBe(200)
    expect((await join(third, one)).statusCode).toBe(200)
    const { rows } = await listed()
    expect(rows).toHaveLength(1)
    expect([rows[0].oneId, rows[0].otherId].sort()).toEqual([two, third].sort())
    const fourth = await entered('Hoàng Thị Ba')
    expect((await join(fourth, two)).statusCode).toBe(200)
    expect((await against(fourth, third)).map(({ code }) => code)).toEqual(['apart'])
  })

  it('said to be two and joined in the same second are one or the other', async () => {
    const [one, other] = [await entered('Hoàng Thị Giây'), await entered('Hoàng Thị Giây')]
    const replies = await meetingAt(world, 'official', [() => join(one, other), () => apart(one, other)])
    expect(answersIn(replies).filter((answer) => answer === 'ok')).toHaveLength(1)
  })

  it('were said to be two by who entered the second and the third: nobody is asked again, and the reason stands there', async () => {
    const who = { sex: 'female', birth: { year: 1985 }, ethnicity: '01', languages: [], phone: '', personalNumber: '' }
    const enter = (officialId: string, part: object = {}) =>
      world.as('hung').post('/api/officials', {
        ...{ officialId, unitId: tamHong, name: 'Tráng Thị Ba', ...who, holds: null, ...part },
      })
    const [one, two, three, man] = [newId(), newId(), newId(), newId()]
    expect((await enter(one)).statusCode).toBe(200)
    expect((await enter(two)).json().code).toBe('official.double')
    expect((await enter(two, { sure: 'Ở xóm khác' })).statusCode).toBe(200)
    expect((await enter(three, { sure: 'Con ông Páo' })).statusCode).toBe(200)
    // Asked of one who is alike in name and year only: no pair that could be joined.
    expect((await enter(man, { sex: 'male', sure: 'Là nam' })).statusCode).toBe(200)
    expect(await mayBeOne('Tráng Thị Ba')).toEqual([])
    const said = (await listed()).rows.filter((row: { name: string }) => row.name === 'Tráng Thị Ba')
    expect(said.map((row: { because: string }) => row.because).sort()).toEqual([
      'Con ông Páo',
      'Con ông Páo',
      'Ở xóm khác',
    ])
    expect(await refusal(world, () => join(one, three))).toBe('joining.stands_against')
    const { lines } = (await world.as('lan').get(`/api/areas/${tamHong}/audit?what=official.entered`)).json()
    expect(lines.map((line: { detail: { vi: string } }) => line.detail.vi).join()).toContain('Ở xóm khác')
  })

  it('are told apart by each post with its last day, by how the phone ends and by the day of entering; and each page says so', async () => {
    const one = await entered('Giàng Thị Sinh', { phone: '0912345678' })
    const other = await entered('Giàng Thị Sinh')
    await appoint(one, held(thon1, '2024-01-05', '2025-07-01'))
    await appoint(one, held(thon2, '2024-02-05'))
    const [row] = await mayBeOne('Giàng Thị Sinh')
    const [its, others] = row.oneId === one ? [row.onePost, row.otherBy] : [row.otherPost, row.oneBy]
    expect(its.vi).toContain('Thôn 2; ')
    expect(its.vi).toContain('Thôn 1 (đến 30/06/2025)')
    expect((row.oneId === one ? row.oneBy : row.otherBy).phoneEnd).toBe('678')
    expect(others).toMatchObject({ phoneEnd: null, enteredOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
    const alike = async (official: string, person: PersonName = 'hung') =>
      (await world.as(person).get(`/api/officials/${official}/alike`)).json()
    expect((await alike(one)).rows).toMatchObject([{ otherId: other, because: null }])
    await apart(one, other)
    expect((await alike(other)).rows).toMatchObject([{ otherId: one, because: 'Hai chị em họ, khác xóm' }])
    expect((await alike(one, 'son')).code).toBe('official.not_found')
  })

  it('in nothing are not said to be two', async () => {
    const [one, other] = [await entered('Hoàng Thị Mười'), await entered('Lò Thị Chín', { birth: { year: 1968 } })]
    expect(await refusal(world, () => apart(one, other))).toBe('joining.not_alike')
  })
})
