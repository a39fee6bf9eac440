/** A transaction in the name of an actor: row security sees the account and the areas of the call's right. */
import { sql } from 'kysely'
import type { AccountId, AreaId } from '#kernel/ids.ts'
import type { Db, Tx } from './open.ts'

export type Standing = { readonly account: AccountId | null; readonly areas: readonly AreaId[] }

export const arrayText = (ids: readonly string[]): string => `{${ids.join(',')}}`

export function withStanding<T>(db: Db, standing: Standing, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('nb.account', ${standing.account ?? ''}, true),
                     set_config('nb.areas', ${arrayText(standing.areas)}, true)`.execute(tx)
    return work(tx)
  })
}
