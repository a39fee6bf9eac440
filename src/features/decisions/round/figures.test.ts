/** What the shares of a round are shares of: its own villages, each figure of a place by one whole. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { type Family, openRound, roundAtSurveying, settle, tamHong, thon1, thon2, thon4 } from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
let families: Family[]
const commune = demoAreas.tamHongToday

const declare = async (areaId: string, households: number) => {
  await world.owner.query('delete from declared_total where area_id = $1', [areaId])
  await world.owner.query(
    `insert into declared_total (id, area_id, day, households, source, mark)
     values (gen_random_uuid(), $1, '2026-09-01', $2, 'Báo cáo 12/BC-UBND', 'text')`,
    [areaId, households],
  )
}
const figuresOf = async (roundId: string) => (await world.as('hung').get(`/api/rounds/${roundId}/figures`)).json()

beforeAll(async () => {
  world = await openWorld()
  families = [
    await settle(world, thon1, 'Nguyễn Thị Nhẫn'),
    await settle(world, thon2, 'Đỗ Thị Ánh'),
    await settle(world, thon4, 'Trần Thị Ước'),
  ]
  await world.owner.query('delete from declared_total')
  await declare(commune, 5000)
})
afterAll(() => world.close())

describe('a round of some villages', () => {
  it('is a share of these villages, not of the commune', async () => {
    const { roundId } = await openRound(world, 'ad_hoc', [thon1, thon2])
    expect((await figuresOf(roundId)).denominators).toMatchObject({ declared: null, villages: 2 })
    await declare(thon1, 100)
    expect((await figuresOf(roundId)).denominators.declared).toBeNull()
    await declare(thon2, 120)
    const { denominators, villages } = await figuresOf(roundId)
    expect(denominators).toMatchObject({ declared: { households: 220, mark: 'text' }, villages: 2 })
    const together = villages.reduce(
      (sum: number, one: { denominators: { register: { households: number } } }) =>
        sum + one.denominators.register.households,
      0,
    )
    expect(denominators.register.households).toBe(together)
  })

  it('of all its villages is a share of the commune', async () => {
    const { roundId } = await openRound(world, 'ad_hoc', [
      ...demoAreas.villages.tamHong,
      ...demoAreas.villages.yenDong,
      ...demoAreas.villages.yenPhuong,
    ])
    expect((await figuresOf(roundId)).denominators).toMatchObject({ declared: { households: 5000 }, villages: null })
  })

  it('says of nobody no share', async () => {
    const { round } = await roundAtSurveying(world, families.slice(0, 1))
    expect((await figuresOf(round.roundId)).opens.poor).toMatchObject({ count: 0 })
    expect(tamHong.length).toBeGreaterThan(3)
  })
})
