/** SQL that opens a round, moves it and writes down its steps. */
import { sql } from 'kysely'
import type { GateMode } from '#features/credentials/gate/model.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, DecisionId, HouseholdId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import type { RoundKind, RoundState, StepName } from './model.ts'

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
  readonly gate: GateMode
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

/** Gives a round up at the step where it stands, and leaves its villages to another annual round of the year. */
export const cancelRound = (db: Db, round: RoundId, given: { readonly because: string; readonly today: PlainDate }) =>
  sql`select round_cancel(${round}, ${newId<'round_step'>()}, ${given.because}, ${given.today})`.execute(db)

export const setState = (db: Db, round: RoundId, state: RoundState) =>
  db.updateTable('round').set({ state }).where('id', '=', round).execute()

export const setHoldDay = (db: Db, round: RoundId, day: PlainDate) =>
  db.updateTable('round').set({ classes_hold_from: day }).where('id', '=', round).execute()

export const setLastDay = (db: Db, round: RoundId, windowUntil: PlainDate) =>
  db.updateTable('round').set({ window_until: windowUntil }).where('id', '=', round).execute()

/** Households and villages of a round that another commune has today are asked no more. */
export const handOver = (
  db: Db,
  round: RoundId,
  of: { readonly because: string; readonly today: PlainDate; readonly households: readonly HouseholdId[] },
) => {
  const gone = of.households.map((household) => ({ household, id: newId<'list_removal'>() }))
  return sql`select round_hand_over(${round}, ${of.because}, ${of.today}, ${JSON.stringify(gone)})`.execute(db)
}

/** The decision that stands over the round, or none: told by the room that drafts and withdraws it. */
export const setDecision = (db: Db, round: RoundId, decision: DecisionId | null) =>
  db.updateTable('round').set({ decision_id: decision }).where('id', '=', round).execute()

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
