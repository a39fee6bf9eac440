/** What an official takes to the phone of a whole commune. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea, getArea, namesOn, stateNear, twinsOn } from '#features/areas/queries.ts'
import { householdEvent } from '#features/households/events.ts'
import { registerCountsBy, together, villagesUnder } from '#features/households/onDay.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { compareUnits } from '#kernel/order.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, change, happened, type Route, read } from '#platform/server/handle.ts'
import { standAt } from '#platform/server/sql/standAt.ts'
import { surveyProblem } from '../problems.ts'
import * as contract from './contract.ts'
import { partSize } from './model.ts'
import { partOf, type VillageRow, versionsOf, wasBegun } from './queries.ts'

type Asking = Pick<Call<typeof contract.carryCommune>, 'db' | 'actor' | 'today'>

/** A commune of today in which the actor may; nothing larger is carried, and nothing smaller taken by itself. */
async function mustCarry({ db, actor, today }: Asking, areaId: AreaId) {
  await mustBeAble({ db, actor }, 'household.carry', areaId)
  const area = await getArea(db, areaId, today)
  if (area.level !== 'commune') throw surveyProblem('surveys.carry_a_commune')
  return area
}

async function mustBeBegun(asking: Asking, { areaId, takingId }: Call<typeof contract.carriedVillages>['input']) {
  const area = await mustCarry(asking, areaId)
  const { db, today } = asking
  const endpoint = contract.carryCommune.name
  if (!(await wasBegun(db, takingId, { endpoint, areaId, day: today }))) throw surveyProblem('surveys.carry_begin')
  await standAt(db, [areaId])
  return area
}

const householdsOf = async (db: Db, areaId: AreaId, today: PlainDate): Promise<number> => {
  const villages = await villagesUnder(db, areaId, { day: today, today })
  return together(await registerCountsBy(db, { villages, day: today, today })).households
}

const communes = read(contract.carriableCommunes, async ({ db, areas, today }) => {
  const found = []
  for (const areaId of areas) {
    const area = await findArea(db, areaId, today)
    if (area?.level !== 'commune') continue
    found.push({ areaId, name: area.name, households: await householdsOf(db, areaId, today) })
  }
  return { communes: found.sort(compareUnits) }
})

const begin = change(contract.carryCommune, async ({ db, actor, input: { areaId }, today }) => {
  await mustCarry({ db, actor, today }, areaId)
  const households = await householdsOf(db, areaId, today)
  const event = householdEvent('household.commune_carried', { subject: areaId, area: areaId, facts: { households } })
  return happened(event, { areaId, day: today, households })
})

/** A village that ended keeps its last name until its households are placed; of two of one name each says where it lay. */
async function callingOn(
  db: Db,
  villages: readonly AreaId[],
  day: PlainDate,
): Promise<(of: AreaId) => Promise<string>> {
  const [names, twins] = [await namesOn(db, villages, day), await twinsOn(db, villages, day)]
  return async (of) => {
    const name = names.get(of) ?? (await stateNear(db, of, day)).name
    const twin = twins.get(of)
    return twin ? `${name} (${twin})` : name
  }
}

const villages = read(contract.carriedVillages, async ({ db, actor, input, today }) => {
  const { name } = await mustBeBegun({ db, actor, today }, input)
  const rows = await versionsOf(db, await villagesUnder(db, input.areaId, { day: today, today }), today)
  const called = await callingOn(
    db,
    rows.map((row) => row.villageId),
    today,
  )
  const found: (VillageRow & { name: string; parts: number })[] = []
  for (const row of rows)
    found.push({ ...row, name: await called(row.villageId), parts: Math.ceil(row.households / partSize) })
  const unitOf = ({ villageId: areaId, name: of }: (typeof found)[number]) => ({ areaId, name: of })
  found.sort((a, b) => compareUnits(unitOf(a), unitOf(b)))
  return { name, day: today, villages: found }
})

const part = read(contract.carriedPart, async ({ db, actor, input, today }) => {
  await mustBeBegun({ db, actor, today }, input)
  const { areaId, villageId } = input
  if (!(await villagesUnder(db, areaId, { day: today, today })).includes(villageId))
    throw surveyProblem('surveys.carry_elsewhere')
  return { day: today, ...(await partOf(db, villageId, { part: input.part, day: today })) }
})

export const carriedRoutes: Route[] = [communes, begin, villages, part]
