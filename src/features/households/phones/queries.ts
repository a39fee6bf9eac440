/** By which numbers households are called. Row security decides what is seen. */
import { sql } from 'kysely'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { byHead } from '#platform/server/sql/order.ts'
import type { Called } from './rules.ts'

const order = byHead({ head: sql`head_name`, number: sql`number`, id: sql`household_id` })

type Line = Called & { readonly number: string; readonly address: string }

/** Of those who live in a village now, in the order of lists. */
export async function phonesIn(db: Db, villageId: AreaId): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select household_id as "householdId", head_name as "headName", number, address, coalesce(contact_phone, '') as phone
      from household where village_id = ${villageId} and ended_on is null
     order by ${order}`.execute(db)
  return rows
}

/** So many are named of those who are called by one number. */
const few = 4

/** Who is called by one of these numbers, in these villages. */
export async function calledBy(db: Db, villages: readonly AreaId[], phones: readonly string[]): Promise<Called[]> {
  if (phones.length === 0) return []
  const { rows } = await sql<Called>`
    select household_id as "householdId", head_name as "headName", contact_phone as phone from household
     where household_id = any (array(
             select unnest(households_phoned(${[...villages]}::uuid[], p, ${few})) from unnest(${[...phones]}::text[]) p))
       and contact_phone = any (${[...phones]}) and ended_on is null
     order by ${order}`.execute(db)
  return rows
}
