/** What of the plan above is the unit's that carries it out: lines that stand there, and lines without a place that name its people. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, OfficialId, PlanLineId, TrainingPlanId } from '#kernel/ids.ts'
import { same } from '#kernel/revisions.ts'
import type { Db } from '#platform/server/database/open.ts'
import { limitsOn } from '../../limits/queries.ts'
import type { Line } from '../../plan/model.ts'
import { partOf } from '../../plan/rules/lines.ts'
import { pricedOn } from '../../plan/rules/money.ts'
import { linesOf, unitsWithin } from '../../plan/store/lines.ts'
import { homesOf } from '../../plan/store/seats.ts'

type Of = {
  readonly trainingPlanId: TrainingPlanId
  readonly areaId: AreaId
  /** The unit and those above it. */
  readonly over: readonly AreaId[]
  readonly year: number
  readonly largestClass: number | null
  readonly today: PlainDate
}
export type Above = {
  readonly line: Line
  readonly people: number
  readonly classes: number
  readonly officialIds: readonly OfficialId[]
  readonly there: boolean
}

/** The plan above as it is amended by now; nothing where the draft is under none. */
const versionAbove = async (db: Db, draft: TrainingPlanId): Promise<TrainingPlanId | null> =>
  (
    await sql<{ id: TrainingPlanId | null }>`
      select plan_version(o.parent_id, 'infinity') as id
        from training_plan p join training_plan o on o.id = coalesce(p.original_id, p.id) where p.id = ${draft}`.execute(
      db,
    )
  ).rows[0]?.id ?? null

type Seats = { readonly lineId: PlanLineId; readonly own: readonly OfficialId[]; readonly others: number }
const seatsAbove = async (db: Db, draft: TrainingPlanId): Promise<Seats[]> =>
  (await sql<Seats>`select s.line_id as "lineId", s.own, s.others from seats_above(${draft}) s`.execute(db)).rows

const isThere = (line: Line, lines: readonly Line[]): boolean =>
  lines.some(
    ({ topicId, placeId, weeks }) => topicId === line.topicId && placeId === line.placeId && same(weeks, line.weeks),
  )

/**
 * With who of the unit is named there: those of its roster still, and not in the draft already. `open`: lines without a place
 * that name none of them, of which nobody said what part is the unit's.
 */
export async function aboveOf(db: Db, of: Of): Promise<{ readonly lines: Above[]; readonly open: number }> {
  const version = await versionAbove(db, of.trainingPlanId)
  if (!version) return { lines: [], open: 0 }
  const { areaId, today } = of
  const day = pricedOn(of.year, today)
  const lines = await linesOf(db, version, { today, priced: null })
  const drafted = await linesOf(db, of.trainingPlanId, { today, priced: null })
  const seats = new Map((await seatsAbove(db, of.trainingPlanId)).map((one) => [one.lineId, one]))
  const homes = await homesOf(db, { areaId, day: today }, [...new Set([...seats.values()].flatMap(({ own }) => own))])
  const { rows: sitting } = await sql<{ key: string }>`
    select s.official_id || ' ' || l.id as key from plan_line l join plan_seat s on s.topic_id = topic_first(l.topic_id)
     where l.plan_id = ${version} and s.plan_id = ${of.trainingPlanId}`.execute(db)
  const sits = new Set(sitting.map(({ key }) => key))
  const places = lines.flatMap(({ placeId }) => (placeId ? [placeId] : []))
  const within = await unitsWithin(db, { unit: areaId, day }, [...new Set(places)])
  const limits = await limitsOn(db, of.over, { day, year: of.year })
  const laid = limits.find(({ kind }) => kind === 'largest_class')?.value ?? null
  const largest = Math.min(of.largestClass ?? Number.POSITIVE_INFINITY, laid ?? Number.POSITIVE_INFINITY)
  const taken = lines.flatMap((line): Above[] => {
    const { own = [], others = 0 } = seats.get(line.planLineId) ?? {}
    const officialIds = own.filter((id) => homes.has(id) && !sits.has(`${id} ${line.planLineId}`))
    const here = line.placeId !== null && within.has(line.placeId)
    if (!here && line.placeId !== null) return []
    const part = partOf(line, {
      people: here ? line.people - others : own.filter((id) => homes.has(id)).length,
      largest,
    })
    return part ? [{ line, ...part, officialIds, there: isThere(line, drafted) }] : []
  })
  const own = new Set(taken.map(({ line }) => line.planLineId))
  return {
    lines: taken,
    open: lines.filter(({ placeId, planLineId }) => placeId === null && !own.has(planLineId)).length,
  }
}
