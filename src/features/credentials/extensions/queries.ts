/** SQL of decisions that extend credentials. */
import { sql } from 'kysely'
import { nameOn, overOrUnder } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, CredentialExtensionId, CredentialId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Extension } from './model.ts'

type Window = { readonly page: number; readonly size: number }
type Row = Omit<Extension, 'can'>

/** The latest first. */
export async function extensionsAt(
  db: Db,
  { area, today }: { readonly area: AreaId | null; readonly today: PlainDate },
  { page, size }: Window,
) {
  const { rows } = await sql<Row & { total: number; credentialExtensionId: CredentialExtensionId | null }>`
    with found as materialized (
      select e.* from credential_extension e where (${area}::uuid is null or ${overOrUnder(sql`e.area_id`, area)})),
    shown as (select * from found e order by e.decided_on desc, e.id limit ${size} offset ${(page - 1) * size})
    select e.id as "credentialExtensionId", e.area_id as "areaId", ${nameOn(sql`e.area_id`, today)} as "areaName", e.number,
           e.decided_on as "decidedOn", e.issuer, e.last_day as "lastDay", e.because, e.withdrawn_because as "withdrawnBecause",
           e.earlier_decisions as earlier,
           (select count(*)::int from credential_extended x where x.extension_id = e.id
               and not exists (select from credential n where n.replaces_id = x.credential_id)) as credentials, c.total
      from (select count(*)::int as total from found) c left join shown e on true order by e.decided_on desc, e.id`.execute(
    db,
  )
  return {
    rows: rows.filter((row): row is Row & { total: number } => row.credentialExtensionId !== null),
    total: rows[0]?.total ?? 0,
  }
}

type Decided = { readonly number: string; readonly decidedOn: PlainDate; readonly issuer: string }
type NewExtension = Decided & {
  readonly id: CredentialExtensionId
  readonly areaId: AreaId
  readonly lastDay: PlainDate
  readonly because: string
  readonly by: AccountId
}
export async function insertExtension(db: Db, one: NewExtension, credentials: readonly CredentialId[]): Promise<void> {
  const { id, areaId, number, decidedOn, issuer, lastDay, because, by } = one
  await db
    .insertInto('credential_extension')
    .values({
      ...{ id, area_id: areaId, number, decided_on: decidedOn, issuer, last_day: lastDay, because, made_by: by },
    })
    .execute()
  await sql`
    insert into credential_extended (extension_id, credential_id, area_id, from_id, official_id)
    select ${id}, c.id, c.area_id, c.from_id, c.official_id from credential c where c.id = any (${credentials}::uuid[])`.execute(
    db,
  )
}

type Held = Decided & { readonly areaId: AreaId; readonly withdrawn: boolean; readonly lastDay: PlainDate }
/** It stands still until the change ends. */
export const holdExtension = async (db: Db, id: CredentialExtensionId): Promise<Held | undefined> =>
  (
    await sql<Held>`
      select e.area_id as "areaId", e.number, e.decided_on as "decidedOn", e.issuer, e.last_day as "lastDay",
             e.withdrawn_on is not null as withdrawn
        from credential_extension e where e.id = ${id} for update`.execute(db)
  ).rows[0]

export const placeOfExtension = async (db: Db, id: CredentialExtensionId): Promise<AreaId | undefined> =>
  (await db.selectFrom('credential_extension').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

type Correction = Decided & { readonly today: PlainDate; readonly because: string }
/** As it should have been typed; what it said stays with why. */
export const correctExtension = (
  db: Db,
  id: CredentialExtensionId,
  { number, decidedOn, issuer, today, because }: Correction,
) =>
  sql`update credential_extension e set number = ${number}, decided_on = ${decidedOn}, issuer = ${issuer},
             earlier_decisions = e.earlier_decisions || jsonb_build_array(jsonb_build_object('number', e.number, 'day', e.decided_on,
               'issuer', e.issuer, 'until', ${today}::date, 'because', ${because}::text))
       where e.id = ${id}`.execute(db)

export const withdrawExtension = (
  db: Db,
  id: CredentialExtensionId,
  { on, because }: { on: PlainDate; because: string },
) =>
  db
    .updateTable('credential_extension')
    .set({ withdrawn_on: on, withdrawn_because: because })
    .where('id', '=', id)
    .execute()
