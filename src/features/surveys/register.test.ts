/** What the checking page says of the register: what changed there since, and what the survey learned. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { type CaseOf, type Family, lackingAnswers, roundAtSurveying, settle, thon1 } from '#test/rounds.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const url = ({ householdId, caseId }: CaseOf, act = '') => `/api/households/${householdId}/cases/${caseId}${act}`
const show = async (one: CaseOf, person: PersonName = 'hung') => (await world.as(person).get(url(one))).json()
type Apart = { what: string; name: string; person: string; since: boolean; explained: object | null; memberId: string }
const apartOf = async (one: CaseOf) => ((await show(one)).apart as Apart[]).map(({ what, name }) => [what, name])
/** The answers without the father. */
const withoutFather = (family: Family) => {
  const facts = lackingAnswers(family, 1_000_000)
  return { ...facts, members: (facts.members ?? []).filter((m) => m.id !== family.people[1]) }
}

it('lists what differs, with what to record; recorded there it is gone, and nothing is recorded by itself', async () => {
  const family = await settle(world, thon1, 'Lò Thị Yên')
  const { round, cases } = await roundAtSurveying(world, [family])
  const [one] = cases as [CaseOf]
  const [mother] = family.people
  const baby = {
    id: newId(),
    name: 'Lê Thị Út',
    sex: 'female',
    birth: { year: 2026, month: 9, day: 2 },
    relation: 'child',
  } as const
  // The father died, the mother's boy stays, a girl was born.
  const facts = withoutFather(family)
  await round.send(one, { ...facts, members: [...facts.members, baby] } as typeof facts)
  const before = await show(one)
  expect(before.registered).toEqual([])
  expect(before.apart).toMatchObject([
    { what: 'joined', name: 'Lê Thị Út', memberId: null, since: false, answers: { birth: { month: 9 } } },
    { what: 'left', name: 'Lê Văn Bền', since: false },
  ])
  expect([before.mayRegister, (await show(one, 'bich')).mayRegister]).toEqual([true, false])
  const members = await world.owner.query('select count(*)::int as n from member where household_id = $1', [
    one.householdId,
  ])
  expect(members.rows).toEqual([{ n: 3 }])
  const at = `/api/households/${one.householdId}/members`
  await round.must('hung', `${at}/${before.apart[1].memberId}/leave`, { on: '2026-11-01', reason: 'died' })
  const { id: _id, relation, ...person } = baby
  await round.must('hung', at, {
    ...{ memberId: newId(), on: '2026-09-02', reason: 'born', relation },
    person: { ...person, ethnicity: '01' },
  })
  expect(await apartOf(one)).toEqual([])
  await round.must('hung', `${at}/${(await idOf(one, mother)) ?? ''}/change`, { name: 'Lò Thị Yến' })
  const after = await show(one)
  // The register changed since: said as such, and to be settled like the rest.
  expect(after.apart).toMatchObject([{ what: 'corrected', name: 'Lò Thị Yến', since: true }])
  // Who is a member since before the survey was a member then, whenever that was recorded.
  expect(after.registered.map(({ what, name }: { what: string; name: string }) => [what, name])).toEqual([
    ['corrected', 'Lò Thị Yến'],
  ])
})

it('is settled before the survey is accepted: recorded, or left so with a reason that stays on the page', async () => {
  const family = await settle(world, thon1, 'Lò Thị Yên')
  const { round, cases } = await roundAtSurveying(world, [family])
  const [one] = cases as [CaseOf]
  const { surveyId } = await round.send(one, withoutFather(family))
  const refused = await round.accept(one, surveyId)
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'surveys.people_apart'])
  expect(refused.json().title.vi).toContain('Lê Văn Bền có trong sổ hộ, không có trong phiếu')
  const because = 'Đi làm xa, vẫn là người trong hộ'
  const why = { surveyId, what: 'left', person: family.people[1], because }
  for (const [person, body, status] of [
    ['mai', why, 403],
    ['hung', { ...why, person: family.people[2] }, 409],
    ['hung', { ...why, surveyId: newId() }, 409],
    ['hung', { ...why, because: ' ' }, 400],
  ] as const)
    expect((await world.as(person).post(url(one, '/explain'), body)).statusCode).toBe(status)
  expect((await round.accept(one, surveyId)).statusCode).toBe(409)
  await round.must('hung', url(one, '/explain'), why)
  expect((await show(one)).apart).toMatchObject([{ what: 'left', explained: { because } }])
  // It is no comment: the enumerator is told of none.
  expect([(await show(one)).comments, (await show(one)).case.notes]).toEqual([[], 0])
  expect((await round.accept(one, surveyId)).statusCode).toBe(200)
  await round.finish('surveying')
  expect((await round.finish('checking')).statusCode).toBe(200)
})

it('names the death that the desk recorded meanwhile, and the ethnic group of which the register has another', async () => {
  const family = await settle(world, thon1, 'Lò Thị Cả')
  const { round, cases } = await roundAtSurveying(world, [family])
  const [one] = cases as [CaseOf]
  const facts = lackingAnswers(family, 1_000_000)
  const members = (facts.members ?? []).map((m) => ({ ...m, ethnicity: '01' }))
  const { surveyId } = await round.send(one, { ...facts, members } as typeof facts)
  const at = `/api/households/${one.householdId}/members`
  await round.must('hung', `${at}/${await idOf(one, family.people[1])}/leave`, { on: '2026-11-01', reason: 'died' })
  await round.must('hung', `${at}/${await idOf(one, family.people[0])}/change`, { ethnicity: '02' })
  expect((await show(one)).apart).toMatchObject([
    { what: 'joined', name: 'Lê Văn Bền', gone: { on: '2026-11-01', reason: 'died' } },
    { what: 'corrected', name: 'Lò Thị Cả', paths: ['members[].ethnicity'] },
  ])
  const refused = (await round.accept(one, surveyId)).json().title.vi
  expect(refused).toContain('sổ hộ: đã mất 01/11/2026')
  expect(refused).toContain('Lò Thị Cả: dân tộc trong phiếu khác sổ hộ')
})

it('keeps the check open where the register changed after a survey was accepted, and the draft as well', async () => {
  const family = await settle(world, thon1, 'Lò Thị Sau')
  const { round, cases } = await roundAtSurveying(world, [family])
  const [one] = cases as [CaseOf]
  const { surveyId } = await round.send(one, lackingAnswers(family, 1_000_000))
  expect((await round.accept(one, surveyId)).statusCode).toBe(200)
  await round.finish('surveying')
  const baby = { name: 'Lê Thị Mới', sex: 'female', birth: { year: 2026, month: 11, day: 20 }, ethnicity: '01' }
  const born = { memberId: newId(), on: '2026-11-20', reason: 'born', relation: 'child', person: baby }
  await round.must('hung', `/api/households/${one.householdId}/members`, born)
  const refused = (await round.finish('checking')).json()
  expect(refused.code).toBe('surveys.people_open')
  expect(refused.title.vi).toContain('hộ Lò Thị Sau (Lê Thị Mới có trong sổ hộ, không có trong phiếu)')
  const [{ person }] = (await show(one)).apart
  const why = { surveyId, what: 'left', person, because: 'Sinh sau ngày khảo sát' }
  await round.must('hung', url(one, '/explain'), why)
  expect((await round.finish('checking')).statusCode).toBe(200)
  await round.pastPaperSteps()
  // And once more after the steps: a name is corrected in the register.
  const boy = await idOf(one, family.people[2])
  await round.must('hung', `/api/households/${one.householdId}/members/${boy}/change`, { name: 'Lê Văn Bê' })
  const { blocked } = await round.standing()
  expect(blocked.map(({ code }: { code: string }) => code)).toEqual(['people_apart'])
  expect(blocked[0]).toMatchObject({ count: 1, households: [{ headName: 'Lò Thị Sau' }] })
  expect(blocked[0].said.vi).toContain('Lê Văn Bê')
  const draft = await round.draft()
  expect([draft.statusCode, draft.json().code]).toEqual([409, 'decisions.blocked'])
  const named = { surveyId, what: 'corrected', person: family.people[2], because: 'Phiếu viết sai dấu' }
  await round.must('hung', url(one, '/explain'), named)
  expect((await round.draft()).statusCode).toBe(200)
})

it('takes no survey without exactly one head, and one kept from before is shown as lacking and not accepted', async () => {
  const family = await settle(world, thon1, 'Lò Thị Đầu')
  const { round, cases } = await roundAtSurveying(world, [family])
  const [one] = cases as [CaseOf]
  const facts = lackingAnswers(family, 1_000_000)
  const headless = { ...facts, members: (facts.members ?? []).slice(1) }
  const survey = await round.surveyOf(one, headless as typeof facts)
  const refused = await world.as('mai').post(url(one, '/surveys'), survey)
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'surveys.no_head'])
  const { surveyId } = await round.send(one, facts)
  await world.owner.query('update survey set facts = $2 where id = $1', [surveyId, JSON.stringify(headless)])
  expect(await apartOf(one)).toEqual([
    ['left', 'Lò Thị Đầu'],
    ['headless', ''],
  ])
  expect((await round.accept(one, surveyId)).json().code).toBe('surveys.people_apart')
})

const idOf = async ({ householdId }: CaseOf, person: string) =>
  (
    await world.owner.query<{ id: string }>('select id from member where household_id = $1 and person_id = $2', [
      householdId,
      person,
    ])
  ).rows[0]?.id
