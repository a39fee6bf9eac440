/** SQL of the list of the cases of a round: filtered, counted by village, read as far as a page shows. */

import { type Expression, type SqlBool, sql } from 'kysely'
import { bareNumber } from '#features/households/rules/number.ts'
import {
  type CaseCounts,
  classCounts,
  counted,
  namedOnce,
  openIn,
  unseenPlaces,
  type VillageCases,
} from '#features/rounds/counts/queries.ts'
import type { AskedState, CaseState, RoundState } from '#features/rounds/model.ts'
import { askedIn } from '#features/rounds/rules/progress.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { plainFigures } from '#kernel/figures.ts'
import type { AccountId, AreaId, HouseholdId, RoundId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { byHeadOf } from '#platform/server/sql/order.ts'
import { cameSince, caseRows, type ReviewCase, withNames } from '../queries.ts'
import type { Stretch } from '../rules/stretch.ts'

export type CaseFilter = {
  readonly roundId: RoundId
  /** Of the round, read before: it is not asked again beside every case. */
  readonly roundState: RoundState
  /** Given to who may no longer survey there: they stand as not assigned (`strayedCases`). */
  readonly strayed: readonly HouseholdId[]
  readonly villageId?: AreaId | undefined
  readonly state?: AskedState | undefined
  readonly enumeratorId?: AccountId | undefined
  readonly class?: string | undefined
  readonly closingClass?: string | undefined
  readonly undecidable?: boolean | undefined
  /** Just these: who stands there again without a class (`casesUnclassed`). */
  readonly unclassed?: readonly HouseholdId[] | undefined
  readonly q?: string | undefined
}

/**
 * Whether the survey of the case could not be decided: looked up among those of the round, read from an index. `case` keeps
 * it from becoming a join, for which rows are guessed too few, and nobody is looked up who was not surveyed.
 */
const isUndecidable = (round: RoundId) =>
  sql<SqlBool>`case when c.survey_id is null then false else (c.household_id, c.survey_id) in (
    select w.household_id, w.survey_id from verdict w
     where w.round_id = ${round} and w.purpose = 'opens' and w.undecidable is not null) end`

/** Whether who strayed changes what a state holds. */
const movedByStrayed = ({ state, strayed }: CaseFilter): boolean =>
  strayed.length > 0 && (state === 'listed' || state === 'assigned')

type OfCase = CaseState | 'open'
/** In or out of the round; else why it is out, which no counts are kept of. */
const isOfCase = (state: AskedState | undefined): state is OfCase =>
  state !== undefined && state !== 'not_surveyed' && state !== 'came_since'
const isWhyLeft = (state: AskedState | undefined): boolean => state !== undefined && !isOfCase(state)

/** `none`: no survey has come. */
const isOfClass = (kept: Expression<unknown>, name: string | undefined) =>
  name === 'none' ? sql<SqlBool>`${kept} is null` : sql<SqlBool>`${kept} = ${name}`

function conditions(f: CaseFilter): Expression<SqlBool>[] {
  const kept = sql`case_state(c.state, h.ended_on, ${f.roundState})`
  const state = movedByStrayed(f)
    ? sql`case when c.state = 'assigned' and c.household_id = any (${f.strayed}::uuid[]) then 'listed' else ${kept} end`
    : kept
  const q = plainFigures(f.q ?? '')
  const own: [unknown, Expression<SqlBool>][] = [
    [true, sql`c.round_id = ${f.roundId}`],
    [f.villageId, sql`c.village_id = ${f.villageId}`],
    [isOfCase(f.state), f.state === 'open' ? sql`${state} not in ('accepted', 'ended')` : sql`${state} = ${f.state}`],
    [f.state && !isOfCase(f.state), sql`c.left_state is not null and c.left_because = 'not_surveyed'`],
    [f.state === 'came_since', sql`h.ended_on is null and ${cameSince}`],
    // Said of the case alone, too, so that few households are asked.
    [f.state === 'open', sql`c.state not in ('accepted', 'ended')`],
    [isOfCase(f.state) && f.state !== 'open' && f.state !== 'ended' && !movedByStrayed(f), sql`c.state = ${f.state}`],
    [f.enumeratorId, sql`c.account_id = ${f.enumeratorId}`],
    [f.class, isOfClass(sql`c.opens`, f.class)],
    [f.closingClass, isOfClass(sql`c.closes`, f.closingClass)],
    [f.undecidable, isUndecidable(f.roundId)],
    [f.unclassed, sql`c.household_id = any (${f.unclassed}::uuid[])`],
    [f.class ?? f.closingClass ?? f.undecidable, sql`${state} <> 'ended'`],
    [f.q, sql`(fold(h.head_name) like ${holding(fold(q))} or bare_number(h.number) = ${bareNumber(q) || null})`],
  ]
  return own.filter(([given]) => given).map(([, condition]) => condition)
}

/** Of counts those that a filter of a state asks for. */
const countedOf = (counts: CaseCounts, { state }: CaseFilter): number => {
  if (state === 'open') return openIn(counts)
  return counts[isOfCase(state) ? state : 'total']
}

export const pageSize = 50

const matching = (db: Db, filter: CaseFilter) =>
  db
    .selectFrom('review_case as c')
    .innerJoin('household as h', 'h.household_id', 'c.household_id')
    .where((e) => e.and(conditions(filter)))

/** How the cases of the round are kept by village (`caseCounts`): read where it is asked for, once. */
type Kept = () => Promise<readonly VillageCases[]>
type InVillage = { readonly villageId: AreaId; readonly n: number }

/** What a filter of a state or of a class alone finds, as it is kept; null for every other, which is counted from the cases. */
async function keptByVillage(db: Db, f: CaseFilter, kept: Kept): Promise<InVillage[] | null> {
  const law = f.class ? 'opens' : 'closes'
  const ofLaw = f.class ?? f.closingClass
  const asked = [f.state, f.class, f.closingClass].filter(Boolean).length
  if (f.q || f.enumeratorId || f.undecidable || f.unclassed || asked > 1 || movedByStrayed(f) || isWhyLeft(f.state))
    return null
  if (ofLaw === 'none') return null
  if (ofLaw)
    return (await classCounts(db, f.roundId))
      .filter((row) => row.told && row.purpose === law && row.class === ofLaw)
      .map(({ village, n }) => ({ villageId: village, n }))
  return (await kept())
    .filter(({ told }) => told)
    .map((row) => ({ villageId: row.villageId, n: countedOf(counted([row]), f) }))
}

export async function countByVillage(db: Db, filter: CaseFilter, kept: Kept): Promise<InVillage[]> {
  const found = await keptByVillage(db, filter, kept)
  if (found)
    return found.filter(
      ({ villageId, n }) => n > 0 && (filter.villageId === undefined || filter.villageId === villageId),
    )
  return matching(db, filter)
    .select((e) => ['c.village_id as villageId', e.fn.countAll<number>().as('n')])
    .groupBy('c.village_id')
    .execute()
}

/** Of the cases still asked that are not told, those of a class by one of the laws; `none`: no survey has come. */
async function unseenOfClass(db: Db, f: CaseFilter, asked: number): Promise<number> {
  const [law, name] = f.class ? ['opens', f.class] : ['closes', f.closingClass]
  const untold = (await classCounts(db, f.roundId)).filter(
    ({ told, purpose, village }) => !told && purpose === law && (f.villageId ?? village) === village,
  )
  const of = (rows: typeof untold) => rows.reduce((sum, { n }) => sum + n, 0)
  return name === 'none' ? asked - of(untold) : of(untold.filter((row) => row.class === name))
}

/** How many the round counts that this list does not tell of, and where they live; beside village, state or class alone it is not known. */
export async function unseenIn(db: Db, f: CaseFilter, { kept, today }: { kept: Kept; today: PlainDate }) {
  const unseen = await countUnseen(db, f, kept)
  const places = unseen > 0 ? await unseenPlaces(db, f.roundId, today) : []
  return { unseen, unseenIn: namedOnce(places.filter(({ villageId }) => (f.villageId ?? villageId) === villageId)) }
}

async function countUnseen(db: Db, f: CaseFilter, kept: Kept): Promise<number> {
  const narrowed = [f.state, f.class, f.closingClass].filter(Boolean).length
  if (narrowed > 1 || f.q || f.enumeratorId || f.undecidable || f.unclassed || isWhyLeft(f.state)) return 0
  const counts = counted(
    (await kept()).filter(({ told, villageId }) => !told && (f.villageId ?? villageId) === villageId),
  )
  if (counts.total === 0 || !(f.class || f.closingClass)) return countedOf(counts, f)
  return unseenOfClass(db, f, askedIn(counts))
}

/** Whose cases stand on a stretch of the villages in order; the names of its households are read at once. */
async function householdsOn(db: Db, filter: CaseFilter, { villages, offset, limit }: Stretch): Promise<HouseholdId[]> {
  const stretch = sql`from review_case c join unnest(${villages}::uuid[]) with ordinality as v (id, place) on v.id = c.village_id`
  const { rows } = await sql<{ id: HouseholdId }>`
    select c.household_id as id ${stretch}
      join households_named(array(select c.household_id ${stretch} where c.round_id = ${filter.roundId})) h
        on h.household_id = c.household_id
     where ${sql.join(conditions(filter), sql` and `)}
     order by v.place, ${byHeadOf('h')} limit ${limit} offset ${offset}`.execute(db)
  return rows.map(({ id }) => id)
}

/** By village as people count them ("Thôn 2" before "Thôn 10"), then as in every list (`byHead`); all that is shown of them. */
export async function listCases(db: Db, filter: CaseFilter, stretch: Stretch) {
  const households = await householdsOn(db, filter, stretch)
  // Each by its key: else every case of the round is read for them.
  const cases = sql<ReviewCase>`(select c.* from unnest(${households}::uuid[]) as k (id) cross join lateral (
    select * from review_case o where o.household_id = k.id and o.round_id = ${filter.roundId} offset 0) c)`
  const rows = await caseRows(db, { cases, rounds: sql`id = ${filter.roundId}` }).execute()
  const strayed = new Set(filter.strayed)
  const found = new Map(
    (await withNames(db, rows)).map((row) => {
      const isLeft = row.state === 'assigned' && strayed.has(row.householdId)
      return [row.householdId, isLeft ? { ...row, state: 'listed' as const } : row]
    }),
  )
  return households.flatMap((household) => found.get(household) ?? [])
}
