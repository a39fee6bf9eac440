/** What the checking page says of the register: what changed there since, and what the survey learned. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { type CaseOf, lackingAnswers, roundAtSurveying, settle, thon1 } from '#test/rounds.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('lists what differs, with what to record; recorded there it is gone, and nothing is recorded by itself', async () => {
  const family = await settle(world, thon1, 'Lò Thị Yên')
  const { round, cases } = await roundAtSurveying(world, [family])
  const [one] = cases as [CaseOf]
  const facts = lackingAnswers(family, 1_000_000)
  const [mother, father] = family.people
  const baby = {
    id: newId(),
    name: 'Lê Thị Út',
    sex: 'female',
    birth: { year: 2026, month: 9, day: 2 },
    relation: 'child',
  }
  // The father died, the mother's boy stays, a girl was born.
  const asked = [...(facts.members ?? []).filter((m) => m.id !== father), baby] as NonNullable<typeof facts.members>
  await round.send(one, { ...facts, members: asked })
  const show = async (person: PersonName = 'hung') =>
    (await world.as(person).get(`/api/households/${one.householdId}/cases/${one.caseId}`)).json()
  const before = await show()
  expect(before.registered).toEqual([])
  expect(before.learned).toMatchObject([
    { what: 'joined', name: 'Lê Thị Út', memberId: null, answers: { birth: { year: 2026, month: 9, day: 2 } } },
    { what: 'left', name: 'Lê Văn Bền' },
  ])
  expect([before.mayRegister, (await show('bich')).mayRegister]).toEqual([true, false])
  const members = await world.owner.query('select count(*)::int as n from member where household_id = $1', [
    one.householdId,
  ])
  expect(members.rows).toEqual([{ n: 3 }])
  const url = `/api/households/${one.householdId}/members`
  await round.must('hung', `${url}/${before.learned[1].memberId}/leave`, { on: '2026-11-01', reason: 'died' })
  const { id: _id, relation, ...person } = baby
  await round.must('hung', url, {
    ...{ memberId: newId(), on: '2026-09-02', reason: 'born', relation },
    person: { ...person, ethnicity: '01' },
  })
  await round.must('hung', `${url}/${(await idOf(one, mother)) ?? ''}/change`, { name: 'Lò Thị Yến' })
  const after = await show()
  expect(after.learned).toEqual([])
  // Who is a member since before the survey was a member then, whenever that was recorded.
  expect(after.registered.map(({ what, name }: { what: string; name: string }) => [what, name])).toEqual([
    ['corrected', 'Lò Thị Yến'],
  ])
})

const idOf = async ({ householdId }: CaseOf, person: string) =>
  (
    await world.owner.query<{ id: string }>('select id from member where household_id = $1 and person_id = $2', [
      householdId,
      person,
    ])
  ).rows[0]?.id
