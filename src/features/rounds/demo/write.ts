/** Writes the review rounds of the demo: their steps and villages; their cases once the surveys are there. */

import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoGateOn } from '#features/credentials/demo.ts'
import type { Lot } from '#features/households/demo/answers.ts'
import type { DemoHousehold } from '#features/households/demo/families.ts'
import { findForm, findStandard, type Held, type Library } from '#features/standards/library.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, RoundId, SurveyId } from '#kernel/ids.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import type { CaseState } from '../model.ts'

export type ClassBefore = 'poor' | 'near_poor' | null

export type DemoCase = {
  readonly household: DemoHousehold
  readonly lot: Lot
  readonly before: ClassBefore
  readonly state: CaseState
  readonly enumerator: AccountId
}

export type DemoRound = {
  readonly key: string
  readonly areaId: AreaId
  readonly villages: readonly AreaId[]
  readonly name: string
  readonly kind: 'annual' | 'ad_hoc'
  readonly holdFrom: PlainDate | null
  readonly window: readonly [PlainDate, PlainDate]
  readonly surveyedOn: PlainDate
  readonly opens: string
  readonly closes: string | null
  readonly state: string
  readonly steps: readonly { step: string; outcome: 'done' | 'skipped'; because: string | null; day: PlainDate }[]
  readonly by: AccountId
  readonly cases: readonly DemoCase[]
  /** Of a finished round: when its decision was signed. */
  readonly decidedOn?: PlainDate
}

export const roundIdOf = (key: string): RoundId => stableId('round', 'demo', key)

export const surveyIdOf = ({ key }: DemoRound, { household }: DemoCase): SurveyId =>
  stableId('survey', 'demo', key, household.householdId)

export const hasSurvey = ({ state }: DemoCase): boolean => state !== 'listed' && state !== 'assigned'

const held = <T>(found: Held<T> | undefined, what: string): Held<T> => {
  if (!found) throw new Error(`the demo needs ${what}`)
  return found
}

async function writeFrame(db: OwnerConnection, library: Library, round: DemoRound): Promise<void> {
  const opens = held(findStandard(library, round.opens), round.opens)
  const closes = round.closes ? held(findStandard(library, round.closes), round.closes) : null
  const form = held(findForm(library, round.opens), `a form for ${round.opens}`)
  await insertRows(db, {
    table: 'round',
    columns: columnsIn(
      'id:uuid area_id:uuid kind:text name:text classes_hold_from:date window_from:date window_until:date ' +
        'opening_standard:text opening_hash:text closing_standard:text closing_hash:text form_id:text form_hash:text ' +
        'gate:text state:text created_by:uuid',
    ),
    rows: [
      [
        roundIdOf(round.key),
        round.areaId,
        round.kind,
        round.name,
        round.holdFrom,
        ...round.window,
        round.opens,
        opens.hash,
        round.closes,
        closes?.hash ?? null,
        form.value.id,
        form.hash,
        demoGateOn(round.areaId, round.window[0]),
        round.state,
        round.by,
      ],
    ],
  })
  await insertRows(db, {
    table: 'round_step',
    columns: columnsIn(
      'id:uuid round_id:uuid step:text outcome:text because:text day:date account_id:uuid recorded_at:timestamptz',
    ),
    rows: round.steps.map((s, at) => [
      stableId('round_step', 'demo', round.key, s.step),
      roundIdOf(round.key),
      s.step,
      s.outcome,
      s.because,
      s.day,
      round.by,
      `${s.day}T03:00:${String(at).padStart(2, '0')}Z`,
    ]),
  })
}

async function writeVillages(db: OwnerConnection, round: DemoRound): Promise<void> {
  const enumeratorOf = new Map(round.cases.map((c) => [c.household.villageId, c.enumerator]))
  await insertRows(db, {
    table: 'round_village',
    columns: columnsIn('round_id:uuid village_id:uuid account_id:uuid'),
    rows: round.villages.map((v) => [roundIdOf(round.key), v, enumeratorOf.get(v) ?? null]),
  })
}

/** A case may name its survey, which is there before it. */
export async function writeCases(db: OwnerConnection, round: DemoRound): Promise<void> {
  const reason = (before: ClassBefore) =>
    before === 'poor' ? 'current_poor' : before ? 'current_near_poor' : 'request'
  await insertRows(db, {
    table: 'review_case',
    columns: columnsIn(
      'household_id:uuid id:uuid round_id:uuid village_id:uuid reason:text account_id:uuid state:text survey_id:uuid class_before:text',
    ),
    rows: round.cases.map((c) => [
      c.household.householdId,
      stableId('review_case', 'demo', round.key, c.household.householdId),
      roundIdOf(round.key),
      c.household.villageId,
      reason(c.before),
      c.state === 'listed' ? null : c.enumerator,
      c.state,
      hasSurvey(c) ? surveyIdOf(round, c) : null,
      c.before,
    ]),
  })
}

export async function writeRound(db: OwnerConnection, library: Library, round: DemoRound): Promise<void> {
  await writeFrame(db, library, round)
  await writeVillages(db, round)
}
