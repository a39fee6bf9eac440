/** The members of a household, each with what he was to the head of a day: the head may have changed since. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { HouseholdId, MemberId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Member, Relation } from './model.ts'
import { allMembers } from './queries.ts'
import { isPresent } from './rules/membership.ts'

export type MemberOnDay = Member & { readonly relationOnDay: Relation | null }

/** Every stay ever recorded, the head of the day first. Who was not there on the day keeps the last relation that is known. */
export async function membersOn(db: Db, householdId: HouseholdId, day: PlainDate): Promise<MemberOnDay[]> {
  const { rows } = await sql<{ memberId: MemberId; relation: Relation | null }>`
    select member_id as "memberId", relation from relations_on(array[${householdId}]::uuid[], ${day})`.execute(db)
  const then = new Map(rows.map((row) => [row.memberId, row.relation]))
  const members = (await allMembers(db, householdId)).map((member) => {
    const known = !isPresent(member, day) || !then.has(member.memberId)
    return { ...member, relationOnDay: known ? member.relation : (then.get(member.memberId) ?? null) }
  })
  const rank = ({ relationOnDay, birth: { year, month = 0, day: date = 0 } }: MemberOnDay) =>
    (relationOnDay === 'head' ? 0 : 1e8) + year * 1e4 + month * 100 + date
  return rows.length === 0 ? members : members.toSorted((one, other) => rank(one) - rank(other))
}
