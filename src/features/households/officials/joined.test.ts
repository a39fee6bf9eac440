/** Two records of one official become one, of which one or both are known as members of a household. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { nationId } from '#features/areas/nation/snapshot.ts'
import type { AreaId, CommandId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { unasked } from '#test/unasked.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'
import { officialJobs } from './jobs.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const { tamHongToday: tamHong } = demoAreas
const [thon1] = demoAreas.villages.tamHong as [AreaId]
const must = async (url: string, body: object) => {
  const reply = await world.as('hung').post(url, body)
  expect(reply.statusCode, `${url} ${reply.body}`).toBe(200)
  return reply.json()
}
const born = { sex: 'female', birth: { year: 1985 }, ethnicity: '01' }

/** A household of women by their citizen ids. */
async function family(...ids: string[]): Promise<string> {
  const householdId = newId()
  const members = ids.map((citizenId, at) => ({
    ...{ memberId: newId(), relation: at === 0 ? 'head' : 'sibling' },
    person: {
      name: `Lò Thị Nhà ${'ABCDEGHIKL'[Number(citizenId.at(-2))]}${'abcdeghikl'[Number(citizenId.at(-1))]}`,
      citizenId,
      ...born,
    },
  }))
  await must('/api/households', {
    ...{ householdId, villageId: thon1, number: '', address: '', on: '2025-08-01', reason: 'listed', members },
    sure: 'Hai chị em ở chung',
  })
  return householdId
}
async function official(name: string, citizenId?: string): Promise<string> {
  const officialId = newId()
  await must('/api/officials', {
    ...{ officialId, unitId: tamHong, name, ...born, languages: [], phone: '', personalNumber: '', holds: null },
    ...{ sure: 'Ghi lần nữa', ...(citizenId && { citizenId }) },
  })
  await unasked(world, officialId)
  return officialId
}
const atNight = async () => {
  const data = { input: {}, by: null }
  const id = newId<'command'>() as CommandId
  return (await officialJobs[0]?.run(world.host, { id, data, nation: nationId, signal: new AbortController().signal }))
    ?.facts
}
const dropId = async (officialId: string) => {
  const { citizenIdMark } = await must(`/api/officials/${officialId}/open`, {})
  await must(`/api/officials/${officialId}/change`, { dropCitizenId: true, was: { citizenId: citizenIdMark } })
}
const join = (kept: string, former: string) =>
  world.as('hung').post(`/api/officials/${kept}/join`, { formerId: former, because: 'Cùng một người' })
const against = async (kept: string, former: string) =>
  (await world.as('hung').get(`/api/officials/${kept}/join/${former}`))
    .json()
    .faults.map(({ code }: { code: string }) => code)
const home = async (officialId: string) =>
  (await world.as('hung').get(`/api/officials/${officialId}/household`)).json().home?.householdId ?? null
const openLinks = async (officialId: string): Promise<number> =>
  (await world.owner.query('select from official_member where official_id = $1 and until is null', [officialId]))
    .rowCount ?? 0

describe('two records of one official', () => {
  it('of which one is a member of a household: the one that stays is, also after the night', async () => {
    const householdId = await family('025185100001')
    const former = await official('Lò Thị Một Nhà', '025185100001')
    const kept = await official('Lò Thị Một Nhà')
    await atNight()
    expect(await home(former)).toBe(householdId)
    expect((await join(kept, former)).statusCode).toBe(200)
    expect(await home(kept)).toBe(householdId)
    expect(await atNight()).toMatchObject({ linked: 0, parted: 0 })
  })

  it('that are two members of one household are two people, until the wrong citizen id is dropped', async () => {
    const householdId = await family('025185100011', '025185100022')
    const kept = await official('Lò Thị Hai Số', '025185100011')
    const former = await official('Lò Thị Hai Số', '025185100022')
    await atNight()
    expect((await against(kept, former)).sort()).toEqual(['citizen_id', 'household'])
    expect(await refusal(world, () => join(kept, former))).toBe('joining.stands_against')
    await dropId(former)
    // The night has not come yet: what was found by the number that is no more does not count.
    expect(await against(kept, former)).toEqual([])
    expect((await join(kept, former)).statusCode).toBe(200)
    expect(await home(kept)).toBe(householdId)
    expect(await openLinks(kept)).toBe(1)
    expect(await atNight()).toMatchObject({ linked: 0, parted: 0 })
  })

  it('of two households, where the number of the record that stays was wrong: the home is that of the other', async () => {
    await family('025185100031')
    const right = await family('025185100042')
    const kept = await official('Lò Thị Hai Nhà', '025185100031')
    const former = await official('Lò Thị Hai Nhà', '025185100042')
    await atNight()
    await dropId(kept)
    expect((await join(kept, former)).statusCode).toBe(200)
    expect(await home(kept)).toBe(right)
    expect(await atNight()).toMatchObject({ linked: 0, parted: 0 })
    expect(await home(kept)).toBe(right)
  })

  it('that took one number after the other are the same member: one link stays', async () => {
    const householdId = await family('025185100051')
    const former = await official('Lò Thị Chuyển Số', '025185100051')
    await atNight()
    await dropId(former)
    const kept = await official('Lò Thị Chuyển Số', '025185100051')
    await atNight()
    expect([await home(former), await home(kept)]).toEqual([null, householdId])
    expect((await join(kept, former)).statusCode).toBe(200)
    expect(await home(kept)).toBe(householdId)
    expect(await openLinks(kept)).toBe(1)
  })
})
