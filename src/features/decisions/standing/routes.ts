/** One household: the classes it held, its verdicts with reasons, its cases and its papers. */
import { sql } from 'kysely'
import { mustBeAble, overOf } from '#features/areas/must.ts'
import { nameOn } from '#features/areas/queries.ts'
import { correctionsOf } from '#features/papers/corrections.ts'
import { casesUnclassed } from '#features/rounds/counts/unclassed.ts'
import type { LeftBecause } from '#features/rounds/model.ts'
import { caseState } from '#features/rounds/queries.ts'
import type { Law } from '#features/standards/law.ts'
import { toldVerdict } from '#features/surveys/judged.ts'
import { surveyProblem } from '#features/surveys/problems.ts'
import { verdictColumns } from '#features/surveys/records.ts'
import type { Actor } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { read } from '#platform/server/handle.ts'
import { shownCorrection } from '../correction/inputs.ts'
import type { Told } from '../correction/model.ts'
import { endedCertificates } from '../queries/ended.ts'
import { inForceOver } from '../round/queries.ts'
import { classOn } from '../rules/movement.ts'
import { certificateButtons, householdReview } from './contract.ts'

const classes = (db: Db, household: HouseholdId, today: PlainDate) =>
  db
    .selectFrom('household_class as c')
    .innerJoin('household as h', 'h.household_id', 'c.household_id')
    // Also of another commune's decision: the one that the household brought along.
    .leftJoinLateral(sql<{ number: string | null; area_id: AreaId }>`decision_shown(c.decision_id)`.as('d'), (j) =>
      j.onTrue(),
    )
    .where('c.household_id', '=', household)
    .select([
      'c.class',
      'c.standard_id as standardId',
      'c.valid_from as from',
      // It ends with its household: what would have begun after holds on no day.
      sql<PlainDate | null>`case when coalesce(c.valid_until, h.ended_on) is not null
        then greatest(c.valid_from, least(c.valid_until, h.ended_on)) end`.as('until'),
      'c.decision_id as decisionId',
      'd.number as decisionNumber',
      sql<
        string | null
      >`case when d.area_id is not null and not nb_holds(d.area_id) then ${nameOn(sql`d.area_id`, today)} end`.as(
        'reviewedIn',
      ),
      'c.verdict_id as verdictId',
    ])
    .orderBy('c.valid_from', 'desc')
    .execute()

const verdicts = (db: Db, household: HouseholdId) =>
  db
    .selectFrom('verdict as o')
    .innerJoin('survey as s', (j) => j.onRef('s.household_id', '=', 'o.household_id').onRef('s.id', '=', 'o.survey_id'))
    .innerJoin('round as r', 'r.id', 'o.round_id')
    .where('o.household_id', '=', household)
    .select([
      'o.id as verdictId',
      'o.survey_id as surveyId',
      'o.round_id as roundId',
      'r.name as roundName',
      's.surveyed_on as surveyedOn',
      'o.undecidable',
      ...verdictColumns,
      sql<unknown>`case when o.reasons is null then s.facts end`.as('facts'),
    ])
    .orderBy('s.surveyed_on', 'desc')
    .orderBy('s.received_at', 'desc')
    .orderBy('o.purpose', 'desc')
    .limit(100)
    .execute()

/** The newest first, with their reasons as they can be told. */
async function toldVerdicts(law: Law, db: Db, household: HouseholdId) {
  const told = []
  for (const { codes, reasons, pins, line, facts, ...row } of await verdicts(db, household)) {
    const { purpose, surveyedOn: on } = row
    told.push({ ...row, ...(await toldVerdict(law, db, { purpose, codes, reasons, pins, line, facts, on })) })
  }
  return told
}

const leftBecause = sql<LeftBecause | null>`case when ${caseState} = 'ended' then c.left_because end`
const cases = (db: Db, household: HouseholdId) =>
  db
    .selectFrom('review_case as c')
    .innerJoin('round as r', 'r.id', 'c.round_id')
    .innerJoin('household as h', 'h.household_id', 'c.household_id')
    .where('c.household_id', '=', household)
    .select([
      'c.id as caseId',
      'c.round_id as roundId',
      'r.name as roundName',
      caseState.as('state'),
      leftBecause.as('leftBecause'),
    ])
    .orderBy('r.window_from', 'desc')
    .execute()

const certificates = (db: Db, household: HouseholdId) =>
  db
    .selectFrom('certificate as k')
    .where('k.household_id', '=', household)
    .select([
      'k.id as certificateId',
      'k.decision_id as decisionId',
      'k.class',
      'k.year',
      'k.number',
      sql<boolean>`k.replaced_by is not null`.as('replaced'),
    ])
    .orderBy('k.year', 'desc')
    .orderBy('k.made_at', 'desc')
    .execute()

/** By the newest decision that was made without it while it had left; null where one gave it a class since. */
async function unclassedBy(db: Db, household: HouseholdId, of: readonly { readonly roundId: RoundId }[]) {
  const rounds = of.map(({ roundId }) => roundId)
  const found = (await casesUnclassed(db, rounds)).filter((one) => one.householdId === household)
  if (found.length === 0) return null
  const decisions = await inForceOver(db, rounds)
  const by = found.flatMap(({ roundId, leftBecause, leftOn }) => {
    const decision = decisions.get(roundId)
    return decision ? [{ ...decision, leftBecause, leftOn }] : []
  })
  return by.sort((a, b) => (a.signedOn < b.signedOn ? 1 : -1))[0] ?? null
}

type Asking = { readonly db: Db; readonly actor: Actor; readonly today: PlainDate }
type Living = { readonly household: HouseholdId; readonly village: AreaId }

/** Each certificate with what was or is being put right in it, by who works where the household lives; one that ended offers nothing. */
async function papersOf({ db, actor, today }: Asking, { household, village }: Living) {
  const over = await overOf(db, village)
  const found = await certificates(db, household)
  const standing = found.filter(({ replaced }) => !replaced).map(({ certificateId }) => certificateId)
  const allEnded = await endedCertificates(db, standing, today)
  const papers = []
  for (const one of found) {
    const corrections = await correctionsOf<Told>(db, one.decisionId, household)
    const open = corrections.some(({ state }) => state === 'drafted')
    const ended = allEnded.get(one.certificateId) ?? null
    papers.push({
      ...one,
      ended,
      can: buttonsFor(certificateButtons, { actor, over }, () => !one.replaced && !ended && !open),
      corrections: one.replaced ? [] : corrections.map(shownCorrection),
    })
  }
  return papers
}

const nameIn = (of: readonly { roundId: RoundId; roundName: string }[], round: RoundId) =>
  of.find(({ roundId }) => roundId === round)?.roundName ?? ''

export const householdRoute = (law: Law) =>
  read(householdReview, async ({ db, actor, input, today }) => {
    const household = await db
      .selectFrom('household')
      .select('village_id')
      .where('household_id', '=', input.householdId)
      .executeTakeFirst()
    if (!household) throw surveyProblem('surveys.case_not_found')
    await mustBeAble({ db, actor }, 'round.read', household.village_id)
    const day = input.day ?? today
    const held = await classes(db, input.householdId, today)
    const asked = await cases(db, input.householdId)
    const unclassed = await unclassedBy(
      db,
      input.householdId,
      asked.filter(({ state }) => state === 'ended'),
    )
    return {
      day,
      now: classOn(held, day),
      classes: held,
      unclassed: unclassed && { ...unclassed, roundName: nameIn(asked, unclassed.roundId) },
      verdicts: await toldVerdicts(law, db, input.householdId),
      cases: asked,
      papers: await papersOf({ db, actor, today }, { household: input.householdId, village: household.village_id }),
    }
  })
