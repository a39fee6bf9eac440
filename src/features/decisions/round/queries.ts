/** SQL of a round as it is judged: its cases with their verdicts, the decisions over rounds. */
import { sql } from 'kysely'
import { askedCases } from '#features/rounds/queries.ts'
import type { Concerned } from '#features/rounds/rules/blocks.ts'
import type { Class } from '#features/standards/model/verdict.ts'
import type { Undecidable } from '#features/surveys/model.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { HouseholdId, RoundId, VerdictId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { byHeadOf } from '#platform/server/sql/order.ts'
import type { Judged } from '../rules/decision.ts'
import type { Given } from '../rules/given.ts'

type Verdict = {
  readonly householdId: HouseholdId
  readonly verdictId: VerdictId | null
  readonly class: Class | null
  readonly undecidable: Undecidable | null
  readonly members: number | null
}
const noVerdict = { verdictId: null, class: null, undecidable: null, members: null }

/** The opening verdicts on the latest surveys of a round, of the cases that the actor sees. */
const openingVerdicts = (db: Db, round: RoundId): Promise<Verdict[]> =>
  db
    .selectFrom('review_case as c')
    .innerJoin('survey as s', (j) => j.onRef('s.household_id', '=', 'c.household_id').onRef('s.id', '=', 'c.survey_id'))
    .leftJoin('verdict as o', (j) =>
      j
        .onRef('o.household_id', '=', 'c.household_id')
        .onRef('o.survey_id', '=', 'c.survey_id')
        .on('o.purpose', '=', 'opens'),
    )
    .where('c.round_id', '=', round)
    .select(['c.household_id as householdId', 'o.id as verdictId', 'o.class', 'o.undecidable', 's.members'])
    .execute()

/** Every case of a round that is still asked, with the opening verdict on its latest survey where the actor sees it. */
export async function judgedCases(db: Db, round: RoundId): Promise<Judged[]> {
  const cases = await askedCases(db, round)
  const verdicts = new Map((await openingVerdicts(db, round)).map((one) => [one.householdId, one]))
  return cases.map((one) => ({ ...one, ...(verdicts.get(one.householdId) ?? noVerdict) }))
}

/** The cases that a decision leaves out ended with their households: written down, so that the round keeps saying so. */
export const endCasesBut = (db: Db, round: RoundId, decided: readonly HouseholdId[]) =>
  sql`select case_end(${round}, ${decided})`.execute(db)

/** Who had left the round, stands, and lives in a village that it asks in today, of the villages that the actor sees. */
export const leftAndBack = async (db: Db, round: RoundId): Promise<Concerned[]> =>
  (
    await sql<Concerned>`
      select l.household_id as "householdId", c.id as "caseId", h.head_name as "headName", true as seen
        from cases_left(${round}) l
        join household h on h.household_id = l.household_id
        join review_case c on c.household_id = l.household_id and c.round_id = ${round}
       order by ${byHeadOf('h')}`.execute(db)
  ).rows

type Asked = { readonly of: readonly { readonly householdId: HouseholdId }[]; readonly day: PlainDate }
/** Those of the households that have a class from the day already, with the number of the decision where the actor is shown it. */
export async function givenOn(db: Db, { of, day }: Asked): Promise<Given[]> {
  if (of.length === 0) return []
  const { rows } = await sql<Given>`
    select k.household_id as "householdId", d.number
      from household_class k left join lateral decision_shown(k.decision_id) d on true
     where k.household_id = any (${of.map(({ householdId }) => householdId)}::uuid[]) and k.valid_from = ${day}
     order by d.number, k.household_id`.execute(db)
  return rows
}

/** Their cases leave the round; answers how many. */
export const endGiven = async (
  db: Db,
  round: RoundId,
  { households, today }: { readonly households: readonly HouseholdId[]; readonly today: PlainDate },
): Promise<number> =>
  (await sql<{ n: number }>`select case_class_given(${round}, ${households}::uuid[], ${today}) as n`.execute(db))
    .rows[0]?.n ?? 0

/** The decisions in force over rounds, by number and day. */
export const inForceOver = async (db: Db, rounds: readonly RoundId[]) =>
  new Map(
    (
      await db
        .selectFrom('decision')
        .where(sql<boolean>`round_id = any (${rounds}::uuid[])`)
        .where('state', '=', 'in_force')
        .select(['id as decisionId', 'round_id as roundId', 'number', 'signed_on as signedOn'])
        .execute()
    ).flatMap(({ number, signedOn, ...one }) =>
      number && signedOn ? [[one.roundId, { ...one, number, signedOn }]] : [],
    ),
  )

/** The decisions that stand over rounds. */
export const decisionsOver = (db: Db, rounds: readonly RoundId[]) =>
  db
    .selectFrom('decision')
    .where(sql<boolean>`round_id = any (${rounds}::uuid[])`)
    .where('state', '!=', 'withdrawn')
    .select(['id as decisionId', 'round_id as roundId', 'state'])
    .execute()
