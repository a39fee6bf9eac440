/** Writes the surveys of a demo's round, with the verdicts the engine gives them. */
import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoAnswers } from '#features/households/demo/answers.ts'
import { type DemoRound, hasSurvey, roundIdOf, surveyIdOf } from '#features/rounds/demo/write.ts'
import { type Library, scorerOf } from '#features/standards/library.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import type { Scorers } from '#features/standards/rules/compile.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import { inFull, judged } from '../judged.ts'
import { columnsOf, keptOf, type VerdictRow } from '../rules/verdicts.ts'

const answersOf = (round: DemoRound) =>
  round.cases.filter(hasSurvey).map((c) => ({ ...c, facts: demoAnswers(c.household, round.surveyedOn, c.lot) }))

/** What each household came out as by the standard that opens. */
export function openingVerdicts(library: Library, round: DemoRound): ReadonlyMap<HouseholdId, VerdictRow> {
  const scorers = { opens: scorerOf(library, round.opens), closes: null }
  return new Map(
    answersOf(round).flatMap(({ household, facts }) => {
      const [opens] = judged(facts, round.surveyedOn, scorers)
      return opens ? [[household.householdId, opens] as const] : []
    }),
  )
}

export async function writeSurveys(db: OwnerConnection, library: Library, round: DemoRound): Promise<void> {
  const scorers: Scorers = {
    opens: scorerOf(library, round.opens),
    closes: round.closes ? scorerOf(library, round.closes) : null,
  }
  const answered = answersOf(round).map((c) => ({ ...c, verdicts: judged(c.facts, round.surveyedOn, scorers) }))
  await insertRows(db, {
    table: 'survey',
    columns: columnsIn(
      'household_id:uuid id:uuid round_id:uuid village_id:uuid account_id:uuid facts:json ' +
        'surveyed_on:date received_at:timestamptz members:smallint income:bigint',
    ),
    rows: answered.map((c) => {
      const { members, income } = columnsOf(c.facts)
      return [
        c.household.householdId,
        surveyIdOf(round, c),
        roundIdOf(round.key),
        c.household.villageId,
        c.enumerator,
        JSON.stringify(c.facts),
        round.surveyedOn,
        `${round.surveyedOn}T09:00:00Z`,
        members,
        income,
      ]
    }),
  })
  // What a decision in force rests on stands in full.
  const fixed = (facts: Facts, { purpose }: VerdictRow) =>
    round.decidedOn && purpose === 'opens' ? JSON.stringify(inFull(scorers.opens, facts, round.surveyedOn)) : null
  const rows = answered.flatMap((c) => c.verdicts.map((v) => ({ c, v })))
  await insertRows(db, {
    table: 'verdict',
    columns: columnsIn(
      'household_id:uuid id:uuid survey_id:uuid round_id:uuid village_id:uuid purpose:text standard_id:text ' +
        'class:text possible:text b1:numeric b2:integer lacking:text undecidable:text codes:text reasons:json',
    ),
    rows: rows.map(({ c, v }) => [
      c.household.householdId,
      stableId('verdict', 'demo', round.key, c.household.householdId, v.purpose),
      surveyIdOf(round, c),
      roundIdOf(round.key),
      c.household.villageId,
      v.purpose,
      v.standard_id,
      v.class,
      keptOf(v).possible,
      v.b1,
      v.b2,
      keptOf(v).lacking,
      v.undecidable,
      v.codes,
      fixed(c.facts, v),
    ]),
  })
}

/** How every round stands, once all of the demo does: changes keep it by themselves. */
export async function countCases(db: OwnerConnection): Promise<void> {
  await db.query('select case_classes_draw(array(select id from round))')
  await db.query('select case_recount(array(select id from round), array(select distinct village_id from review_case))')
}
