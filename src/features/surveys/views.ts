/** What stands beside a case: the one to check next, in the order of the list, and surveys that came while its own stood. */
import { namesOn, placeNameOn } from '#features/areas/queries.ts'
import { makerOf } from '#features/people/audit/maker.ts'
import type { RoundRow } from '#features/rounds/queries.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, HouseholdId, ReviewCaseId, RoundId, SurveyId } from '#kernel/ids.ts'
import { compareUnits } from '#kernel/order.ts'
import type { Db } from '#platform/server/database/open.ts'
import { nextIn, openingLine, villagesWaiting } from './queries.ts'
import { choicesOn, factsOf, findSurvey, surveysBeside } from './records.ts'

type Here = {
  readonly roundId: RoundRow['roundId']
  readonly caseId: ReviewCaseId
  readonly householdId: HouseholdId
  readonly headName: string
  readonly number: string
  readonly villageId: AreaId
}

/** In the same village first, then in the villages after it, then from the beginning; null where nobody waits. */
export async function nextToCheck(
  db: Db,
  round: RoundRow,
  here: Here,
): Promise<{ householdId: HouseholdId; caseId: ReviewCaseId } | null> {
  const same = await nextIn(db, here.villageId, here)
  if (same) return same
  const villages = await villagesWaiting(db, here)
  const names = await namesOn(db, [...villages, here.villageId], round.windowUntil)
  const unit = (areaId: AreaId) => ({ areaId, name: names.get(areaId) ?? '' })
  const inOrder = villages.map(unit).sort(compareUnits)
  const next = inOrder.find((one) => compareUnits(one, unit(here.villageId)) > 0) ?? inOrder[0]
  return next ? ((await nextIn(db, next.areaId, here)) ?? null) : null
}

type Sent = {
  readonly by: string
  readonly receivedAt: string
  readonly accountId: AccountId
  readonly surveyedOn: PlainDate
  readonly sentFrom: AreaId | null
}

/** Who sent a survey, when, from which office and on what. */
export async function sentBy(db: Db, village: AreaId, { accountId, receivedAt, sentFrom, ...sent }: Sent) {
  const maker = await makerOf(db, village, { accountId, at: receivedAt })
  const cameFrom = sentFrom && (await placeNameOn(db, sentFrom, sent.surveyedOn))
  // Who serves another commune is known here by what they sent alone.
  return { by: sent.by || maker.by, receivedAt, where: maker.where, cameFrom }
}

/** Who sent a survey, and what it came out as. */
const leftOf = async (db: Db, { householdId, villageId }: OfCase, survey: Sent & { readonly surveyId: SurveyId }) => ({
  ...(await sentBy(db, villageId, survey)),
  opens: await openingLine(db, householdId, survey.surveyId),
})

type OfCase = { readonly householdId: HouseholdId; readonly roundId: RoundId; readonly villageId: AreaId }

/** What came while the case's survey stood, with how it differs from that. */
export async function besideOf<D>(db: Db, of: OfCase, differ: (facts: Facts) => D) {
  const all = []
  for (const later of await surveysBeside(db, of.householdId, of.roundId)) {
    const facts = factsOf(later) ?? {}
    const { surveyId, surveyedOn } = later
    all.push({ surveyId, surveyedOn, ...(await leftOf(db, of, later)), facts, differences: differ(facts) })
  }
  return all
}

/** Where two surveys stood beside each other: which was kept, which was left, by whom and why. */
export async function choicesOf(db: Db, of: OfCase & { readonly caseId: ReviewCaseId }) {
  const all = []
  for (const { surveyId, otherId, ...said } of await choicesOn(db, of)) {
    const kept = await findSurvey(db, of.householdId, surveyId)
    const left = await findSurvey(db, of.householdId, otherId)
    if (kept && left) all.push({ ...said, kept: await leftOf(db, of, kept), left: await leftOf(db, of, left) })
  }
  return all
}
