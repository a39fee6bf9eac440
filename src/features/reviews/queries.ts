/** SQL of rounds: which there are, opening and moving one, its steps, its villages, how its cases stand. */
import { sql } from 'kysely'
import type { CaseState, RoundKind, RoundState, StepName } from '#features/rounds/model.ts'
import { roundRows } from '#features/rounds/queries.ts'
import { caseState } from '#features/surveys/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, HouseholdId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import type { Judged } from '#features/decisions/rules/decision.ts'

/** Rounds at an area, below it, and, asked of a village, those of the commune above that take the village in. */
export const roundsAt = (db: Db, area: AreaId, state: RoundState | null) =>
  roundRows(db)
    .where(
      sql<boolean>`(exists (select from area_reach a where a.area_id = r.area_id and a.over_id = ${area})
        or exists (select from round_village v join area_reach a on a.area_id = v.village_id
                    where v.round_id = r.id and a.over_id = ${area}))`,
    )
    .$if(state !== null, (q) => q.where('r.state', '=', state ?? ''))
    .orderBy('r.window_from', 'desc')
    .orderBy('r.id')
    .limit(200)
    .execute()

/** Rounds not at their end, with what stands over their commune: whose work they are is asked of each. */
export const openRounds = (db: Db) =>
  roundRows(db)
    .where('r.state', 'not in', ['completed', 'cancelled'])
    .select(sql<AreaId[]>`array(select a.over_id from area_reach a where a.area_id = r.area_id)`.as('over'))
    .orderBy('r.window_until')
    .orderBy('r.id')
    .limit(300)
    .execute()

export type NewRound = {
  readonly id: RoundId
  readonly area_id: AreaId
  readonly kind: RoundKind
  readonly name: string
  readonly classes_hold_from: PlainDate | null
  readonly window_from: PlainDate
  readonly window_until: PlainDate
  readonly opening_standard: string
  readonly opening_hash: string
  readonly opening_points: string | null
  readonly closing_standard: string | null
  readonly closing_hash: string | null
  readonly closing_points: string | null
  readonly form_id: string
  readonly form_hash: string
  readonly state: RoundState
  readonly created_by: AccountId
}

/** Throws on `round_village_once_a_year` where another annual round of the commune has one of the villages that year. */
export async function addRound(db: Db, round: NewRound, villages: readonly AreaId[]): Promise<void> {
  await db.insertInto('round').values(round).execute()
  const annual = round.kind === 'annual'
  const place = { annual_area: annual ? round.area_id : null, annual_from: annual ? round.classes_hold_from : null }
  await db
    .insertInto('round_village')
    .values(villages.toSorted().map((village_id) => ({ round_id: round.id, village_id, account_id: null, ...place })))
    .execute()
}

/** A cancelled round leaves its villages to another annual round of the year. */
export const leaveVillages = (db: Db, round: RoundId) =>
  db.updateTable('round_village').set({ annual_area: null, annual_from: null }).where('round_id', '=', round).execute()

export const setState = (db: Db, round: RoundId, state: RoundState) =>
  db.updateTable('round').set({ state }).where('id', '=', round).execute()

export const setHoldDay = (db: Db, round: RoundId, day: PlainDate) =>
  db.updateTable('round').set({ classes_hold_from: day }).where('id', '=', round).execute()

export type NewStepLine = {
  readonly roundId: RoundId
  readonly step: StepName
  readonly outcome: 'done' | 'skipped' | 'reopened' | 'cancelled'
  readonly because: string | null
  readonly day: PlainDate
  readonly account: AccountId
}
export const addStepLine = (db: Db, line: NewStepLine) =>
  db
    .insertInto('round_step')
    .values({
      id: newId<'round_step'>(),
      round_id: line.roundId,
      step: line.step,
      outcome: line.outcome,
      because: line.because,
      day: line.day,
      account_id: line.account,
    })
    .execute()

/** What was recorded of the steps, in the order of recording. */
export const stepLines = (db: Db, round: RoundId) =>
  db
    .selectFrom('round_step as l')
    .leftJoin('account as a', 'a.id', 'l.account_id')
    .where('l.round_id', '=', round)
    .select(['l.step', 'l.outcome', 'l.because', 'l.day', 'a.full_name as by'])
    .orderBy('l.recorded_at')
    .orderBy('l.id')
    .execute()

export type CaseCounts = Record<CaseState | 'total', number>
export const noCases: CaseCounts = {
  listed: 0,
  assigned: 0,
  submitted: 0,
  returned: 0,
  accepted: 0,
  ended: 0,
  total: 0,
}

/** Cases by round, village and state. */
export const caseCounts = (db: Db, roundIds: readonly RoundId[]) =>
  db
    .selectFrom('review_case as c')
    .innerJoin('round as r', 'r.id', 'c.round_id')
    .leftJoin('household as h', 'h.household_id', 'c.household_id')
    .where('c.round_id', 'in', roundIds)
    .select((e) => ['c.round_id', 'c.village_id', caseState.as('state'), e.fn.countAll<number>().as('n')])
    .groupBy(['c.round_id', 'c.village_id', caseState])
    .execute()

export const counted = (rows: readonly { state: CaseState; n: number }[]): CaseCounts => {
  const counts = { ...noCases }
  for (const { state, n } of rows) {
    counts[state] += n
    counts.total += n
  }
  return counts
}

export const roundVillages = (db: Db, round: RoundId) =>
  db
    .selectFrom('round_village as v')
    .leftJoin('account as a', 'a.id', 'v.account_id')
    .where('v.round_id', '=', round)
    .select(['v.village_id as villageId', 'v.account_id as enumeratorId', 'a.full_name as enumeratorName'])
    .execute()

/** Everything that hangs today under the commune of a round, or under what succeeded it. */
const underCommune = (round: RoundId) => sql`select under.area_id from area_reach under where under.over_id in (
  select above.over_id from area_reach above join area_version v on v.area_id = above.over_id and v.level = 3
   where above.area_id = (select x.area_id from round x where x.id = ${round}))`

/**
 * Every case of a round that is still asked, with the opening verdict on its latest survey: what decides whether the
 * round may be decided. The same, whoever asks and whatever else he sees: households that live today under the round's
 * commune, or its successor. A household that went to another commune took its case along, alone or with its village.
 */
export const judgedCases = (db: Db, round: RoundId): Promise<Judged[]> =>
  db
    .selectFrom('review_case as c')
    .innerJoin('round as r', 'r.id', 'c.round_id')
    .innerJoin('household as h', 'h.household_id', 'c.household_id')
    .leftJoin('survey as s', (j) => j.onRef('s.household_id', '=', 'c.household_id').onRef('s.id', '=', 'c.survey_id'))
    .leftJoin('verdict as o', (j) =>
      j
        .onRef('o.household_id', '=', 'c.household_id')
        .onRef('o.survey_id', '=', 'c.survey_id')
        .on('o.purpose', '=', 'opens'),
    )
    .where('c.round_id', '=', round)
    .where(sql<boolean>`${caseState} <> 'ended'`)
    .where(sql<boolean>`h.village_id in (${underCommune(round)})`)
    .select([
      'c.household_id as householdId',
      'c.id as caseId',
      'c.village_id as villageId',
      'h.head_name as headName',
      caseState.as('state'),
      'o.id as verdictId',
      'o.class',
      'o.undecidable',
      's.members',
    ])
    .orderBy('c.household_id')
    .execute()

/** The cases that a decision leaves out ended with their households: written down, so that the round keeps saying so. */
export const endCasesBut = (db: Db, round: RoundId, decided: readonly HouseholdId[]) =>
  db
    .updateTable('review_case as c')
    .from('household as h')
    .set({ state: 'ended', changed_at: sql`now()` })
    .whereRef('h.household_id', '=', 'c.household_id')
    .where('c.round_id', '=', round)
    .where('h.ended_on', 'is not', null)
    .where(sql<boolean>`c.household_id <> all (${decided}::uuid[])`)
    .where('c.state', '!=', 'ended')
    .execute()

export const findLiveDecision = (db: Db, round: RoundId) =>
  db
    .selectFrom('decision')
    .select(['id', 'state'])
    .where('round_id', '=', round)
    .where('state', '!=', 'withdrawn')
    .executeTakeFirst()
