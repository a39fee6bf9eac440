/** SQL of forms that were left by a phone that is given back. Row security shows everybody their own. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/dates.ts'
import type { AccountId, FieldDeviceId, FieldDraftId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'

export type Left = {
  readonly id: FieldDraftId
  readonly deviceId: FieldDeviceId
  readonly kind: string
  readonly draftId: string
  /** As it lay on the phone, base64url. */
  readonly sealed: string
  readonly savedAt: Instant
}

/** Keeps what a phone left; of what it leaves once more the later one stays. */
export async function keepLeft(
  db: Db,
  of: { readonly device: FieldDeviceId; readonly account: AccountId; readonly at: Instant },
  drafts: readonly Omit<Left, 'deviceId'>[],
): Promise<void> {
  const rows = drafts.map(({ id, kind, draftId, sealed, savedAt }) => ({
    ...{ id, device_id: of.device, account_id: of.account, kind, draft_id: draftId, sealed },
    ...{ saved_at: savedAt, left_at: of.at },
  }))
  if (rows.length > 0)
    await db
      .insertInto('field_draft')
      .values(rows)
      .onConflict((c) =>
        c
          .constraint('field_draft_once')
          .doUpdateSet((e) => ({ sealed: e.ref('excluded.sealed'), saved_at: e.ref('excluded.saved_at') }))
          .where(sql<boolean>`excluded.saved_at > field_draft.saved_at`),
      )
      .execute()
  await countLeft(db, of.device)
}

const countLeft = (db: Db, device: FieldDeviceId) =>
  sql`update field_device d set left_drafts = (select count(*) from field_draft f where f.device_id = d.id) where d.id = ${device}`.execute(
    db,
  )

type OfMine = Left & { readonly dataKey: string }
/** The first of what somebody left, with the sealed key that opens it; the oldest first. */
export const leftBy = async (db: Db, account: AccountId, most: number): Promise<OfMine[]> =>
  (
    await sql<OfMine>`
      select f.id, f.device_id as "deviceId", f.kind, f.draft_id as "draftId", f.sealed, f.saved_at as "savedAt", d.data_key as "dataKey"
        from field_draft f join field_device d on d.id = f.device_id
       where f.account_id = ${account} order by f.left_at, f.id limit ${most}`.execute(db)
  ).rows

/** They are on another phone now. Answers how many there were. */
export async function dropLeft(db: Db, account: AccountId, ids: readonly FieldDraftId[]): Promise<number> {
  const gone = await db
    .deleteFrom('field_draft')
    .where('account_id', '=', account)
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .returning('device_id')
    .execute()
  for (const device of new Set(gone.map((one) => one.device_id))) await countLeft(db, device)
  return gone.length
}
