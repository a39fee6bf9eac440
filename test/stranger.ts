/** An account that was given nothing. */

import { stableId } from '#features/areas/nation/stableIds.ts'
import type { OwnerConnection } from '#platform/server/database/insert.ts'

export async function addStranger(db: OwnerConnection): Promise<void> {
  await db.query(
    `insert into account (id, login, full_name, password_hash, must_change_password)
     select $1, 'la', 'Người Lạ', password_hash, false from account where login = 'hung'`,
    [stableId('account', 'test', 'la')],
  )
}
