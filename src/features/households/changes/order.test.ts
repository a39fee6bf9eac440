/** What ends, parts or joins households comes after all that is known to have happened to them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { type Family, settle, tamHong, thon1, thon2 } from '#test/rounds.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const post = (path: string, body: object) => () => world.as('hung').post(`/api/households${path && `/${path}`}`, body)
const must = async (path: string, body: object) => {
  const reply = await post(path, body)()
  expect(reply.statusCode, reply.body).toBe(200)
}
const membersOf = async ({ householdId }: Family) =>
  (
    await world.owner.query<{ id: string }>(
      `select id from member where household_id = $1 order by relation <> 'head', relation <> 'spouse'`,
      [householdId],
    )
  ).rows.map(({ id }) => id) as [string, string, string]

/** A family in which something happened on 1 June 2026. */
async function since(happening: 'death' | 'move' | 'birth' | 'head'): Promise<Family> {
  const family = await settle(world, thon1, 'Lò Thị Yên')
  const [, father] = await membersOf(family)
  const baby = { name: 'Lê Thị Út', sex: 'female', birth: { year: 2026, month: 6, day: 1 }, ethnicity: '01' }
  const on = '2026-06-01'
  const acts = {
    death: [`members/${father}/leave`, { on, reason: 'died' }],
    move: ['residence', { on, villageId: thon2, address: '', number: '' }],
    birth: ['members', { memberId: newId(), on, reason: 'born', relation: 'child', person: baby }],
    head: ['head', { on, newHeadId: father }],
  } as const
  const [path, body] = acts[happening]
  await must(`${family.householdId}/${path}`, body)
  return family
}

describe('a household on a day before events that are recorded', () => {
  it.each(['death', 'move', 'birth', 'head'] as const)('does not end before a %s', async (happening) => {
    const { householdId } = await since(happening)
    const end = (on: string) => post(`${householdId}/end`, { on, reason: 'moved_away' })
    expect(await refusal(world, end('2026-05-31'))).toBe('household.event_later')
    expect((await end('2026-05-31')()).json().title.vi).toContain('Từ ngày 01/06/2026 hộ')
    expect((await end('2026-06-01')()).statusCode).toBe(200)
  })

  it('does not part, and is not taken into another nor another into it', async () => {
    const [family, other] = [await since('death'), await settle(world, thon1, 'Vũ Thị Hợi')]
    const [mother, , boy] = await membersOf(family)
    const [theirs] = await membersOf(other)
    const place = { newHouseholdId: newId(), villageId: thon2, address: '', number: '' }
    const members = [{ memberId: boy, relation: 'head' }]
    const on = '2026-05-01'
    const acts = [
      post(`${family.householdId}/split`, { on, ...place, members }),
      post(`${family.householdId}/merge`, {
        on,
        intoHouseholdId: other.householdId,
        relations: [{ memberId: mother, relation: 'sibling' }],
      }),
      post(`${other.householdId}/merge`, {
        on,
        intoHouseholdId: family.householdId,
        relations: [{ memberId: theirs, relation: 'sibling' }],
      }),
    ]
    for (const act of acts) expect(await refusal(world, act)).toBe('household.event_later')
  })

  it('does not end with its last member before a move', async () => {
    const family = await since('move')
    const [mother, father, boy] = await membersOf(family)
    const leave = (member: string, on: string, newHeadId?: string) =>
      post(`${family.householdId}/members/${member}/leave`, { on, reason: 'moved_out', newHeadId })
    await leave(mother, '2026-06-01', father)()
    await leave(boy, '2026-06-01')()
    expect(await refusal(world, leave(father, '2026-05-01'))).toBe('household.event_later')
    expect((await leave(father, '2026-06-02')()).statusCode).toBe(200)
  })

  it('still ends on a day before something that was only corrected later', async () => {
    const family = await settle(world, thon1, 'Lò Thị Kín')
    const [mother] = await membersOf(family)
    await must(`${family.householdId}/members/${mother}/change`, { name: 'Lò Thị Kính' })
    await must(`${family.householdId}/end`, { on: '2026-05-01', reason: 'moved_away' })
  })
})

describe('a village that ends in the same second', () => {
  const entering = (villageId: string) => {
    const person = { name: 'Lê Thị Cúc', sex: 'female', birth: { year: 1985 }, ethnicity: '01' }
    const members = [{ memberId: newId(), relation: 'head', person }]
    const body = { householdId: newId(), villageId, number: '', address: '', on: '2026-11-20', reason: 'moved_in' }
    return post('', { ...body, members })
  }
  const merging = (areaIds: readonly string[], name: string) => () =>
    world.as('quantri').post('/api/area-events', {
      change: { kind: 'merge', areaIds, into: { name, kind: 'thon', code: null, parentId: demoAreas.tamHongToday } },
      day: '2026-11-20',
      legalBasis: 'Nghị quyết 1/NQ-HĐND',
      mark: 'text',
    })
  const moving = (householdId: string, villageId: string) =>
    post(`${householdId}/residence`, { on: '2026-11-20', villageId, address: '', number: '' })
  const [, , thon3, thon4, thon5, thon6] = tamHong as readonly string[]

  it('takes nobody in: who enters a household or moves one there waits for the event and is refused', async () => {
    const { householdId } = await settle(world, thon1, 'Lò Thị Mẩy')
    const acts = [merging([thon3 as string, thon4 as string], 'Thôn Ba Bốn'), entering(thon3 as string)]
    const replies = await meetingAt(world, 'area_event', [...acts, moving(householdId, thon4 as string)])
    expect(answersIn(replies)).toEqual(['ok', 'household.not_a_village', 'household.not_a_village'])
  })

  it('ends after who came first', async () => {
    const acts = [entering(thon5 as string), merging([thon5 as string, thon6 as string], 'Thôn Năm Sáu')]
    expect(answersIn(await meetingAt(world, 'household_residence', acts))).toEqual(['ok', 'ok'])
  })
})
