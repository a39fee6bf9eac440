/** SQL that writes members: their stays, relations, facts and sealed numbers. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { HouseholdId, Id, MemberId, PersonId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Sealed } from '../identity.ts'
import type { JoinReason, LeaveReason, MemberFacts, Person, Relation } from '../model.ts'
import { homesOf } from '../queries.ts'

export type NewMember = {
  readonly householdId: HouseholdId
  readonly memberId: MemberId
  readonly personId: PersonId
  readonly person: Pick<Person, 'name' | 'sex' | 'birth' | 'ethnicity'>
  readonly facts: MemberFacts
  readonly relation: Relation
  readonly sealed: Sealed
  readonly joinedOn: PlainDate
  readonly joinReason: JoinReason
}

export async function addMembers(db: Db, members: readonly NewMember[]): Promise<void> {
  const homeOf = await homesOf(
    db,
    members.map((m) => m.householdId),
  )
  await db
    .insertInto('member')
    .values(
      members.map(({ person, sealed, ...m }) => ({
        household_id: m.householdId,
        id: m.memberId,
        home_id: homeOf(m.householdId),
        person_id: m.personId,
        full_name: person.name,
        sex: person.sex,
        ...birthColumns(person.birth),
        relation: m.relation,
        ethnicity: person.ethnicity,
        ...sealed,
        facts: JSON.stringify(m.facts),
        joined_on: m.joinedOn,
        join_reason: m.joinReason,
      })),
    )
    .execute()
}

/** Whether any of these ids is that of a member of another household, wherever that lives. */
export async function inUseElsewhere(db: Db, ids: readonly MemberId[], but: HouseholdId): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select members_elsewhere(${ids}::uuid[], ${but}) as taken`.execute(db)
  return rows[0]?.taken ?? false
}

export const birthColumns = (birth: Person['birth']) => ({
  birth_year: birth.year,
  birth_month: birth.month ?? null,
  birth_day: birth.day ?? null,
})

type Leaving = { readonly on: PlainDate; readonly reason: LeaveReason }

/** Ends the stays of these members. Entered by mistake: the stay never held a day. */
export const endStays = (db: Db, householdId: HouseholdId, members: readonly MemberId[], { on, reason }: Leaving) =>
  db
    .updateTable('member')
    .set({ left_on: reason === 'entered_by_mistake' ? sql`joined_on` : on, leave_reason: reason })
    .where('household_id', '=', householdId)
    .where('id', 'in', members)
    .execute()

export const setRelation = (db: Db, householdId: HouseholdId, memberId: MemberId, relation: Relation) =>
  db
    .updateTable('member')
    .set({ relation })
    .where('household_id', '=', householdId)
    .where('id', '=', memberId)
    .execute()

export type SealedRow = {
  id: MemberId
  person_id: PersonId
  citizen_id_sealed: string | null
  insurance_no_sealed: string | null
}
export const sealedOf = (db: Db, householdId: HouseholdId, members: readonly MemberId[]): Promise<SealedRow[]> =>
  db
    .selectFrom('member')
    .select(['id', 'person_id', 'citizen_id_sealed', 'insurance_no_sealed'])
    .where('household_id', '=', householdId)
    .where('id', 'in', members)
    .execute()

export type MemberPatch = {
  full_name?: string
  sex?: Person['sex']
  birth_year?: number
  birth_month?: number | null
  birth_day?: number | null
  ethnicity?: string
  relation?: Relation
  facts?: string
} & Partial<Sealed>

export const patchMember = (db: Db, householdId: HouseholdId, memberId: Id<'member'>, patch: MemberPatch) =>
  db.updateTable('member').set(patch).where('household_id', '=', householdId).where('id', '=', memberId).execute()
