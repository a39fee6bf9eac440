/** SQL of rounds and how their cases stand. Row security shows only those of the actor's areas. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { GateMode } from '#features/credentials/gate/model.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, HouseholdId, RoundId } from '#kernel/ids.ts'
import { locks } from '#platform/server/database/locks.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { standAt } from '#platform/server/sql/standAt.ts'
import type { CaseState, RoundKind, RoundState } from './model.ts'
import type { AskedCase } from './rules/blocks.ts'

/** The name a commune had when the round ended. */
const areaName = nameOn(sql`r.area_id`, sql`r.window_until`)

/** Rounds `r` with what they pin: the standards, points tables and form by hash. */
export const roundRows = (db: Db) =>
  db
    .selectFrom('round as r')
    .select([
      'r.id as roundId',
      'r.area_id as areaId',
      areaName.as('areaName'),
      sql<RoundKind>`r.kind`.as('kind'),
      'r.name',
      'r.classes_hold_from as classesHoldFrom',
      'r.window_from as windowFrom',
      'r.window_until as windowUntil',
      sql<RoundState>`r.state`.as('state'),
      'r.opening_standard as openingStandard',
      'r.opening_hash',
      'r.opening_points',
      'r.closing_hash',
      'r.closing_points',
      'r.form_id',
      'r.form_hash',
      'r.decision_id as decisionId',
      sql<GateMode>`r.gate`.as('gate'),
    ])

export const findRound = (db: Db, round: RoundId) => roundRows(db).where('r.id', '=', round).executeTakeFirst()
export type RoundRow = NonNullable<Awaited<ReturnType<typeof findRound>>>

export const roundsById = (db: Db, rounds: readonly RoundId[]) => roundRows(db).where('r.id', 'in', rounds).execute()

/** The round held still until the transaction ends: `share` while its cases change, `update` while it moves on. */
export const holdRound = (db: Db, round: RoundId, lock: 'share' | 'update') =>
  roundRows(db)
    .where('r.id', '=', round)
    .$if(lock === 'share', (q) => q.forShare('r'))
    .$if(lock === 'update', (q) => q.forUpdate('r'))
    .executeTakeFirst()

/**
 * The first rounds in an order that lie under some areas, or take in a village that does (the commune above a village
 * asked for). Found past row security, which would be asked of every village: whoever reaches the areas sees them all.
 */
const roundsUnder = (
  db: Db,
  found: RawBuilder<unknown>,
  { order, most }: { order: RawBuilder<unknown>; most: number },
) =>
  roundRows(db).where(sql<boolean>`r.id = any ((select ${found})::uuid[])`).orderBy(order).orderBy('r.id').limit(most)

/** Rounds at an area, below it, and, asked of a village, those of the commune above that take the village in. */
export const roundsAt = (db: Db, area: AreaId, state: RoundState | null) =>
  roundsUnder(db, sql`rounds_under(array[${area}]::uuid[], ${state}, false, 200)`, {
    order: sql`r.window_from desc`,
    most: 200,
  }).execute()

/** Rounds whose name with that of their commune holds all these words, which are folded: those under way first, then the newest. */
export const roundsByWords = (db: Db, words: readonly string[], most: number) =>
  roundRows(db)
    .where(sql<boolean>`r.id = any ((select rounds_under(nb_areas(), null, false, ${everyOpen}))::uuid[])`)
    .where(sql<boolean>`fold(r.name || ' ' || ${areaName}) like all (${words.map(holding)}::text[])`)
    .orderBy(sql`r.state in ('completed', 'cancelled')`)
    .orderBy('r.window_from', 'desc')
    .orderBy('r.id')
    .limit(most)
    .execute()

/** Told of at once: a round in every commune of any province. */
export const mostOpen = 200
/** Among so many, those that end first, is looked for what waits for somebody. */
const mostToWork = 300
/** As many as a nation may have open. */
export const everyOpen = 100_000
type Part = { readonly from: number; readonly most: number }

const openPart = (db: Db, { from, most }: Part) =>
  roundsUnder(db, sql`rounds_under(nb_areas(), null, true, ${from + most})`, {
    order: sql`r.window_until`,
    most,
  }).offset(from)

/** A part of the rounds not at their end that the actor sees, in the order of their last days. */
export const openRounds = (db: Db, part: Part) => openPart(db, part).execute()

/** The first of them with what stands over their commune: whose work they are is asked of each. */
export const roundsToWork = (db: Db) =>
  openPart(db, { from: 0, most: mostToWork })
    .select(sql<AreaId[]>`array(select a.over_id from area_reach a where a.area_id = r.area_id)`.as('over'))
    .execute()

/** How many such rounds there are, and for how many of them the last day has passed. */
export async function countOpen(db: Db, today: PlainDate): Promise<{ total: number; late: number }> {
  const { rows } = await sql<{ total: number; late: number }>`
    select count(*)::int as total, count(*) filter (where r.window_until < ${today})::int as late
      from round r where r.id = any ((select rounds_under(nb_areas(), null, true, ${everyOpen}))::uuid[])`.execute(db)
  return rows[0] ?? { total: 0, late: 0 }
}

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

/** Where a case stands: of a household that has ended, at its end while the round is not decided. */
export const caseState = sql<CaseState>`case_state(c.state, h.ended_on, r.state)`

type RoundVillage = {
  readonly villageId: AreaId
  readonly enumeratorId: AccountId | null
  readonly enumeratorName: string | null
  readonly leftOn: PlainDate | null
  /** Of one that the actor does not reach, where it stands today: the name of the commune. */
  readonly nowIn: string | null
}

/** Every village of a round to who holds its commune; to others those that they reach. */
export const roundVillages = async (db: Db, round: RoundId, today: PlainDate): Promise<RoundVillage[]> =>
  (
    await sql<RoundVillage>`
      select v.village_id as "villageId", v.account_id as "enumeratorId", a.full_name as "enumeratorName",
             v.left_on as "leftOn", v.place as "nowIn"
        from round_villages(${round}, ${today}) v left join account a on a.id = v.account_id`.execute(db)
  ).rows

/**
 * The rest of a reading stands where the cases of a round lie and their households live: at its commune, at its villages
 * wherever they hang by now, and where households went that have left these.
 */
export async function standAtRound(db: Db, { roundId, areaId }: Pick<RoundRow, 'roundId' | 'areaId'>): Promise<void> {
  const taken = await db.selectFrom('round_village').where('round_id', '=', roundId).select('village_id').execute()
  const villages = taken.map((row) => row.village_id)
  const { rows } = await sql<{ home: AreaId }>`
    select distinct place_id as home from case_count where round_id = ${roundId} and place_id <> village_id`.execute(db)
  await standAt(db, [areaId, ...villages, ...rows.map(({ home }) => home)])
}

/** A case that is still asked. `here`: its household lives in the commune of the round; `seen`: it may be told to the actor. */
export type RoundCase = AskedCase & { readonly villageId: AreaId; readonly here: boolean }

/** Every case of a round that is still asked, the same whoever asks and whatever else he sees. */
export const askedCases = async (db: Db, round: RoundId): Promise<RoundCase[]> =>
  (
    await sql<RoundCase>`
      select household_id as "householdId", case_id as "caseId", village_id as "villageId", head_name as "headName", state,
             here, seen
        from round_asked(${round})`.execute(db)
  ).rows

export type CaseTally = {
  readonly state: CaseState
  readonly here: boolean
  readonly seen: boolean
  readonly n: number
}
/** The same cases, counted by how they stand. */
export const tallyCases = async (db: Db, round: RoundId): Promise<CaseTally[]> =>
  (await sql<CaseTally>`select state, here, seen, n from round_tally(${round})`.execute(db)).rows

type Named = Pick<RoundCase, 'householdId' | 'caseId' | 'headName' | 'state'>
/** The first of those in a state whose household lives in the commune of the round and may be told to the actor. */
export const firstCases = async (db: Db, round: RoundId, of: { state: CaseState; few: number }): Promise<Named[]> =>
  (
    await sql<Named>`
      select household_id as "householdId", case_id as "caseId", head_name as "headName", state
        from round_first(${round}, ${[of.state]}::text[], ${of.few})`.execute(db)
  ).rows

type Apart = { readonly elsewhere: number; readonly unseen: number }
/** Villages of a round that another commune has today, and those of its own that the actor does not see. */
export const villagesApart = async (db: Db, round: RoundId): Promise<Apart> =>
  (await sql<Apart>`select elsewhere, unseen from round_villages_apart(${round})`.execute(db)).rows[0] ?? {
    elsewhere: 0,
    unseen: 0,
  }

type Asking = { readonly householdId: HouseholdId; readonly roundId: RoundId; readonly roundName: string }
/** What other open rounds ask of these households. The name of a round of a commune that the actor does not hold is ''. */
export const roundsAsking = async (db: Db, households: readonly HouseholdId[], but: RoundId): Promise<Asking[]> =>
  (
    await sql<Asking>`
      select household_id as "householdId", round_id as "roundId", round_name as "roundName"
        from rounds_asking(${households}::uuid[], ${but})`.execute(db)
  ).rows

/** Those of the households that have a class already, by another decision, from the day that the round names. */
export const classesGiven = (
  db: Db,
  { classesHoldFrom: day }: Pick<RoundRow, 'classesHoldFrom'>,
  households: readonly HouseholdId[],
) =>
  day === null
    ? []
    : db
        .selectFrom('household_class')
        .where(sql<boolean>`household_id = any (${households}::uuid[])`)
        .where('valid_from', '=', day)
        .select(['household_id as householdId', 'decision_id as decisionId'])
        .execute()

/** Nobody else opens a round in the commune until the transaction ends: who waited sees this one. */
export const holdOpening = (db: Db, commune: AreaId) =>
  sql`select pg_advisory_xact_lock(${locks.rounds}, hashtext(${commune}))`.execute(db)

/** Open rounds that take in some of these villages, with how many; '' for the name of one of a commune that the actor does not hold. */
export const openOver = (db: Db, villages: readonly AreaId[]) =>
  db
    .selectFrom('round as r')
    .innerJoin('round_village as v', 'v.round_id', 'r.id')
    .where(sql<boolean>`v.village_id = any (${villages}::uuid[])`)
    .where('v.left_on', 'is', null)
    .where('r.state', 'not in', ['completed', 'cancelled'])
    .select((e) => [
      sql<string>`case when nb_holds(r.area_id) then r.name else '' end`.as('name'),
      e.fn.countAll<number>().as('villages'),
    ])
    .groupBy(['r.id', 'r.name', 'r.area_id'])
    .orderBy('r.id')
    .execute()

/** Whether an annual round of the same day, of any commune, has one of these villages. */
export const isReviewed = async (db: Db, villages: readonly AreaId[], holds: PlainDate): Promise<boolean> =>
  (await db
    .selectFrom('round_village as v')
    .where(sql<boolean>`v.village_id = any (${villages}::uuid[])`)
    .where('v.annual_from', '=', holds)
    .select('v.round_id')
    .executeTakeFirst()) !== undefined

/** Annual rounds of a commune, or of those it succeeded, whose classes hold from this day. */
export const annualRounds = (db: Db, commune: AreaId, holds: PlainDate | null) =>
  db
    .selectFrom('round as r')
    .innerJoin('area_reach as a', 'a.area_id', 'r.area_id')
    .where('a.over_id', '=', commune)
    .where('r.kind', '=', 'annual')
    .where('r.classes_hold_from', '=', holds)
    .where('r.state', '!=', 'cancelled')
    .select('r.name')
    .orderBy('r.id')
    .execute()

/** Whether a round of the commune that was not given up is called so. */
export const isRoundCalled = async (db: Db, commune: AreaId, name: string): Promise<boolean> =>
  (await db
    .selectFrom('round')
    .where('area_id', '=', commune)
    .where('state', '!=', 'cancelled')
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .select('id')
    .executeTakeFirst()) !== undefined

export const roundsNamed = (db: Db, ids: readonly string[]) =>
  db.selectFrom('round').where(sql<boolean>`id = any (${ids}::uuid[])`).select(['id', 'name']).execute()

export const casesOfHousehold = async (db: Db, household: HouseholdId): Promise<string[]> =>
  (await db.selectFrom('review_case').where('household_id', '=', household).select('id').execute()).map(({ id }) => id)
