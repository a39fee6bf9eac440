/** SQL of which official an account is of. Row security shows the accounts and officials of the actor's units. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, OfficialId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { byGivenName } from '#platform/server/sql/order.ts'

type Account = { accountId: AccountId; name: string; login: string }
type Official = { officialId: OfficialId; name: string; birthYear: number; unitName: string }
export type Joined = { readonly unitId: AreaId; readonly name: string; readonly account: Account | null }

/** An official and the account joined; `hold`: nobody changes the official until the transaction ends. */
export async function joinedOf(db: Db, official: OfficialId, { hold }: { hold: boolean }): Promise<Joined | undefined> {
  const { rows } = await sql<{ unitId: AreaId; name: string } & Record<keyof Account, string | null>>`
    select o.unit_id as "unitId", o.full_name as name, o.account_id as "accountId", a.login
      from official o left join account a on a.id = o.account_id where o.id = ${official} ${hold ? sql`for update of o` : sql``}`.execute(
    db,
  )
  const [row] = rows
  if (!row) return undefined
  const { unitId, name, accountId } = row
  if (accountId === null) return { unitId, name, account: null }
  const found = await accountIn(db, accountId as AccountId)
  return { unitId, name, account: found ?? { accountId: accountId as AccountId, name: '', login: '' } }
}

/** An account that the actor sees. */
export const accountIn = (db: Db, account: AccountId): Promise<Account | undefined> =>
  db
    .selectFrom('account')
    .select(['id as accountId', 'full_name as name', 'login'])
    .where('id', '=', account)
    .executeTakeFirst()

/** The same where all its access lies within the actor's units. */
export const accountWithin = async (db: Db, account: AccountId): Promise<Account | undefined> =>
  (
    await sql<Account>`
      select a.id as "accountId", a.full_name as name, a.login from account a where a.id = ${account} and account_within(a.id)`.execute(
      db,
    )
  ).rows[0]

/** Accounts within the actor's units that work and are joined to nobody whom the actor sees, by given name. */
export const accountsUnjoined = async (db: Db, q: string, most: number): Promise<Account[]> =>
  (
    await sql<Account>`
      select a.id as "accountId", a.full_name as name, a.login from account a
       where (fold(a.full_name) like ${holding(fold(q))} or a.login like ${holding(fold(q))}) and a.disabled_at is null
         and a.id <> nb_account() and not exists (select from official o where o.account_id = a.id) and account_within(a.id)
       order by ${byGivenName(sql`a.full_name`)}, a.id limit ${most}`.execute(db)
  ).rows

/** Officials whom the actor sees and who have no account, by given name. */
export const officialsUnjoined = async (
  db: Db,
  { q, day, most }: { q: string; day: PlainDate; most: number },
): Promise<Official[]> =>
  (
    await sql<Official>`
      select o.id as "officialId", o.full_name as name, o.birth_year as "birthYear", ${nameOn(sql`o.unit_id`, day)} as "unitName"
        from roster_named(${holding(fold(q))}, ${most * 5}) n join official o on o.id = n.id
       where o.account_id is null order by ${byGivenName(sql`o.full_name`)}, o.id limit ${most}`.execute(db)
  ).rows

/** The official joined to an account, and where the record is kept. */
export const officialOf = async (
  db: Db,
  account: AccountId,
  day: PlainDate,
): Promise<(Official & { unitId: AreaId }) | undefined> =>
  (
    await sql<Official & { unitId: AreaId }>`
      select o.id as "officialId", o.full_name as name, o.birth_year as "birthYear", o.unit_id as "unitId",
             ${nameOn(sql`o.unit_id`, day)} as "unitName"
        from official o where o.account_id = ${account}`.execute(db)
  ).rows[0]

export const setAccount = (db: Db, official: OfficialId, account: AccountId | null) =>
  db.updateTable('official').set({ account_id: account }).where('id', '=', official).execute()
