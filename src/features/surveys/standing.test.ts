/** The list of a round stands where its cases and households are: it shows what row security shows of it, and no more. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { moveHome } from '#features/households/store/households.ts'
import { caseCounts } from '#features/rounds/counts/queries.ts'
import { getRound } from '#features/rounds/must.ts'
import { standAtRound } from '#features/rounds/queries.ts'
import { plainDate } from '#kernel/dates.ts'
import type { AreaId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { changing } from '#platform/server/doors/standing.ts'
import { recount } from '#test/homes.ts'
import { roundAtSurveying, settle, tamHong, thon1, thon2 } from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'
import { countByVillage, listCases } from './list/queries.ts'

let world: World
let roundId: RoundId
const [kyThuong] = demoAreas.villages.kyThuong as [AreaId]

/** One household stays, one goes to Kỳ Thượng with its village at midnight, one moves there by itself, one ends. */
beforeAll(async () => {
  world = await openWorld()
  const families = []
  for (const [at, village] of [thon1, thon2, thon1, thon1].entries())
    families.push(await settle(world, village, `Vàng Thị ${['Sai', 'Dí', 'Mỷ', 'Páo'][at]}`))
  roundId = (await roundAtSurveying(world, families)).round.roundId as RoundId
  const [, , moves, ends] = families.map((family) => family.householdId)
  const move = { kind: 'move', areaId: thon2, parentId: demoAreas.kyThuongToday }
  const told = { change: move, day: '2026-11-18', legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' }
  const done = [
    await world.as('quantri').post('/api/area-events', told),
    await world.as('hung').post(`/api/households/${ends}/end`, { on: '2026-11-17', reason: 'moved_away' }),
  ]
  expect(done.map((reply) => reply.statusCode)).toEqual([200, 200])
  // As who reaches both communes leaves it.
  const day = plainDate('2026-11-17')
  const place = { villageId: kyThuong, address: '', number: '', phone: '', from: day, on: day, facts: {} }
  const both = { account: world.idOf('son'), areas: [demoAreas.tamHongToday, demoAreas.kyThuongToday] }
  await changing(world.host, both, async (db) => {
    await moveHome(db, moves as NonNullable<typeof moves>, place)
    await sql`select survey_rows_follow(${moves}), decision_rows_follow(${moves})`.execute(db)
  })
  await recount(world, '2026-11-20')
})
afterAll(() => world.close())

const both = [demoAreas.phuTho, demoAreas.quangNinh]
const readers: [string, readonly AreaId[], string, number][] = [
  ['over both provinces, asked row by row', both, 'nb_wide', 4],
  ['over both provinces, asked by lists', both, 'nb_app', 4],
  ['over the province of the round, asked row by row', [demoAreas.phuTho], 'nb_wide', 2],
  ['over the nation', [demoAreas.nation], 'nb_nation', 4],
  ['of the commune', [demoAreas.tamHongToday], 'nb_app', 2],
  ['of the commune to which the village went', [demoAreas.kyThuongToday], 'nb_app', 1],
  ['of a village that stayed and of the commune elsewhere', [thon1, demoAreas.kyThuongToday], 'nb_app', 4],
  ['of a village of which the round asks nobody', [tamHong[7] as AreaId], 'nb_app', 0],
]

async function shown(db: Db) {
  const filter = { roundId, roundState: 'surveying' as const, strayed: [] }
  const villages = await countByVillage(db, filter, () => caseCounts(db, [roundId]))
  const stretch = { villages: villages.map(({ villageId }) => villageId), offset: 0, limit: 50 }
  return {
    villages: villages.sort((a, b) => (a.villageId < b.villageId ? -1 : 1)),
    cases: await listCases(db, filter, stretch),
    counts: (await caseCounts(db, [roundId])).sort((a, b) =>
      `${a.villageId}${a.told}` < `${b.villageId}${b.told}` ? -1 : 1,
    ),
  }
}

it.each(readers)('to who works %s', async (_, areas, role, cases) => {
  await world.host.db.transaction().execute(async (db) => {
    await sql`select nb_begin(null, ${areas}::uuid[], null)`.execute(db)
    await sql.raw(`set local role ${role}`).execute(db)
    const before = await shown(db)
    expect(before.cases.length).toBe(cases)
    if (cases > 0) await standAtRound(db, await getRound(db, roundId))
    expect(await shown(db)).toEqual(before)
  })
})

it('and to nobody whose grant has ended', async () => {
  await world.host.db.transaction().execute(async (db) => {
    await sql`select nb_begin(null, '{}'::uuid[], null)`.execute(db)
    await standAtRound(db, { roundId, areaId: demoAreas.tamHongToday as AreaId })
    expect(await shown(db)).toEqual({ villages: [], cases: [], counts: [] })
  })
})
