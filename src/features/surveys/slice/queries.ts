/** Of which state a form is: everything that it is made of, in one word. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import type { CaseKey } from '../queries.ts'

export type Stamp = CaseKey & {
  readonly villageId: AreaId
  readonly roundId: RoundId
  readonly given: AccountId | null
  readonly stamp: string
}

/** Rows are hashed as they are: whatever changes one of them makes another form of it. Cases out of reach are left out. */
export async function stampsOf(db: Db, keys: readonly CaseKey[], day: PlainDate): Promise<Stamp[]> {
  const { rows } = await sql<Stamp>`
    select c.id as "caseId", c.household_id as "householdId", c.village_id as "villageId", c.round_id as "roundId", c.account_id as given,
           md5(concat_ws('|', c::text,
             (select h::text from household h where h.household_id = c.household_id),
             (select string_agg(m::text, ';' order by m.id) from member m where m.household_id = c.household_id),
             (select string_agg(concat_ws(' ', e.id, e.undone_by), ';' order by e.id)
                from household_event e where e.household_id = c.household_id),
             (select string_agg(concat_ws(' ', s.id, s.beside, s.taken), ';' order by s.id)
                from survey s where s.household_id = c.household_id),
             (select string_agg(n::text, ';' order by n.id) from survey_note n where n.household_id = c.household_id),
             (select k.class from household_class k where k.household_id = c.household_id and ${validOn('k', day)})
           )) as stamp
      from review_case c
     where c.household_id = any (${keys.map((one) => one.householdId)}::uuid[])
       and c.id = any (${keys.map((one) => one.caseId)}::uuid[])`.execute(db)
  return rows
}
