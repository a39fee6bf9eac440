/** What the shares of a round are shares of: its own villages, each figure of a place by one whole. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { type Counted, shareSaid, wholesOf } from '#features/areas/rules/totals.ts'
import { plainDate } from '#kernel/dates.ts'
import { type Family, openRound, roundAtSurveying, settle, tamHong, thon1, thon2, thon4 } from '#test/rounds.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

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

describe('the commune on a day on which it has declared a total and the register counts another', () => {
  const day = '2026-11-20'
  const get = async (who: PersonName, url: string) => (await world.as(who).get(url)).json()
  const ofClasses = ({ declared, register: households }: { declared: Counted['declared']; register: number }) => ({
    declared,
    register: { households, day: plainDate(day) },
  })

  it('is divided by the same two wholes on every page, the declared first, each with its day', async () => {
    const { roundId } = await openRound(world, 'ad_hoc', [
      ...demoAreas.villages.tamHong,
      ...demoAreas.villages.yenDong,
      ...demoAreas.villages.yenPhuong,
    ])
    await declare(commune, 5000)
    const ofRound = wholesOf((await figuresOf(roundId)).denominators)
    expect(ofRound).toMatchObject([
      { by: 'declared', households: 5000, day: '2026-09-01' },
      { by: 'register', day },
    ])
    expect(ofRound[1]?.households).not.toBe(5000)
    const own = await get('hung', `/api/areas/${commune}/class-figures?day=${day}&units=${day}`)
    expect(wholesOf(ofClasses(own.whole))).toEqual(ofRound)
    const province = await get('lan', `/api/areas/${demoAreas.phuTho}/class-figures?day=${day}&units=${day}`)
    const row = province.parts.find(({ areaId }: { areaId: string }) => areaId === commune)
    expect(wholesOf(ofClasses(row))).toEqual(ofRound)
    const listed = await get('hung', `/api/households?areaId=${commune}`)
    expect(wholesOf({ declared: listed.declared, register: { ...listed.counts, day: plainDate(day) } })).toEqual(
      ofRound,
    )
  })

  it('is told in the file of the figures as on the page', async () => {
    const url = `/api/areas/${demoAreas.phuTho}/class-figures`
    const { parts } = await get('lan', `${url}?day=${day}&units=${day}`)
    const row = parts.find(({ areaId }: { areaId: string }) => areaId === commune)
    const file = await world.as('lan').get(`${url}/file?day=${day}&units=${day}&as=csv`)
    expect(file.body).toContain(shareSaid(row.poor, ofClasses(row))?.vi)
  })
})
