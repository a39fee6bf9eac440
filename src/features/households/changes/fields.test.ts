/** Whatever is refused because of one field names it, so that the form says it there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { type Family, settle, thon1, thon2 } from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const fieldOf = async (path: string, body: object) => {
  const reply = await world.as('hung').post(`/api/households${path}`, body)
  const { code, facts } = reply.json()
  return { code, at: facts?.at }
}
const membersOf = async ({ householdId }: Family) =>
  (
    await world.owner.query<{ id: string }>(
      `select id from member where household_id = $1 order by relation <> 'head', relation <> 'spouse'`,
      [householdId],
    )
  ).rows.map(({ id }) => id) as [string, string, string]

describe('an event before the first day of its household', () => {
  // The village stands then; the household is in the register from the first of August on.
  const on = '2025-07-01'
  const baby = { name: 'Lê Thị Út', sex: 'female', birth: { year: 2025, month: 7, day: 1 }, ethnicity: '01' }
  type Made = { ids: [string, string, string]; other: Family }
  const acts: Record<string, (of: Made) => [string, object]> = {
    'its end': () => ['/end', { on, reason: 'moved_away' }],
    'a new village': () => ['/residence', { on, villageId: thon2, address: '', number: '' }],
    'a new number': () => ['/residence', { on, villageId: thon1, address: '', number: '9' }],
    'a new head': ({ ids: [, father] }) => ['/head', { on, newHeadId: father }],
    'a death': ({ ids: [, father] }) => [`/members/${father}/leave`, { on, reason: 'died' }],
    'a birth': () => ['/members', { memberId: newId(), on, reason: 'born', relation: 'child', person: baby }],
    'a split': ({ ids: [, , boy] }) => [
      '/split',
      {
        ...{ on, newHouseholdId: newId(), villageId: thon1, address: '', number: '' },
        members: [{ memberId: boy, relation: 'head' }],
      },
    ],
    'a merge': ({ ids: [mother], other }) => [
      '/merge',
      {
        ...{ on, intoHouseholdId: other.householdId },
        relations: [{ memberId: mother, relation: 'sibling' }],
      },
    ],
  }
  it.each(Object.entries(acts))('%s names its day', async (_what, act) => {
    const family = await settle(world, thon1, 'Lò Thị Sớm')
    const other = await settle(world, thon1, 'Lò Thị Khác')
    const [path, body] = act({ ids: await membersOf(family), other })
    const { code, at } = await fieldOf(`/${family.householdId}${path}`, body)
    expect(code).toMatch(/^household\.(day_too_early|event_later)$/)
    expect(at).toBe('on')
  })
})

describe('of several people in one form', () => {
  const person = (name: string, more: object = {}) => ({
    person: { name, sex: 'male', birth: { year: 1980 }, ethnicity: '01', ...more },
    memberId: newId(),
  })
  const entered = (second: object, more: object = {}) =>
    fieldOf('', {
      ...{
        householdId: newId(),
        villageId: thon1,
        number: '',
        address: '',
        on: '2026-01-01',
        reason: 'listed',
        ...more,
      },
      members: [
        { ...person('Lý Văn Một', { citizenId: '026080000111' }), relation: 'head' },
        { ...person('Lý Văn Hai'), relation: 'child', ...second },
      ],
    })

  it('the one is named of whom something is wrong', async () => {
    const late = person('Lý Văn Hai', { birth: { year: 2026, month: 2, day: 1 } })
    expect(await entered(late)).toEqual({ code: 'household.birth_after', at: 'members.1.person.birth' })
    expect(await entered(person('Lý *** Hai'))).toEqual({ code: 'household.name_unfit', at: 'members.1.person.name' })
    expect(await entered(person('Lý Văn Hai', { citizenId: '12' }))).toEqual({
      ...{ code: 'household.citizen_id_unfit', at: 'members.1.person.citizenId' },
    })
    expect(await entered(person('Lý Văn Hai', { insuranceNo: '12' }))).toEqual({
      ...{ code: 'household.insurance_no_unfit', at: 'members.1.person.insuranceNo' },
    })
    expect(await entered(person('Lý Văn Hai', { citizenId: '026080000111' }))).toEqual({
      ...{ code: 'household.citizen_id_twice', at: 'members.1.person.citizenId' },
    })
    expect(await entered({}, { number: '=1+1' })).toEqual({ code: 'household.text_unfit', at: 'number' })
    for (const number of ['<b>1</b>', '1"2', '3;4', '{5}'])
      expect(await entered({}, { number }), number).toEqual({ code: 'household.number_unfit', at: 'number' })
    expect(await entered(person('Lý Вăn Hai'))).toEqual({ code: 'household.name_unfit', at: 'members.1.person.name' })
    expect(await entered({}, { address: '@xóm' })).toEqual({ code: 'household.text_unfit', at: 'address' })
  })
})
