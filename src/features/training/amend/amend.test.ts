/** A plan that is approved changes by numbered amendments: copied, changed, approved by another, read by the day. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { decodeSigned } from '#kernel/signed.ts'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { newId } from '#platform/server/ids.ts'
import { meetingAt } from '#test/together.ts'
import { aProgramme, approvedTopics, lineSaid, planSaid } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let topicId: string
let other: string
let programmeId: string
beforeAll(async () => {
  world = await openWorld()
  ;[topicId, other] = await approvedTopics(world)
  programmeId = await aProgramme(world)
})
afterAll(() => world.close())

async function must<T extends { statusCode: number; body: string }>(act: Promise<T>): Promise<T> {
  const reply = await act
  expect(reply.statusCode, reply.body).toBe(200)
  return reply
}
const url = (id: string, path = '') => `/api/training-plans/${id}${path}`
const money = (dong: number) => [{ source: 'central', normId: null, what: 'Trọn gói', quantity: 1, dong }]
const addLine = (id: string, part: object = {}, person: PersonName = 'dao') =>
  world
    .as(person)
    .post(url(id, '/lines'), { planLineId: newId(), topicId, ...lineSaid, money: money(1_000_000), ...part })
const show = async (id: string, query = '', person: PersonName = 'dao') =>
  (await world.as(person).get(url(id, query))).json()
const history = async (id: string, person: PersonName = 'dao') =>
  (await world.as(person).get(url(id, '/amendments'))).json()

let numbers = 0
async function approve(id: string, part: object = {}, person: PersonName = 'lan') {
  numbers += 1
  const { edits } = await show(id)
  const said = { number: `${numbers}/ĐC`, decidedOn: '2026-11-10', issuer: 'UBND tỉnh Phú Thọ', edits }
  return world.as(person).post(url(id, '/approve'), { ...said, ...part })
}
/** Two lines, 90 and 40 people, 3 and 2 classes, 1 and 2 million. */
async function approved(part: object = {}, person: PersonName = 'dao'): Promise<string> {
  const trainingPlanId = newId()
  const said = { trainingPlanId, areaId: demoAreas.phuTho, programmeId, ...planSaid, ...part }
  await must(world.as(person).post('/api/training-plans', said))
  await must(addLine(trainingPlanId, {}, person))
  await must(addLine(trainingPlanId, { topicId: other, people: 40, classes: 2, money: money(2_000_000) }, person))
  await must(approve(trainingPlanId, { decidedOn: '2026-11-05' }))
  return trainingPlanId
}
const begin = (id: string, part: object = {}, person: PersonName = 'dao') =>
  world.as(person).post(url(id, '/amendments'), { amendmentId: newId(), reason: 'Thêm kinh phí', ...part })
const begun = async (id: string): Promise<string> => (await must(begin(id))).json().trainingPlanId
type Line = { planLineId: string; code: string; people: number }
const lineOf = (lines: Line[], code: string) => lines.find((line) => line.code === code) as Line
const changeLine = (line: Line, people: number) =>
  world.as('dao').post(`/api/plan-lines/${line.planLineId}/change`, { people, was: { people: line.people } })

describe('an amendment', () => {
  it('is a copy of what is in force, changed and approved as a draft; the plan reads by the day', async () => {
    const id = await approved()
    const amendment = await begun(id)
    const draft = await show(amendment)
    expect(draft).toMatchObject({
      ...{ state: 'drafted', amendment: 1, reason: 'Thêm kinh phí', amends: { trainingPlanId: id } },
      sums: { people: 130, classes: 5, dong: 3_000_000 },
    })
    await must(changeLine(lineOf(draft.lineList, 'CĐ1'), 120))
    const dropped = lineOf(draft.lineList, 'CĐ2').planLineId
    await must(world.as('dao').post(`/api/plan-lines/${dropped}/drop`, { because: 'Chuyển năm sau' }))
    await must(addLine(amendment, { people: 10, classes: 1, money: money(500_000) }))
    expect((await show(id)).sums).toMatchObject({ people: 130, dong: 3_000_000 })
    await must(approve(amendment))
    expect(await show(id)).toMatchObject({
      ...{ inForce: 1, sums: { people: 130, classes: 4, dong: 1_500_000 }, approved: { day: '2026-11-05' } },
      people: 130,
    })
    expect(await show(id, '?day=2026-11-09')).toMatchObject({ inForce: 0, sums: { people: 130, dong: 3_000_000 } })
    const { versions, changes } = await history(id)
    expect(versions).toMatchObject([
      { amendment: 0, people: 130, classes: 5, dong: 3_000_000, day: '2026-11-05' },
      { amendment: 1, people: 130, classes: 4, dong: 1_500_000, day: '2026-11-10', reason: 'Thêm kinh phí' },
    ])
    expect(changes).toMatchObject([
      { amendment: 1, kind: 'changed', was: { people: 90 }, is: { people: 120 } },
      { amendment: 1, kind: 'added', was: null, is: { people: 10, dong: 500_000 } },
      {
        ...{ amendment: 1, kind: 'dropped', was: { people: 40, dong: 2_000_000 }, is: null },
        because: 'Chuyển năm sau',
      },
    ])
    const { body } = await world.as('dao').get(url(amendment, '/changes/file?as=csv&columns=topic,kind'))
    expect(body).toContain('CĐ2 Rà soát hộ,Bỏ: Chuyển năm sau')
    const { rows } = await world.owner.query(
      `select content -> 'changes' as changes from plan_paper where plan_id = $1`,
      [amendment],
    )
    expect(rows[0]?.changes).toContainEqual(
      expect.objectContaining({ topic: 'CĐ2 Rà soát hộ', is: '(bỏ) Lý do: Chuyển năm sau' }),
    )
  })

  it('tells of the money only the items that changed, one by one', async () => {
    const of = (what: string, dong: number, source = 'central') => ({ source, normId: null, what, quantity: 2, dong })
    const id = await approved()
    const first = await begun(id)
    const items = [of('Thuê xe', 3_000_000), of('In tài liệu', 50_000), of('Thuê loa', 200_000)]
    const line = lineOf((await show(first)).lineList, 'CĐ1') as Line & { money: object[] }
    const write = (lineId: string, was: object[], money: object[]) =>
      must(world.as('dao').post(`/api/plan-lines/${lineId}/change`, { money, was: { money: was } }))
    await write(line.planLineId, money(1_000_000), items)
    await must(approve(first))
    const second = await begun(id)
    const copied = lineOf((await show(second)).lineList, 'CĐ1').planLineId
    await write(copied, items, [of('Thuê loa', 200_000, 'province'), of('Thuê xe', 3_000_000), of('Nước uống', 10_000)])
    const [change] = (await history(second)).changes
    expect(change.said).toEqual([
      {
        field: { vi: 'In tài liệu', en: 'In tài liệu' },
        was: { vi: 'Ngân sách trung ương, 2 × 50.000 đ', en: 'Central budget, 2 × 50.000 đ' },
        is: { vi: '', en: '' },
      },
      {
        field: { vi: 'Thuê loa', en: 'Thuê loa' },
        was: { vi: 'Ngân sách trung ương, 2 × 200.000 đ', en: 'Central budget, 2 × 200.000 đ' },
        is: { vi: 'Ngân sách tỉnh, 2 × 200.000 đ', en: 'Provincial budget, 2 × 200.000 đ' },
      },
      {
        field: { vi: 'Nước uống', en: 'Nước uống' },
        was: { vi: '', en: '' },
        is: { vi: 'Ngân sách trung ương, 2 × 10.000 đ', en: 'Central budget, 2 × 10.000 đ' },
      },
    ])
  })

  it('adds up alike on the page, in the list, in the files and in the database', async () => {
    const id = await approved({ name: 'Kế hoạch điều chỉnh cộng đúng' })
    const amendment = await begun(id)
    await must(addLine(amendment, { money: money(7_000_000) }))
    await must(approve(amendment))
    const { sums } = await show(id)
    expect(sums.dong).toBe(10_000_000)
    const { rows } = (await world.as('dao').get('/api/training-plans?q=dieu chinh cong dung')).json()
    expect(rows).toMatchObject([{ trainingPlanId: id, dong: sums.dong, people: sums.people, classes: sums.classes }])
    const { body } = await world.as('dao').get(url(id, '/lines/file?as=csv&columns=dong'))
    const cells = body.trim().split(/\r?\n/).slice(1).map(Number)
    expect(cells.reduce((sum: number, cell: number) => sum + cell, 0)).toBe(sums.dong)
    const stored = await world.owner.query<{ dong: number }>(
      `select sum(m.amount)::float8 as dong from plan_line l join plan_money m on m.plan_line_id = l.id
        where l.plan_id = plan_version($1, '2026-11-20')`,
      [id],
    )
    expect(stored.rows[0]?.dong).toBe(sums.dong)
    for (const path of ['/changes', '/amendments'])
      for (const as of ['xlsx', 'csv', 'pdf']) await must(world.as('dao').get(url(id, `${path}/file?as=${as}`)))
  })

  it('follows the one before; each line is known again through all of them', async () => {
    const id = await approved()
    for (const people of [100, 110]) {
      const amendment = await begun(id)
      await must(changeLine(lineOf((await show(amendment)).lineList, 'CĐ1'), people))
      await must(approve(amendment))
    }
    const { versions, changes } = await history(id)
    expect(versions.map(({ amendment }: { amendment: number }) => amendment)).toEqual([0, 1, 2])
    expect(changes).toMatchObject([
      { amendment: 2, was: { people: 100 }, is: { people: 110 } },
      { amendment: 1, was: { people: 90 }, is: { people: 100 } },
    ])
    expect(changes[0].firstId).toBe(changes[1].firstId)
  })

  it('is one at a time, of an approved plan, by who drafts there', async () => {
    const id = await approved()
    const replies = await Promise.all([begin(id), begin(id)])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(await refusal(world, () => begin(id))).toBe('amend.under_way')
    const { drafting } = await history(id)
    expect(await refusal(world, () => begin(drafting.trainingPlanId))).toBe('amend.not_approved')
    for (const person of ['lan', 'kiem', 'hung', 'son'] as const)
      expect(['access.denied', 'plan.not_found']).toContain(await refusal(world, () => begin(id, {}, person)))
    await must(world.as('dao').post(url(drafting.trainingPlanId, '/drop'), { because: 'Chưa cần' }))
    await must(begin(id))
  })

  it('changes something, and is approved by another, not before what it amends', async () => {
    const id = await approved()
    const amendment = await begun(id)
    expect(await refusal(world, () => approve(amendment))).toBe('amend.nothing_changed')
    await must(changeLine(lineOf((await show(amendment)).lineList, 'CĐ1'), 99))
    expect(await refusal(world, () => approve(amendment, { decidedOn: '2026-11-04' }))).toBe('amend.day_before')
    expect(['access.denied']).toContain(await refusal(world, () => approve(amendment, {}, 'dao')))
    await must(approve(amendment))
    expect(await refusal(world, () => addLine(amendment))).toBe('plan.fixed')
  })

  it('that leaves no line calls the plan off; one that changes its name or who is named changes something', async () => {
    const id = await approved()
    const renamed = await begun(id)
    const name = 'Kế hoạch đổi tên'
    await must(world.as('dao').post(url(renamed, '/change'), { name, was: { name: (await show(renamed)).name } }))
    await must(approve(renamed))
    expect((await show(id)).name).toBe(name)
    const off = await begun(id)
    expect((await show(off)).name).toBe(name)
    for (const { planLineId } of (await show(off)).lineList)
      await must(world.as('dao').post(`/api/plan-lines/${planLineId}/drop`, { because: 'Thôi thực hiện' }))
    const { edits } = await show(off)
    await must(world.as('dao').post(url(off, '/submit'), { edits }))
    const below = { areaId: demoAreas.tamHongToday, programmeId, ...planSaid, parentId: id }
    const under = newId()
    await must(world.as('hung').post('/api/training-plans', { ...below, trainingPlanId: under }))
    expect(await show(under, '', 'hung')).toMatchObject({ parent: { trainingPlanId: id, calledOff: false } })
    await must(approve(off))
    // Who carries it out below is told, and nobody begins to.
    expect(await show(under, '', 'hung')).toMatchObject({ parent: { trainingPlanId: id, calledOff: true } })
    await must(world.as('hung').post(url(under, '/drop'), { because: 'Thôi' }))
    const late = () => world.as('hung').post('/api/training-plans', { ...below, trainingPlanId: newId() })
    expect(await refusal(world, late)).toBe('plan.parent_called_off')
    expect(await show(id)).toMatchObject({ lines: 0, people: 0, dong: 0, inForce: 2 })
    const pdf = await must(world.as('dao').get(url(off, '/ke-hoach.pdf')))
    const words = lookAt(pdf.rawPayload)
      .map(({ text }) => text)
      .join(' ')
    expect(words).toContain('Thôi thực hiện kế hoạch')
    expect(words).not.toContain('Phụ lục I -')
  })

  it('keeps the programme, and its reason is not emptied', async () => {
    const amendment = await begun(await approved())
    const change = (body: object) => world.as('dao').post(url(amendment, '/change'), body)
    const wrong = { programmeId: await aProgramme(world), was: { programmeId } }
    expect(await refusal(world, () => change(wrong))).toBe('plan.amendment_programme')
    expect(await refusal(world, () => change({ reason: ' ', was: { reason: 'Thêm kinh phí' } }))).toBe(
      'plan.amendment_reason',
    )
  })

  it('is begun while the plan under it is read, and not taken for a plan below', async () => {
    const parentId = await approved()
    const under = await approved({ parentId, areaId: demoAreas.tamHongToday }, 'hung')
    const amendment = (await must(begin(under, {}, 'hung'))).json().trainingPlanId
    const added = await addLine(amendment, { people: 7, classes: 1 }, 'hung')
    expect(added.statusCode, added.body).toBe(200)
    expect((await show(parentId)).below).toMatchObject({ approved: { plans: 1, people: 130 }, drafted: { plans: 0 } })
    const bich = await approve(amendment, { issuer: 'UBND xã Tam Hồng' }, 'bich')
    expect(bich.statusCode, bich.body).toBe(200)
    expect((await show(parentId)).below).toMatchObject({ approved: { plans: 1, people: 137 } })
    const parent = { areaId: demoAreas.tamHongToday, parentId: amendment, trainingPlanId: newId() }
    const wrong = () => world.as('hung').post('/api/training-plans', { programmeId, ...planSaid, ...parent })
    expect(await refusal(world, wrong)).toBe('plan.parent')
  })

  it('does not take in a line that comes in the same second', async () => {
    const amendment = await begun(await approved())
    await must(changeLine(lineOf((await show(amendment)).lineList, 'CĐ1'), 95))
    const { edits } = await show(amendment)
    const decided = { number: `${newId().slice(-6)}/ĐC`, decidedOn: '2026-11-12', issuer: 'UBND tỉnh', edits }
    const sign = () => world.as('lan').post(url(amendment, '/approve'), decided)
    const replies = await meetingAt(world, 'training_plan', [sign, () => addLine(amendment)])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })
})

describe('a decision that was typed wrongly', () => {
  type Of = { number: string; decidedOn: string; issuer: string }
  const decidedOf = async (id: string): Promise<Of> => {
    const { number, day: decidedOn, issuer } = (await show(id)).approved
    return { number, decidedOn, issuer }
  }
  async function correct(id: string, part: object, person: PersonName = 'lan') {
    const was = await decidedOf(id)
    const sent = { ...was, because: 'Gõ nhầm số', was, ...part }
    return world.as(person).post(url(id, '/correct-decision'), sent)
  }
  const codeOf = async (id: string) =>
    (await world.owner.query('select signed from plan_paper where plan_id = $1', [id])).rows[0]?.signed as string
  const paperId = (signed: string) => decodeSigned(signed)?.paper.id ?? ''
  const status = async (paper: string) => (await world.nobody.get(`/api/public/papers/${paper}`)).json()

  it('is corrected with its reason; the paper says it, and who checks the former is led there', async () => {
    const id = await approved()
    const before = await codeOf(id)
    expect((await correct(id, { number: '778/KH-UBND', decidedOn: '2026-11-06' })).statusCode).toBe(200)
    expect((await show(id)).approved).toEqual({ number: '778/KH-UBND', day: '2026-11-06', issuer: 'UBND tỉnh Phú Thọ' })
    const pages = await lookAt((await must(world.as('dao').get(url(id, '/ke-hoach.pdf')))).rawPayload)
    const words = pages.map(({ text }) => text).join(' ')
    expect(words).toContain('778/KH-UBND')
    expect(words.replace(/\s+/g, ' ')).toContain('Bản này thay bản ghi số')
    const after = await codeOf(id)
    expect(paperId(after)).not.toBe(paperId(before))
    expect(await status(paperId(before))).toMatchObject({ inForce: false, instead: { number: '778/KH-UBND' } })
    expect(await status(paperId(after))).toMatchObject({ inForce: true, number: '778/KH-UBND' })
    const { rows } = await world.owner.query(
      `select facts from audit_line where subject_id = $1 and what = 'plan.decision_corrected'`,
      [id],
    )
    expect(rows).toMatchObject([{ facts: { because: 'Gõ nhầm số' } }])
    // What the paper said before is kept with it.
    const kept = await world.owner.query('select earlier from plan_paper where plan_id = $1', [id])
    expect(kept.rows[0].earlier).toMatchObject([{ signed: before, because: 'Gõ nhầm số' }])
    // Corrected once more: the page tells each, and the first code leads to what holds now.
    const [first] = (await show(id)).earlier
    expect(first).toMatchObject({ day: '2026-11-05', until: '2026-11-20', because: 'Gõ nhầm số' })
    expect((await correct(id, { issuer: 'UBND tỉnh Phú Thọ mới', because: 'Thiếu chữ' })).statusCode).toBe(200)
    const second = { number: '778/KH-UBND', day: '2026-11-06', issuer: 'UBND tỉnh Phú Thọ', until: '2026-11-20' }
    expect((await show(id)).earlier).toEqual([first, { ...second, because: 'Thiếu chữ' }])
    expect(await status(paperId(after))).toMatchObject({ inForce: false })
    const last = await status(paperId(await codeOf(id)))
    expect(last).toMatchObject({ inForce: true, number: '778/KH-UBND' })
  })

  it('is cited as it is now, with what it was at the signing, by its amendment and by the plans below', async () => {
    const id = await approved()
    const amendment = await begun(id)
    await must(changeLine(lineOf((await show(amendment)).lineList, 'CĐ1'), 95))
    await must(approve(amendment))
    const below = newId()
    const of = { areaId: demoAreas.tamHongToday, programmeId, parentId: id }
    await must(world.as('hung').post('/api/training-plans', { trainingPlanId: below, ...planSaid, ...of }))
    await must(addLine(below, {}, 'hung'))
    await must(approve(below, { issuer: 'UBND xã Tam Hồng' }, 'bich'))
    const { number } = (await show(id)).approved
    const print = async (one: string, kind = 'pdf') => {
      const reply = await must(world.as('dao').get(url(one, `/ke-hoach.${kind}`)))
      return (await lookAt(reply.rawPayload))
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' ')
    }
    const asSigned = await print(below)
    expect(asSigned).toContain(`Thực hiện Kế hoạch số ${number} ngày 05/11/2026`)
    expect(asSigned).not.toContain('đính chính')
    await must(correct(id, { number: '790/KH-UBND', decidedOn: '2026-11-04' }))
    const child = await print(below)
    expect(child).toContain('Thực hiện Kế hoạch số 790/KH-UBND ngày 04/11/2026')
    expect(child).toContain(`(khi ký ghi số ${number} ngày 05/11/2026; đã đính chính)`)
    const amended = await print(amendment)
    expect(amended).toContain('Điều chỉnh, bổ sung Kế hoạch số 790/KH-UBND ngày 04 tháng 11 năm 2026')
    expect(amended).toContain(`khi ký ghi số ${number} ngày 05 tháng 11 năm 2026, đã đính chính`)
    expect(amended).toContain('lần 1 Kế hoạch số 790/KH-UBND ngày 04 tháng 11 năm 2026)')
  })

  it('is told by the paper, and by the page, of a plan that has no code', async () => {
    const id = await approved()
    await world.owner.query('delete from plan_paper where plan_id = $1', [id])
    const { number } = (await show(id)).approved
    await must(correct(id, { number: '795/KH-UBND' }))
    const reply = await must(world.as('dao').get(url(id, '/ke-hoach.pdf')))
    const words = (await lookAt(reply.rawPayload))
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' ')
    expect(words).toContain(`Bản này thay bản ghi số ${number} ngày 05/11/2026, đính chính ngày 20/11/2026`)
  })

  it('is put right by two at once: what only one touched merges, what both touched is shown', async () => {
    const id = await approved()
    const was = await decidedOf(id)
    await must(correct(id, { number: '796/KH-UBND' }))
    const late = (part: object) => correct(id, { ...was, was, ...part })
    const reply = await late({ number: '797/KH-UBND', decidedOn: '2026-11-04' })
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'record.changed_since'])
    expect(reply.json().facts.touching).toMatchObject([
      { field: 'number', yours: '797/KH-UBND', theirs: '796/KH-UBND', was: was.number },
    ])
    await must(late({ decidedOn: '2026-11-04' }))
    expect((await show(id)).approved).toMatchObject({ number: '796/KH-UBND', day: '2026-11-04' })
  })

  it('is of no day before the framework whose topics the plan takes, neither first nor corrected', async () => {
    const [topic] = await approvedTopics(world, { name: 'Khung duyệt sau' })
    const found = await world.owner.query('select framework_id from framework_topic where id = $1', [topic])
    const { framework_id: framework } = found.rows[0]
    const {
      number,
      day: decidedOn,
      issuer,
    } = (await world.as('dao').get(`/api/frameworks/${framework}`)).json().approved
    const wasThen = { number, decidedOn, issuer }
    const moved = (day: string) =>
      world.as('lan').post(`/api/frameworks/${framework}/correct-decision`, {
        ...wasThen,
        decidedOn: day,
        because: 'Nhầm',
        was: wasThen,
      })
    await must(moved('2026-11-08'))
    const id = newId()
    const said = { trainingPlanId: id, areaId: demoAreas.phuTho, programmeId, ...planSaid, name: 'Theo khung sau' }
    await must(world.as('dao').post('/api/training-plans', said))
    await must(addLine(id, { topicId: topic }))
    expect(await refusal(world, () => approve(id, { decidedOn: '2026-11-07' }))).toBe('plan.before_framework')
    await must(approve(id, { decidedOn: '2026-11-09' }))
    expect(await refusal(world, () => correct(id, { decidedOn: '2026-11-07' }))).toBe('plan.decided_before')
    // Nor does the framework come after it.
    Object.assign(wasThen, { decidedOn: '2026-11-08' })
    const late = await moved('2026-11-10')
    expect([late.json().code, late.json().title.vi]).toEqual([
      'framework.decided_after',
      expect.stringContaining('1 kế hoạch'),
    ])
    await must(moved('2026-11-09'))
  })

  it('keeps its amendments: the corrected paper is changed by them, and so is the next', async () => {
    const id = await approved()
    const first = await begun(id)
    await must(changeLine(lineOf((await show(first)).lineList, 'CĐ1'), 95))
    await must(approve(first, { decidedOn: '2026-11-10' }))
    expect((await correct(id, { number: '779/KH-UBND' })).statusCode).toBe(200)
    const { corrections } = await status(paperId(await codeOf(id)))
    expect(corrections).toHaveLength(1)
    const second = await begun(id)
    await must(changeLine(lineOf((await show(second)).lineList, 'CĐ1'), 99))
    await must(approve(second, { decidedOn: '2026-11-12' }))
    expect((await correct(first, { number: '780/ĐC' })).statusCode).toBe(200)
    const told = (await status(paperId(await codeOf(id)))).corrections
    expect(told.map(({ number }: { number: string }) => number)).toContain('780/ĐC')
    expect(told).toHaveLength(2)
    // Its day stays between what it rests on and what rests on it.
    expect(await refusal(world, () => correct(id, { decidedOn: '2026-11-11' }))).toBe('plan.decided_after')
    expect(await refusal(world, () => correct(second, { decidedOn: '2026-11-09' }))).toBe('plan.decided_before')
  })

  it('is corrected by who may approve, and by nobody else; not to what stands, nor to the number of another', async () => {
    const id = await approved()
    const other_ = await decidedOf(await approved())
    expect(await refusal(world, () => correct(id, {}))).toBe('plan.decision_same')
    expect(await refusal(world, () => correct(id, { number: other_.number }))).toBe('plan.number_taken')
    expect(await refusal(world, () => correct(id, { decidedOn: '2026-11-21' }))).toBe('plan.day_far')
    for (const person of ['dao', 'kiem', 'hung', 'son'] as const)
      expect((await correct(id, { number: '782/KH' }, person)).statusCode, person).not.toBe(200)
    const draft = newId()
    const said = { trainingPlanId: draft, areaId: demoAreas.phuTho, programmeId, ...planSaid, name: 'Còn dự thảo' }
    await must(world.as('dao').post('/api/training-plans', said))
    const sent = { ...other_, because: 'x', was: other_ }
    const early = () => world.as('lan').post(url(draft, '/correct-decision'), sent)
    expect(await refusal(world, early)).toBe('plan.not_decided')
  })
})
