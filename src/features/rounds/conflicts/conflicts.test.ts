/** Officials who live in households of a round: found by both sealed citizen ids at night, named where they would work on their own. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { nationId } from '#features/areas/nation/snapshot.ts'
import { officialJobs } from '#features/households/officials/jobs.ts'
import type { CommandId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { openRound, thon1 } from '#test/rounds.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const tamHong = demoAreas.tamHongToday
const must = async (person: PersonName, url: string, body: object) => {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, `${url} ${reply.body}`).toBe(200)
  return reply.json()
}
const wife = { name: 'Nguyễn Thị Mai', sex: 'female', birth: { year: 1985 }, citizenId: '025185001234' }
const husband = { name: 'Lê Văn Hùng', sex: 'male', birth: { year: 1983 }, citizenId: '025083001235' }

async function family(): Promise<string> {
  const householdId = newId()
  const person = (one: object) => ({ ethnicity: '01', ...one })
  const members = [
    { memberId: newId(), relation: 'head', person: person(wife) },
    { memberId: newId(), relation: 'spouse', person: person(husband) },
  ]
  const where = { villageId: thon1, number: '', address: '', on: '2025-08-01', reason: 'listed' }
  await must('hung', '/api/households', { householdId, ...where, members })
  return householdId
}
async function official(who: object, account: PersonName, by: PersonName): Promise<string> {
  const officialId = newId()
  const rest = { ethnicity: '01', languages: [], phone: '', personalNumber: '', holds: null }
  await must('hung', '/api/officials', { officialId, unitId: tamHong, ...who, ...rest })
  await must(by, `/api/officials/${officialId}/account`, { accountId: world.idOf(account) })
  return officialId
}
const atNight = async () => {
  const [job] = officialJobs
  const data = { input: {}, by: null }
  return job?.run(world.host, {
    ...{ id: newId<'command'>() as CommandId, data, nation: nationId, signal: new AbortController().signal },
  })
}
const home = async (officialId: string, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/officials/${officialId}/household`)).json()

it('an official is known as a member of a household by the citizen id alone, and no more once that is another', async () => {
  const householdId = await family()
  const mai = await official(wife, 'mai', 'hung')
  const hung = await official(husband, 'hung', 'lan')
  expect(await home(mai)).toEqual({ home: null })
  expect((await atNight())?.facts).toMatchObject({ linked: 2, parted: 0 })
  expect(await home(mai)).toMatchObject({ home: { householdId, headName: wife.name } })
  // A second night finds nothing new.
  expect((await atNight())?.facts).toMatchObject({ linked: 0, parted: 0 })
  // Who reads no households there, reads of none; the neighbour does not see the official.
  expect(await home(mai, 'dao')).toEqual({ home: null })
  expect((await home(mai, 'son')).code).toBe('official.not_found')

  const round = await openRound(world, 'ad_hoc', [thon1])
  await round.list([{ householdId, people: [], names: undefined }] as never)
  const conflicts = async (person: PersonName = 'hung') =>
    (await world.as(person).get(`/api/rounds/${round.roundId}/conflicts`)).json()
  const named = async () =>
    (await conflicts()).rows.map(({ name, deed }: { name: string; deed: string }) => `${name} ${deed}`)
  expect(await named()).toEqual([`${husband.name} checks`])
  await round.finish('listing')
  await round.assign(thon1, 'mai')
  expect((await named()).sort()).toEqual([`${husband.name} checks`, `${wife.name} surveys`])
  expect((await conflicts('kiem')).total).toBe(2)
  expect((await conflicts('son')).code).toMatch(/not_found|denied/)
  for (const as of ['xlsx', 'csv', 'pdf'])
    expect((await world.as('hung').get(`/api/rounds/${round.roundId}/conflicts/file?as=${as}`)).statusCode).toBe(200)

  await must('hung', `/api/officials/${mai}/change`, { citizenId: '025185009999' })
  expect((await atNight())?.facts).toMatchObject({ linked: 0, parted: 1 })
  expect(await home(mai)).toEqual({ home: null })
  expect(await named()).toEqual([`${husband.name} checks`])
  const { rows } = await world.owner.query(
    `select what from audit_line where subject_id = any ($1::uuid[]) and what like 'household.official%' order by id`,
    [[mai, hung]],
  )
  expect(rows.map(({ what }) => what).sort()).toEqual([
    'household.official_found',
    'household.official_found',
    'household.official_parted',
  ])
})
