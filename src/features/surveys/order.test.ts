/** One order of households: whoever checks goes through them as the list stands, village by village. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AreaId } from '#kernel/ids.ts'
import { recount } from '#test/homes.ts'
import { answersOf, type CaseOf, type Family, openRound, type RoundInHand, settle, tamHong } from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
let round: RoundInHand

const villageAt = (at: number) => tamHong[at] as AreaId

/** Thôn 2 before Thôn 10, whatever the ids of the villages; by the given name within each. */
const people = [
  [9, 'Trần Thị Ước'],
  [1, 'Nguyễn Thị Nhẫn'],
  [9, 'Đỗ Thị Ánh'],
  [0, 'Lò Thị Mỉ'],
  [1, 'Bùi Thị Ánh'],
  [0, 'Vũ Thị Hợi'],
] as const

beforeAll(async () => {
  world = await openWorld()
  const families: Family[] = []
  for (const [village, name] of people) families.push(await settle(world, villageAt(village), name))
  round = await openRound(world, 'ad_hoc', [0, 1, 9].map(villageAt))
  const cases = await round.list(families)
  await round.finish('listing')
  for (const village of [0, 1, 9]) await round.assign(villageAt(village), village === 9 ? 'thang' : 'mai')
  await round.finish('assigning')
  for (const [at, one] of cases.entries())
    await round.send(one, answersOf(families[at] as Family, 1_000_000), people[at]?.[0] === 9 ? 'thang' : 'mai')
})
afterAll(() => recount(world, '2026-11-20').then(() => world.close()))

it('goes from each case to the next one of the list, and from the last to the first', async () => {
  const { cases } = (await world.as('hung').get(`/api/rounds/${round.roundId}/cases?state=submitted`)).json()
  expect(cases.map((one: { headName: string }) => one.headName)).toEqual([
    'Vũ Thị Hợi',
    'Lò Thị Mỉ',
    'Bùi Thị Ánh',
    'Nguyễn Thị Nhẫn',
    'Đỗ Thị Ánh',
    'Trần Thị Ước',
  ])
  const nextOf = async ({ householdId, caseId }: CaseOf) =>
    (await world.as('hung').get(`/api/households/${householdId}/cases/${caseId}`)).json().next?.caseId
  const walked: string[] = []
  for (const one of cases) walked.push(await nextOf(one))
  // Who is the last of a village goes back to what was left out in it before he leaves it.
  const ids = cases.map((one: CaseOf) => one.caseId)
  expect(walked).toEqual([ids[1], ids[0], ids[3], ids[2], ids[5], ids[4]])
  await world.owner.query(`update review_case set state = 'accepted' where id = $1`, [ids[0]])
  expect(await nextOf(cases[1])).toBe(ids[2])
  await world.owner.query(`update review_case set state = 'accepted' where id = any ($1)`, [[ids[2], ids[4]]])
  expect([await nextOf(cases[3]), await nextOf(cases[5])]).toEqual([ids[5], ids[1]])
})
