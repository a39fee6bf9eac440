/** The account of an official: joined by who may and not by its holder, one of each, parted with a reason. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { meetingAt } from '#test/together.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const { tamHongToday: tamHong, phuTho } = demoAreas
async function entered(name: string, unitId: string = tamHong, by: PersonName = 'hung'): Promise<string> {
  const officialId = newId()
  const who = { sex: 'female', birth: { year: 1985 }, ethnicity: '01', languages: [], phone: '', personalNumber: '' }
  const reply = await world.as(by).post('/api/officials', { officialId, unitId, name, ...who, holds: null })
  expect(reply.statusCode, reply.body).toBe(200)
  return officialId
}
const join = (officialId: string, account: PersonName, person: PersonName = 'hung') =>
  world.as(person).post(`/api/officials/${officialId}/account`, { accountId: world.idOf(account) })
const part = (officialId: string, account: PersonName, person: PersonName = 'hung') =>
  world.as(person).post(`/api/officials/${officialId}/account/part`, {
    ...{ accountId: world.idOf(account), because: 'Nối nhầm người' },
  })
const ofOfficial = async (officialId: string, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/officials/${officialId}/account`)).json()
const ofAccount = async (account: PersonName, person: PersonName = 'quantri') =>
  (await world.as(person).get(`/api/accounts/${world.idOf(account)}/official`)).json()
const sought = async (what: 'accounts' | 'officials', q: string, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/${what}-to-join?q=${encodeURIComponent(q)}`)).json()[what]

describe('an account', () => {
  it('is found and joined from the official’s page and from that of who has access, and parted again', async () => {
    const official = await entered('Nguyễn Thị Mai')
    expect(await ofOfficial(official)).toEqual({ account: null, can: ['join'] })
    expect(await sought('accounts', 'mai')).toMatchObject([{ login: 'mai', name: 'Nguyễn Thị Mai' }])
    expect(await sought('officials', 'mai', 'quantri')).toMatchObject([{ officialId: official }])
    expect((await join(official, 'mai')).statusCode).toBe(200)
    expect(await ofOfficial(official)).toMatchObject({ account: { login: 'mai' }, can: ['part'] })
    expect(await ofAccount('mai')).toMatchObject({ official: { officialId: official }, can: ['part'] })
    expect(await sought('accounts', 'mai')).toEqual([])
    expect(await sought('officials', 'mai', 'quantri')).toEqual([])
    const { rows } = (await world.as('hung').get(`/api/areas/${tamHong}/officials?q=mai`)).json()
    expect(rows).toMatchObject([{ hasAccount: true }])
    expect((await part(official, 'mai', 'quantri')).statusCode).toBe(200)
    expect(await ofAccount('mai')).toMatchObject({ official: null, can: ['join'] })
    const told = await world.owner.query(
      `select what, facts->>'account' as account from audit_line where subject_id = $1 and what like 'official.account%' order by id`,
      [official],
    )
    expect(told.rows.map(({ what }) => what).sort()).toEqual(['official.account_joined', 'official.account_parted'])
  })

  it('is of one official, who has one: also where two join it in the same second', async () => {
    const [one, other] = [await entered('Trần Thị Nhất'), await entered('Trần Thị Nhì')]
    expect((await join(one, 'thang')).statusCode).toBe(200)
    expect(await refusal(world, () => join(other, 'thang'))).toBe('accounts.taken')
    expect(await refusal(world, () => join(one, 'mai'))).toBe('accounts.official_has')
    expect(await refusal(world, () => part(one, 'mai'))).toBe('accounts.parted')
    expect((await part(one, 'thang')).statusCode).toBe(200)
    const replies = await meetingAt(world, 'official', [() => join(one, 'thang'), () => join(other, 'thang')])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(await refusal(world, () => part(one, 'mai'))).toBe('accounts.parted')
  })

  it('is joined by nobody to themselves, nor where it reaches beyond the unit', async () => {
    const official = await entered('Lê Thị Hùng')
    expect(await refusal(world, () => join(official, 'hung'))).toBe('accounts.own')
    expect(await refusal(world, () => join(official, 'lan'))).toBe('accounts.not_found')
    expect(await refusal(world, () => join(official, 'son'))).toBe('accounts.not_found')
    expect((await join(official, 'hung', 'lan')).statusCode).toBe(200)
    expect(await ofOfficial(official)).toMatchObject({ can: [] })
    expect(await refusal(world, () => part(official, 'hung'))).toBe('accounts.own')
    const atProvince = await entered('Bùi Thị Đào', phuTho, 'lan')
    expect(await refusal(world, () => join(atProvince, 'dao'))).toBe('official.not_found')
    expect((await join(atProvince, 'dao', 'lan')).statusCode).toBe(200)
  })

  it('is joined by who may alone', async () => {
    const official = await entered('Lê Thị Không')
    for (const person of ['bich', 'kiem', 'mai', 'dao'] as const)
      expect(await refusal(world, () => join(official, 'mai', person)), person).toBe('access.denied')
    expect(await refusal(world, () => join(official, 'mai', 'son'))).toBe('official.not_found')
    expect(await ofOfficial(official, 'kiem')).toEqual({ account: null, can: [] })
  })
})
