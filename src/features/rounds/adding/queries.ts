/** SQL of finding households for a list, and of how they stand towards its round. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import { bareNumber } from '#features/households/rules/number.ts'
import type { Class } from '#features/standards/model/verdict.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, HouseholdId, ReviewCaseId, RoundId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { beginning, holding } from '#platform/server/sql/like.ts'
import { byHeadOf, inVietnamese } from '#platform/server/sql/order.ts'
import { type NewCase, onList } from '../list/queries.ts'
import type { LeftWhy } from '../list/views.ts'
import type { RoundRow } from '../queries.ts'

export type Candidate = {
  readonly householdId: HouseholdId
  readonly number: string
  readonly headName: string
  readonly member: string | null
  readonly villageId: AreaId
  readonly endedOn: PlainDate | null
  readonly listed: boolean
  readonly here: boolean
}

/** Begins with it, holds it: as names and numbers are searched, without tone marks. */
const begins = (text: string): string => beginning(fold(text))
const holds = (text: string): string => holding(fold(text))
const numbered = (text: string) => sql<boolean>`coalesce(bare_number(h.number) = ${bareNumber(text) || null}, false)`
/** A village, or a pasted list, is shown whole; of what words find, as many as one reads. */
const most = { whole: 500, words: 30 }

type Sought = {
  readonly limit: number
  readonly where: RawBuilder<boolean>
  readonly order: RawBuilder<unknown>
  readonly member: RawBuilder<unknown>
}

/** Households of the round's commune and villages, each with how it stands towards the round; one more than are shown. */
async function candidates(db: Db, { roundId, areaId }: RoundRow, { where, order, member, limit }: Sought) {
  const { rows } = await sql<Candidate>`
    select h.household_id as "householdId", h.number, h.head_name as "headName", ${member} as member,
           h.village_id as "villageId", h.ended_on as "endedOn",
           ${onList(roundId)} as listed,
           h.village_id = any (round_asks_in(${roundId})) as here
      from household h
     where h.village_id in (select a.area_id from area_reach a where a.over_id = ${areaId}
                            union select unnest(round_asks_in(${roundId})))
       and ${where}
     order by ${order}, ${byHeadOf('h')} limit ${limit + 1}`.execute(db)
  return { households: rows.slice(0, limit), more: rows.length > limit }
}

const nobody = sql`null::text`

/** By words: the number that is just these words first, then those that live here, by name; with the member sought. */
export const byWords = (db: Db, round: RoundRow, { q, villageId }: { q: string; villageId: AreaId | null }) =>
  candidates(db, round, {
    where: sql<boolean>`(${numbered(q)} or h.search like ${holds(q)} and h.ended_on is null)
      and (${villageId}::uuid is null or h.village_id = ${villageId})`,
    limit: most.words,
    order: sql`${numbered(q)} desc, fold(h.number) like ${begins(q)} desc, fold(h.head_name) like ${holds(q)} desc`,
    member: sql`case when fold(h.head_name) like ${holds(q)} then null else (
      select m.full_name from member m where m.household_id = h.household_id and m.left_on is null
         and m.person_id <> h.head_person_id and fold(m.full_name) like ${holds(q)}
       order by m.joined_on, m.id limit 1) end`,
  })

/** Every household that has one of these numbers, however written, in the order of the numbers. */
export const byNumbers = (db: Db, round: RoundRow, numbers: readonly string[]) => {
  const sought = numbers.map(bareNumber).filter(Boolean)
  return candidates(db, round, {
    where: sql<boolean>`bare_number(h.number) = any (${sought}::text[])`,
    limit: most.whole,
    order: sql`array_position(${sought}::text[], bare_number(h.number)), h.ended_on is null desc`,
    member: nobody,
  })
}

/** Everybody who lives in a village and is not on the list. */
export const notListedIn = (db: Db, round: RoundRow, villageId: AreaId) =>
  candidates(db, round, {
    where: sql<boolean>`h.village_id = ${villageId} and h.ended_on is null and not ${onList(round.roundId)}`,
    limit: most.whole,
    order: sql`h.ended_on`,
    member: nobody,
  })

export type Asked = Omit<Candidate, 'member'> & { readonly class: Class | null; readonly account: AccountId | null }

/** These households, in the order of lists, as they stand towards the round, with the class they hold on a day and who surveys in their village. */
export const standingOf = async (
  db: Db,
  { roundId }: RoundRow,
  { households, day }: { households: readonly HouseholdId[]; day: PlainDate },
): Promise<Asked[]> =>
  (
    await sql<Asked>`
      select h.household_id as "householdId", h.number, h.head_name as "headName", h.village_id as "villageId",
             h.ended_on as "endedOn", k.class, v.account_id as account, v.village_id is not null as here,
             ${onList(roundId)} as listed
        from household h
        left join round_village v on v.round_id = ${roundId} and v.left_on is null and v.village_id = h.village_id
        left join household_class k on k.household_id = h.household_id and ${validOn('k', day)}
       where h.household_id = any (${households}::uuid[])
       order by ${inVietnamese(nameOn(sql`h.village_id`, day))}, h.village_id, ${byHeadOf('h')}`.execute(db)
  ).rows

type TakenBack = {
  readonly householdId: HouseholdId
  readonly caseId: ReviewCaseId
  readonly because: LeftWhy
  readonly since: PlainDate
}
/** The cases of these households that left the round stand again where they stood; answers which, and why they had left. */
const takeBack = async (
  db: Db,
  round: RoundId,
  { households, today }: { households: HouseholdId[]; today: PlainDate },
) =>
  (
    await sql<TakenBack>`
      select household_id as "householdId", case_id as "caseId", because, since
        from case_take_back(${round}, ${households}::uuid[], ${today})`.execute(db)
  ).rows

type Adding = { readonly found: readonly NewCase[]; readonly today: PlainDate }
/** Adds to the list, or takes back into it; a household already on it is left as it is. */
export async function addCases(db: Db, round: RoundId, { found, today }: Adding) {
  const back = await takeBack(db, round, { households: found.map((c) => c.householdId), today })
  const known = new Set(back.map(({ householdId }) => householdId))
  const added = await insertCases(
    db,
    round,
    found.filter(({ householdId }) => !known.has(householdId)),
  )
  return { caseIds: [...back.map(({ caseId }) => caseId), ...added], back }
}

/** Given to the village's enumerator where there is one. */
async function insertCases(db: Db, round: RoundId, found: readonly NewCase[]): Promise<ReviewCaseId[]> {
  const added: ReviewCaseId[] = []
  for (let at = 0; at < found.length; at += 1000) {
    const cases = found.slice(at, at + 1000).map((c) => ({
      household: c.householdId,
      id: newId<'review_case'>(),
      village: c.villageId,
      reason: c.reason,
      account: c.account,
      class: c.class,
    }))
    const { rows } = await sql<{ id: ReviewCaseId }>`
      select id from case_add(${round}, ${JSON.stringify(cases)})`.execute(db)
    added.push(...rows.map((row) => row.id))
  }
  return added
}
