/** SQL that reads how a household stands, to be kept with what happens to it. */
import { sql } from 'kysely'
import type { HouseholdId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { IdentityRow, Row, Rows } from '../rules/undo.ts'

/** Its rows without what is drawn from others (search text, where it lives, how a number is found). Numbers stay sealed. */
export async function rowsOfHousehold(db: Db, householdId: HouseholdId): Promise<Rows> {
  const { rows } = await sql<{ name: string; row: Row }>`
    select 'household' as name, to_jsonb(h) - array['search', 'created_at'] as row from household h
     where h.household_id = ${householdId}
    union all
    select 'residences', to_jsonb(r) - 'home_id' from household_residence r where r.household_id = ${householdId}
    union all
    select 'members', to_jsonb(m) - array['home_id', 'insurance_no_index'] from member m where m.household_id = ${householdId}`.execute(
    db,
  )
  const of = (name: string) => rows.filter((one) => one.name === name).map((one) => one.row)
  return { household: of('household')[0] ?? null, residences: of('residences'), members: of('members') }
}

export const personsIn = ({ members }: Rows): string[] => members.map((row) => String(row.person_id))

/** The citizen ids of these persons as the index has them, where the actor sees them. */
export const identitiesOf = async (db: Db, persons: readonly string[]): Promise<IdentityRow[]> =>
  (
    await sql<IdentityRow>`
      select index_hash, person_id, household_id, free_from from identity_index
       where person_id = any (${[...new Set(persons)]}::uuid[])`.execute(db)
  ).rows

/** Of these ids, those that wait to be taken over, wherever. */
export const waitingIdentities = async (db: Db, hashes: readonly string[]): Promise<IdentityRow[]> =>
  hashes.length === 0
    ? []
    : (await sql<IdentityRow>`select * from identity_waiting(${hashes}::text[])`.execute(db)).rows
