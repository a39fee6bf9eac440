/** SQL of accounts, sessions and grants. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { Authority, HeldGrant, Role } from '#kernel/access.ts'
import type { Instant, PlainDate } from '#kernel/dates.ts'
import type { AccessGrantId, AccountId, AreaId, Id } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { byGivenName, inVietnamese } from '#platform/server/sql/order.ts'

export type SignInRow = { account_id: AccountId; password_hash: string; must_change_password: boolean }

export const findForSignIn = async (db: Db, login: string): Promise<SignInRow | undefined> =>
  (await sql<SignInRow>`select * from nb_sign_in(${login})`.execute(db)).rows[0]

export type NewSession = {
  id: Id<'session'>
  token_hash: Buffer
  csrf: string
  account_id: AccountId
  expires_at: Instant
  device: string
}
export const addSession = (db: Db, row: NewSession) => db.insertInto('session').values(row).execute()

export const liveSessions = (db: Db, account: AccountId, at: Instant) =>
  db
    .selectFrom('session')
    .select(['id', 'started_at', 'seen_at', 'device'])
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('seen_at', 'desc')
    .execute()

/** Ends one of the actor's own sessions; another's is left as it is. */
export const endSession = (db: Db, session: Id<'session'>) => sql`select session_end(${session}, null)`.execute(db)

/** Ends the actor's own sessions but one. */
export const endOtherSessions = (db: Db, but: Id<'session'>) => sql`select session_end(null, ${but})`.execute(db)

/** Deletes sessions that ended or ran out before; only the installation's own account may. */
export const sessionsOverBefore = (db: Db, at: Instant) =>
  db
    .deleteFrom('session')
    .where((e) => e(e.fn.coalesce('ended_at', 'expires_at'), '<', at))
    .execute()

export const setPassword = (db: Db, account: AccountId, set: { hash: string; mustChange: boolean }) =>
  db
    .updateTable('account')
    .set({ password_hash: set.hash, must_change_password: set.mustChange })
    .where('id', '=', account)
    .executeTakeFirst()

export const findAccount = (db: Db, account: AccountId) =>
  db.selectFrom('account').select(['id', 'login', 'full_name']).where('id', '=', account).executeTakeFirst()

export const ownPasswordHash = async (db: Db): Promise<string | null> =>
  (await sql<{ hash: string | null }>`select nb_own_password() as hash`.execute(db)).rows[0]?.hash ?? null

/** Names of accounts, as far as row security tells them. */
export const accountNames = async (db: Db, accounts: readonly AccountId[]) =>
  accounts.length === 0
    ? []
    : db.selectFrom('account').select(['id', 'full_name']).where('id', 'in', accounts).execute()

export type NewAccount = {
  id: AccountId
  login: string
  full_name: string
  password_hash: string
  created_by: AccountId | null
}
export const addAccount = (db: Db, row: NewAccount) =>
  db
    .insertInto('account')
    .values(row)
    .onConflict((c) => c.column('login').doNothing())
    .executeTakeFirst()

export type NewGrant = {
  id: AccessGrantId
  account_id: AccountId
  role: Role
  area_id: AreaId
  valid_from: PlainDate
  valid_until: PlainDate | null
  /** `own` where left out. */
  authority?: Authority
  given_by: AccountId | null
}
export const addGrant = (db: Db, row: NewGrant) => db.insertInto('access_grant').values(row).execute()

type Beside = {
  readonly account: AccountId
  readonly areaId: AreaId
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly today: PlainDate
}

/** Stands at the same time, from today on. */
const atOneTime = ({ from, until, today }: Beside) => sql<boolean>`
  coalesce(g.valid_until, 'infinity') > greatest(${from}::date, ${today}::date)
  and g.valid_from < coalesce(${until}::date, 'infinity')`

/** The roles that an account holds at the same time over, at or under the unit; `here`: at the unit itself. */
export const rolesHeldBeside = async (db: Db, beside: Beside): Promise<{ role: Role; here: boolean }[]> =>
  (
    await sql<{ role: Role; here: boolean }>`
      select distinct g.role, g.area_id = ${beside.areaId} as here from access_grant g
       where g.account_id = ${beside.account} and ${atOneTime(beside)}
         and exists (select from area_reach r
                      where (r.area_id = g.area_id and r.over_id = ${beside.areaId})
                         or (r.area_id = ${beside.areaId} and r.over_id = g.area_id))`.execute(db)
  ).rows

/** Who else is chair of the unit in the own right at the same time. */
export const ownChairBeside = async (db: Db, beside: Beside): Promise<string | null> =>
  (
    await sql<{ name: string }>`
      select a.full_name as name from access_grant g join account a on a.id = g.account_id
       where g.role = 'commune_chair' and g.authority = 'own' and g.area_id = ${beside.areaId}
         and g.account_id <> ${beside.account} and a.disabled_at is null and ${atOneTime(beside)}
       limit 1`.execute(db)
  ).rows[0]?.name ?? null

/** One's own grants that ended, the latest first, each with the name its area had last. */
export const endedGrants = async (db: Db, account: AccountId, today: PlainDate) =>
  (
    await sql<{ role: Role; areaName: string; until: PlainDate }>`
      select g.role, g.valid_until as until,
             ${nameOn(sql`g.area_id`, today)} as "areaName"
        from access_grant g
       where g.account_id = ${account} and g.valid_until <= ${today}
       order by g.valid_until desc, g.id limit 5`.execute(db)
  ).rows

export const findGrant = (db: Db, grant: AccessGrantId) =>
  db
    .selectFrom('access_grant')
    .select(['id', 'account_id', 'area_id', 'role', 'valid_from'])
    .where('id', '=', grant)
    .executeTakeFirst()

/** Who ends another of the same role at the same unit waits: whether one is the last is settled one after the other. */
export const holdGrantsLike = (db: Db, { role, area_id }: { role: Role; area_id: AreaId }) =>
  db
    .selectFrom('access_grant')
    .select('id')
    .where('role', '=', role)
    .where('area_id', '=', area_id)
    .orderBy('id')
    .forUpdate()
    .execute()

/**
 * Whether ending this grant on the day would leave the nation to nobody: it is in force, and nobody else whose account
 * works administers the nation on that day for as long.
 */
export const isLastAdministrator = async (db: Db, grant: AccessGrantId, on: PlainDate): Promise<boolean> =>
  (
    await sql`
      select from access_grant g join area_version v on v.area_id = g.area_id and v.level = 0
       where g.id = ${grant} and g.role = 'administrator' and ${validOn('g', on)}
         and not exists (
           select from access_grant o join account a on a.id = o.account_id and a.disabled_at is null
            where o.role = g.role and o.area_id = g.area_id and o.account_id <> g.account_id and ${validOn('o', on)}
              and coalesce(o.valid_until, 'infinity') >= coalesce(g.valid_until, 'infinity'))`.execute(db)
  ).rows.length > 0

/** Ends it on the day, or before it begins; changes none that has ended already. */
export function closeGrant(db: Db, grant: AccessGrantId, end: { on: PlainDate; by: AccountId }) {
  const day = sql<PlainDate>`greatest(valid_from, ${end.on}::date)`
  return db
    .updateTable('access_grant')
    .set({ valid_until: day, ended_by: end.by })
    .where('id', '=', grant)
    .where(validOn('access_grant', day))
    .executeTakeFirst()
}

type GrantHeld = {
  grantId: AccessGrantId
  accountId: AccountId
  login: string
  name: string
  role: Role
  authority: Authority
  areaId: AreaId
  areaName: string
  from: PlainDate
  until: PlainDate | null
  givenBy: string | null
  givenAt: Instant
}

const isLeft = (today: PlainDate) => sql<boolean>`(${validOn('g', today)} and not exists (
  select from area_version v where v.area_id = g.area_id and ${validOn('v', today)}))`

type Touching = {
  readonly areaId: AreaId
  readonly today: PlainDate
  readonly ended?: boolean | undefined
  readonly here?: boolean | undefined
}
/**
 * Everyone who holds something at this area: granted here or above (it reaches down), or below it. By name, then place.
 * `here`: those alone that were given at the area itself.
 * `ended`: those in force alone whose unit stands no more: they are to be given over another, and ended.
 */
export const grantsTouching = async (db: Db, { areaId: area, today, ended = false, here = false }: Touching) =>
  (
    await sql<GrantHeld>`
      select id as "grantId", account_id as "accountId", login, name, role, authority, area_id as "areaId", "areaName",
             valid_from as "from", valid_until as until, given_by as "givenBy", given_at as "givenAt"
        from (select g.*, ${nameOn(sql`g.area_id`, today)} as "areaName"
                from (select * from grants_touching(${area}) g where (not ${ended}::boolean or ${isLeft(today)})
                         and (not ${here}::boolean or g.area_id = ${area}) order by ${byGivenName(sql`name`)}, account_id
                       fetch first 500 rows with ties) g) named
       order by ${byGivenName(sql`name`)}, account_id, ${inVietnamese(sql`"areaName"`)}, valid_from, id
       limit 500`.execute(db)
  ).rows

/** Whether a token for the first administrator waits; of a hash, whether it is that one. */
export const setupOpen = async (db: Db, hash?: Buffer): Promise<boolean> => {
  const waiting = db.selectFrom('setup_token').select('made_at').where('used_at', 'is', null)
  return Boolean(await (hash ? waiting.where('token_hash', '=', hash) : waiting).executeTakeFirst())
}
export const useSetupToken = async (db: Db, hash: Buffer): Promise<boolean> =>
  (await sql<{ used: boolean }>`select setup_token_use(${hash}) as used`.execute(db)).rows[0]?.used === true

export async function getNationId(db: Db): Promise<AreaId> {
  const nation = await nationId(db)
  if (!nation) throw new Error('no nation is loaded')
  return nation
}

export const nationId = async (db: Db): Promise<AreaId | undefined> =>
  (await db.selectFrom('area_version').select('area_id').where('level', '=', 0).executeTakeFirst())?.area_id

type ChairOn = { accountId: AccountId; name: string; authority: Authority }

/** Who holds the chair's grant over a commune on a day, the chair first. Of a commune of the actor. */
export const chairsOn = async (db: Db, area: AreaId, day: PlainDate) =>
  (
    await sql<ChairOn>`
      select account_id as "accountId", full_name as name, authority from chairs_on(${area}, ${day})`.execute(db)
  ).rows

/** The same with those whose grant was ended on that day: what they had signed by then is signed. */
export const chairsSigningOn = async (db: Db, area: AreaId, day: PlainDate) =>
  (
    await sql<ChairOn>`
      select account_id as "accountId", full_name as name, authority from chairs_on(${area}, ${day}, true)`.execute(db)
  ).rows

/** Whether nobody else holds the role of this grant over the unit (SQL) on the day, by a grant of their own or another one. */
export const nobodyElseAt = (unit: RawBuilder<unknown>, grant: HeldGrant & { id: AccessGrantId }, on: PlainDate) =>
  sql<boolean>`not exists (
    select from access_grant g join account a on a.id = g.account_id and a.disabled_at is null
      join area_reach t on t.over_id = g.area_id and t.area_id = ${unit}
     where g.role = ${grant.role} and g.id <> ${grant.id} and ${validOn('g', on)})`
