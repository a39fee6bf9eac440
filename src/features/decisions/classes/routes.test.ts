import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { recount } from '#test/homes.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
const [first, second] = demoAreas.villages.tamHong
beforeAll(async () => {
  world = await openWorld()
  const rows = [
    { n: 1, village: first, class: 'poor', from: '2022-01-01', until: '2026-01-01' },
    { n: 1, village: first, class: 'near_poor', from: '2026-01-01', until: null },
    { n: 2, village: second, class: 'poor', from: '2022-01-01', until: null },
  ]
  for (const n of [1, 2])
    await world.owner.query(
      `with settled as (
         insert into household (household_id, village_id, head_person_id, head_name, search, started_on)
         values ($1, $2, $1, 'Hộ', 'ho', '2021-01-01') returning household_id, village_id, started_on)
       insert into household_residence (household_id, id, village_id, home_id, valid_from)
       select household_id, household_id, village_id, village_id, started_on from settled`,
      [stableId('household', 'figures', String(n)), n === 1 ? first : second],
    )
  for (const [at, row] of rows.entries())
    await world.owner.query(
      `insert into household_class (household_id, id, village_id, home_id, class, standard_id, valid_from, valid_until, decision_id, verdict_id)
       values ($1, $2, $3, $3, $4, 'vn-2022-2025', $5, $6, $2, $2)`,
      [
        stableId('household', 'figures', String(row.n)),
        stableId('household_class', String(at)),
        row.village,
        row.class,
        row.from,
        row.until,
      ],
    )
  await recount(world, '2026-11-20')
})
afterAll(() => world.close())

const figures = (area: string, day: string, units: string) =>
  `/api/areas/${area}/class-figures?day=${day}&units=${units}`

describe('figures on two dates', () => {
  it('counts the classes of the day, village by village', async () => {
    const now = (await world.as('xem').get(figures(demoAreas.tamHongToday, '2026-11-20', '2026-11-20'))).json()
    expect(now.whole).toMatchObject({ poor: 1, nearPoor: 1, register: 2 })
    expect(now.parts.find((p: { areaId: string }) => p.areaId === first)).toMatchObject({
      name: 'Thôn 1',
      poor: 0,
      nearPoor: 1,
    })
    const before = (await world.as('xem').get(figures(demoAreas.tamHongToday, '2023-06-01', '2026-11-20'))).json()
    expect(before.whole).toMatchObject({ poor: 2, nearPoor: 0 })
  })

  it('reads the facts of today on the old map: the commune and the district that ended', async () => {
    const old = (await world.as('lan').get(figures(demoAreas.yenLac, '2026-11-20', '2024-01-01'))).json()
    expect(old.whole).toMatchObject({ name: 'Huyện Yên Lạc', poor: 1, nearPoor: 1 })
    expect(old.parts.find((p: { areaId: string }) => p.areaId === demoAreas.tamHong2021)).toMatchObject({ poor: 1 })
  })

  it('names what a share is a share of', async () => {
    const { whole } = (await world.as('xem').get(figures(demoAreas.tamHongToday, '2026-11-20', '2026-11-20'))).json()
    expect(whole.declared).toMatchObject({ mark: 'invented', day: '2026-09-01' })
  })

  it('tells the viewer no name, and Sơn nothing', async () => {
    const reply = await world.as('xem').get(figures(demoAreas.tamHongToday, '2026-11-20', '2026-11-20'))
    expect(reply.body).not.toMatch(/headName|householdId/)
    expect(
      (await world.as('son').get(figures(demoAreas.tamHongToday, '2026-11-20', '2026-11-20'))).json(),
    ).toMatchObject({ code: 'access.denied' })
  })
})
