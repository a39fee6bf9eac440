/** Who reads the list of a round, how much of it, and what he may do there; page by page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recount } from '#test/homes.ts'
import { openRound, type RoundInHand, roundAtSurveying, settle, thon1, thon4 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Listing = { total: number; cases: { caseId: string; headName: string }[]; can: string[] }
const listUrl = ({ roundId }: RoundInHand, page = 1) => `/api/rounds/${roundId}/cases?page=${page}`
const list = async (round: RoundInHand, person: PersonName = 'hung', page = 1): Promise<Listing> =>
  (await world.as(person).get(listUrl(round, page))).json()

describe('a list of many pages', () => {
  it('shows every household once, and the same number on every page', async () => {
    const many = await openRound(world, 'ad_hoc', [thon4])
    await world.owner.query(
      `with settled as (
         insert into household (household_id, village_id, head_person_id, head_name, search, started_on)
         select gen_random_uuid(), $1, gen_random_uuid(), 'Đỗ Thị Ước', 'do thi uoc', '2020-01-01' from generate_series(1, 120)
         returning household_id)
       insert into review_case (household_id, id, round_id, village_id, reason, state)
       select household_id, gen_random_uuid(), $2, $1, 'request', 'listed' from settled`,
      [thon4, many.roundId],
    )
    await recount(world, '2026-11-20')
    const pages = []
    for (const page of [1, 2, 3]) pages.push(await list(many, 'hung', page))
    expect(pages.map((page) => [page.total, page.cases.length])).toEqual([
      [120, 50],
      [120, 50],
      [120, 20],
    ])
    expect(new Set(pages.flatMap((page) => page.cases.map((row) => row.caseId))).size).toBe(120)
  })
})

describe('who reads a list', () => {
  it('sees in it only the villages that are his: Mai none of the fourth, Sơn no round at all', async () => {
    const wide = await openRound(world, 'ad_hoc', [thon1, thon4])
    await wide.list([await settle(world, thon1, 'Vàng Thị Sai'), await settle(world, thon4, 'Vàng Thị Dí')])
    const seen = async (person: PersonName) => (await list(wide, person)).cases.map((row) => row.headName)
    expect(await seen('hung')).toEqual(['Vàng Thị Sai', 'Vàng Thị Dí'])
    expect(await seen('mai')).toEqual(['Vàng Thị Sai'])
    expect(await seen('thang')).toEqual(['Vàng Thị Dí'])
    expect(await refusal(world, () => world.as('son').get(listUrl(wide)))).toBe('rounds.not_found')
  })

  it.each(['xem', 'dao', 'quantri', 'la'] as const)('is not %s', async (person) => {
    const round = await openRound(world, 'ad_hoc', [thon1])
    const figures = `/api/rounds/${round.roundId}/figures`
    for (const url of [listUrl(round), figures])
      expect(await refusal(world, () => world.as(person).get(url))).toBe('access.denied')
  })

  it('may check only where he may: Hùng, not Bích, Lan or Mai', async () => {
    const { round } = await roundAtSurveying(world, [await settle(world, thon1, 'Lý Thị Dợ')])
    const can = []
    for (const person of ['hung', 'bich', 'lan', 'mai'] as const) can.push((await list(round, person)).can)
    expect(can).toEqual([['check'], [], [], []])
  })
})
