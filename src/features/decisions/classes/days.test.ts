/** The figures of a commune on a day are the households of its register on that day: who lives there, holding that class. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { moveHome, recountHomes } from '#features/households/store/households.ts'
import { plainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { changing } from '#platform/server/doors/standing.ts'
import { deciding, inForce } from '#test/decisions.ts'
import { recount } from '#test/homes.ts'
import { type Family, settle, thon1, thon2, thon4 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const commune: AreaId = demoAreas.tamHongToday
const figuresUrl = (area: string, day: string, units = '2026-11-20') =>
  `/api/areas/${area}/class-figures?day=${day}&units=${units}`
type Figures = { poor: number; nearPoor: number; notPoor: number; average: number; register: number; areaId: string }
async function figures(area: AreaId, day: string): Promise<Figures & { parts: Figures[] }> {
  const { whole, parts } = (await world.as('hung').get(figuresUrl(area, day))).json()
  return { ...whole, parts }
}
async function listed(area: AreaId, day: string, ofClass?: string): Promise<number> {
  const of = `areaId=${area}&day=${day}${ofClass ? `&class=${ofClass}` : ''}`
  const totals: number[] = []
  // Of a day on which the area stood, by its map of that day and by that of the figures.
  for (const units of day === '2025-07-31' ? ['2026-11-20'] : ['', '2026-11-20']) {
    const reply = await world.as('hung').get(`/api/households?${of}${units && `&units=${units}`}`)
    expect(reply.statusCode, reply.body).toBe(200)
    totals.push(reply.json().total)
  }
  expect(new Set(totals).size, `${totals}`).toBe(1)
  return totals[0] ?? Number.NaN
}

/** Two families that a decision of today makes poor and near-poor. */
async function decide(...families: [Family, Family]): Promise<void> {
  const { round } = await deciding(world, families, { outcomes: ['poor', 'near_poor'] })
  await inForce(world, (await round.printed()).decisionId)
}
const change = async ({ householdId }: Family, path: string, body: object) => {
  const reply = await world.as('hung').post(`/api/households/${householdId}/${path}`, body)
  expect(reply.statusCode, reply.body).toBe(200)
}
const days = ['2025-07-31', '2025-08-01', '2026-11-18', '2026-11-19', '2026-11-20']

/** Every figure of the commune and of its villages beside the list of the register it speaks of. */
async function agree(): Promise<void> {
  for (const day of days) {
    const { parts, ...whole } = await figures(commune, day)
    for (const row of [whole, ...parts.filter((part) => [thon1, thon2, thon4].includes(part.areaId as AreaId))]) {
      const area = row.areaId as AreaId
      expect([day, area, row.register]).toEqual([day, area, await listed(area, day)])
      expect([day, area, row.poor]).toEqual([day, area, await listed(area, day, 'poor')])
      expect([day, area, row.nearPoor]).toEqual([day, area, await listed(area, day, 'near_poor')])
    }
  }
}

describe('the figures of a commune', () => {
  it('begin on the day a decision comes into force, and say nothing of it on the day before', async () => {
    const before = await figures(commune, '2026-11-20')
    await decide(await settle(world, thon1, 'Nguyễn Thị Nhẫn'), await settle(world, thon2, 'Trần Thị Ước'))
    expect(await figures(commune, '2026-11-19')).toMatchObject({ poor: 0, nearPoor: 0 })
    const now = await figures(commune, '2026-11-20')
    expect([now.poor - before.poor, now.nearPoor - before.nearPoor]).toEqual([1, 1])
    await agree()
  })

  it('let go of a household from the day it ended: no figure is greater than the register it is a share of', async () => {
    const family = await settle(world, thon4, 'Lê Thị Cúc')
    await world.owner.query(
      `insert into household_class (household_id, id, village_id, home_id, class, standard_id, valid_from, decision_id, verdict_id)
       values ($1, gen_random_uuid(), $2, $2, 'poor', 'vn-2022-2025', '2026-01-01', gen_random_uuid(), gen_random_uuid())`,
      [family.householdId, thon4],
    )
    await recount(world, '2026-11-20')
    expect(await figures(thon4, '2026-11-20')).toMatchObject({ poor: 1, register: 1 })
    await change(family, 'end', { on: '2026-11-19', reason: 'moved_away' })
    expect(await figures(thon4, '2026-11-18')).toMatchObject({ poor: 1, register: 1 })
    expect(await figures(thon4, '2026-11-19')).toMatchObject({ poor: 0, register: 0 })
    await agree()
  })

  it('count a household that moved where it lives on the day, before and after, and once in the commune', async () => {
    const [goes, stays] = [await settle(world, thon1, 'Đỗ Thị Ánh'), await settle(world, thon1, 'Bùi Thị Mẵn')]
    await world.owner.query(
      `insert into household_class (household_id, id, village_id, home_id, class, standard_id, valid_from, decision_id, verdict_id)
       select h, gen_random_uuid(), $2, $2, 'poor', 'vn-2022-2025', '2026-01-01', gen_random_uuid(), gen_random_uuid() from unnest($1::uuid[]) h`,
      [[goes.householdId, stays.householdId], thon1],
    )
    await recount(world, '2026-11-20')
    const before = await figures(thon2, '2026-11-20')
    await change(goes, 'residence', { on: '2026-11-19', villageId: thon2, address: '', number: '' })
    expect((await figures(thon2, '2026-11-18')).poor).toBe(before.poor)
    expect((await figures(thon2, '2026-11-20')).poor).toBe(before.poor + 1)
    await agree()
  })

  it('still count where it lived a household that has moved to another commune since', async () => {
    const [kyThuong] = demoAreas.villages.kyThuong as [AreaId]
    const goes = await settle(world, thon1, 'Triệu Thị Mấy')
    await world.owner.query(
      `insert into household_class (household_id, id, village_id, home_id, class, standard_id, valid_from, decision_id, verdict_id)
       values ($1, gen_random_uuid(), $2, $2, 'poor', 'vn-2022-2025', '2026-01-01', gen_random_uuid(), gen_random_uuid())`,
      [goes.householdId, thon1],
    )
    await recount(world, '2026-11-20')
    const [before, on] = [await figures(thon1, '2026-11-18'), await figures(thon1, '2026-11-19')]
    // As Sơn's commune records it: Hùng holds nothing there.
    const day = plainDate('2026-11-19')
    const place = { villageId: kyThuong, address: '', number: '', phone: '', from: day, on: day, facts: {} }
    const both = { account: world.idOf('son'), areas: [demoAreas.tamHongToday, demoAreas.kyThuongToday] }
    await changing(world.host, both, async (db) => {
      await moveHome(db, goes.householdId, place)
      await sql`select decision_rows_follow(${goes.householdId})`.execute(db)
      await recountHomes(db, [goes.householdId], { been: [thon1], today: plainDate('2026-11-20') })
    })
    expect(await figures(thon1, '2026-11-18')).toMatchObject({ poor: before.poor, register: before.register })
    expect((await figures(thon1, '2026-11-19')).register).toBe(on.register - 1)
  })

  it('open the list of as many households by the map of another day, of a commune of before and of one of today', async () => {
    const [before, now] = ['2024-06-01', '2026-11-20']
    const goes = await settle(world, thon1, 'Tẩn Mẩy')
    await world.owner.query(`update household set started_on = '2024-01-01' where household_id = $1`, [
      goes.householdId,
    ])
    await world.owner.query(`update household_residence set valid_from = '2024-01-01' where household_id = $1`, [
      goes.householdId,
    ])
    await recount(world, now)
    for (const [area, day, units] of [
      [commune, before, now],
      [demoAreas.tamHong2021, now, before],
    ] as const) {
      const { whole } = (await world.as('hung').get(figuresUrl(area, day, units))).json()
      const reply = await world.as('hung').get(`/api/households?areaId=${area}&day=${day}&units=${units}`)
      expect(reply.statusCode, reply.body).toBe(200)
      expect([area, reply.json().total + reply.json().unseen]).toEqual([area, whole.register])
      expect(reply.json().total).toBeGreaterThan(0)
      expect(reply.json().rows.map((row: { householdId: string }) => row.householdId)).toContain(goes.householdId)
    }
    const apart = await world.as('son').get(`/api/households?areaId=${commune}&day=${before}&units=${now}`)
    expect(apart.statusCode).not.toBe(200)
  })

  it('of its villages add up to its own', async () => {
    await decide(await settle(world, thon1, 'Vũ Thị Hợi'), await settle(world, thon2, 'Lò Thị Mỉ'))
    const { parts, ...whole } = await figures(commune, '2026-11-20')
    for (const of of ['poor', 'nearPoor', 'average', 'notPoor', 'register'] as const)
      expect([of, parts.reduce((sum, part) => sum + part[of], 0)]).toEqual([of, whole[of]])
  })
})

describe('the figures are not told', () => {
  it.each(['son', 'mai', 'la', 'thang'] as PersonName[])('to %s of the commune', async (person) => {
    expect(await refusal(world, () => world.as(person).get(figuresUrl(commune, '2026-11-20')))).toBe('access.denied')
  })

  it('of another place, of no day, or to who has not signed in', async () => {
    const url = figuresUrl(commune, '2026-11-20')
    expect(await refusal(world, () => world.nobody.get(url))).toBe('access.sign_in_needed')
    expect(await refusal(world, () => world.as('hung').get(figuresUrl(demoAreas.phuTho, '2026-11-20')))).toBe(
      'access.denied',
    )
    for (const day of ['2026-02-30', '', 'today'])
      expect(await refusal(world, () => world.as('hung').get(figuresUrl(commune, day)))).toBe('input.invalid')
  })

  it('by the units of a day on which the place was none', async () => {
    expect(await refusal(world, () => world.as('hung').get(figuresUrl(commune, '2026-11-20', '1990-01-01')))).toBe(
      'area.not_found',
    )
  })
})
