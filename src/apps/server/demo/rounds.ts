/** Writes a review round of the demo: its steps, its cases, and the surveys with the verdicts the engine gives them. */

import { stableId } from '#features/areas/nation/stableIds.ts'
import type { CaseState } from '#features/rounds/model.ts'
import { findForm, findStandard, type Held, type Library, scorerOf } from '#features/standards/library.ts'
import type { Scorers } from '#features/standards/rules/compile.ts'
import { columnsOf, type VerdictRow, verdictRows } from '#features/surveys/rules/verdicts.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, HouseholdId, RoundId } from '#kernel/ids.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import { demoAnswers, type Lot } from './answers.ts'
import type { DemoHousehold } from './people.ts'

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
}

export const roundIdOf = (key: string): RoundId => stableId('round', 'demo', key)

const held = <T>(found: Held<T> | undefined, what: string): Held<T> => {
  if (!found) throw new Error(`the demo needs ${what}`)
  return found
}

async function writeFrame(db: OwnerConnection, library: Library, round: DemoRound): Promise<string> {
  const opens = held(findStandard(library, round.opens), round.opens)
  const closes = round.closes ? held(findStandard(library, round.closes), round.closes) : null
  const form = held(findForm(library, round.opens), `a form for ${round.opens}`)
  await insertRows(db, {
    table: 'round',
    columns: columnsIn(
      'id:uuid area_id:uuid kind:text name:text classes_hold_from:date window_from:date window_until:date ' +
        'opening_standard:text opening_hash:text closing_standard:text closing_hash:text form_id:text form_hash:text ' +
        'state:text created_by:uuid',
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
  return form.hash
}

async function writeVillages(db: OwnerConnection, round: DemoRound): Promise<void> {
  const enumeratorOf = new Map(round.cases.map((c) => [c.household.villageId, c.enumerator]))
  await insertRows(db, {
    table: 'round_village',
    columns: columnsIn('round_id:uuid village_id:uuid account_id:uuid'),
    rows: round.villages.map((v) => [roundIdOf(round.key), v, enumeratorOf.get(v) ?? null]),
  })
}

const hasSurvey = ({ state }: DemoCase): boolean => state !== 'listed' && state !== 'assigned'

/** The verdicts by the standard that opens. */
export type OpeningVerdicts = ReadonlyMap<HouseholdId, VerdictRow>

async function writeSurveys(
  db: OwnerConnection,
  round: DemoRound,
  on: { formHash: string; scorers: Scorers },
): Promise<OpeningVerdicts> {
  const answered = round.cases.filter(hasSurvey).map((c) => {
    const facts = demoAnswers(c.household, round.surveyedOn, c.lot)
    return { ...c, facts, verdicts: verdictRows(facts, round.surveyedOn, on.scorers) }
  })
  const surveyId = (c: DemoCase) => stableId('survey', 'demo', round.key, c.household.householdId)
  await insertRows(db, {
    table: 'survey',
    columns: columnsIn(
      'household_id:uuid id:uuid round_id:uuid village_id:uuid account_id:uuid form_hash:text facts:jsonb ' +
        'surveyed_on:date received_at:timestamptz members:smallint income:bigint',
    ),
    rows: answered.map((c) => {
      const { members, income } = columnsOf(c.facts)
      return [
        c.household.householdId,
        surveyId(c),
        roundIdOf(round.key),
        c.household.villageId,
        c.enumerator,
        on.formHash,
        JSON.stringify(c.facts),
        round.surveyedOn,
        `${round.surveyedOn}T09:00:00Z`,
        members,
        income,
      ]
    }),
  })
  const rows = answered.flatMap((c) => c.verdicts.map((v) => ({ c, v })))
  await insertRows(db, {
    table: 'verdict',
    columns: columnsIn(
      'household_id:uuid id:uuid survey_id:uuid round_id:uuid village_id:uuid purpose:text standard_id:text ' +
        'standard_hash:text class:text possible:text[] b1:numeric b2:integer lacking:text[] undecidable:text reasons:json made_at:timestamptz',
    ),
    rows: rows.map(({ c, v }) => [
      c.household.householdId,
      stableId('verdict', 'demo', round.key, c.household.householdId, v.purpose),
      surveyId(c),
      roundIdOf(round.key),
      c.household.villageId,
      v.purpose,
      v.standard_id,
      v.standard_hash,
      v.class,
      `{${v.possible.join(',')}}`,
      v.b1,
      v.b2,
      `{${v.lacking.join(',')}}`,
      v.undecidable,
      JSON.stringify(v.reasons),
      `${round.surveyedOn}T09:00:00Z`,
    ]),
  })
  return new Map(
    answered.flatMap(({ household, verdicts: [opens] }) => (opens ? [[household.householdId, opens] as const] : [])),
  )
}

async function writeCases(db: OwnerConnection, round: DemoRound): Promise<void> {
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
      hasSurvey(c) ? stableId('survey', 'demo', round.key, c.household.householdId) : null,
      c.before,
    ]),
  })
}

export async function writeRound(db: OwnerConnection, library: Library, round: DemoRound): Promise<OpeningVerdicts> {
  const scorers: Scorers = {
    opens: scorerOf(library, round.opens),
    closes: round.closes ? scorerOf(library, round.closes) : null,
  }
  const formHash = await writeFrame(db, library, round)
  await writeVillages(db, round)
  const verdicts = await writeSurveys(db, round, { formHash, scorers })
  await writeCases(db, round)
  return verdicts
}
