/** What a start adds to the register of an earlier version, as owner of the database (no row security). */
import type { MemberId } from '#kernel/ids.ts'
import type { OwnerConnection } from '#platform/server/database/insert.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { insuranceIndexOf } from './identity.ts'

const atOnce = 1_000

/** Insurance numbers that were sealed before they could be found again. Stopped in the middle, the next start goes on. */
export async function indexInsurance(db: OwnerConnection, keys: Keys): Promise<void> {
  for (;;) {
    // One that cannot be read any more is not asked of again: it is found by nothing.
    const { rows } = await db.query<{ id: MemberId; sealed: string }>(
      `select id, insurance_no_sealed as sealed from member
        where insurance_no_sealed is not null and insurance_no_index is null order by id limit $1`,
      [atOnce],
    )
    if (rows.length === 0) return
    await db.query(
      `update member m set insurance_no_index = g.index_hash
         from unnest($1::uuid[], $2::text[]) as g (id, index_hash) where m.id = g.id`,
      [rows.map((row) => row.id), rows.map((row) => insuranceIndexOf(keys, row.id, row.sealed) ?? '')],
    )
  }
}
