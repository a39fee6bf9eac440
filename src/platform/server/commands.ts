/** Commands: each id is answered once. The check is over the bytes as first sent. */
import type { AccountId, CommandId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import type { Db } from './database/open.ts'

type Asked = { readonly id: CommandId; readonly endpoint: string; readonly contentHash: Buffer }

/** What this command answered before; null where it is new; refuses an id used for something else. */
export async function findCommand(db: Db, asked: Asked): Promise<{ result: unknown; forgotten: boolean } | null> {
  const row = await db
    .selectFrom('command')
    .select(['endpoint', 'content_hash', 'result'])
    .where('id', '=', asked.id)
    .executeTakeFirst()
  if (!row) return null
  if (row.endpoint !== asked.endpoint || !row.content_hash.equals(asked.contentHash)) throw problem('command.reused')
  return { result: row.result, forgotten: row.result === null }
}

type Kept = Asked & { readonly account: AccountId; readonly result: unknown }

/** Keeps the answer. A second sending at the same moment, or another's id, fails here and undoes the whole change. */
export async function keepCommand(db: Db, kept: Kept): Promise<void> {
  const done = await db
    .insertInto('command')
    .values({
      id: kept.id,
      account_id: kept.account,
      endpoint: kept.endpoint,
      content_hash: kept.contentHash,
      result: JSON.stringify(kept.result),
    })
    .onConflict((c) => c.column('id').doNothing())
    .executeTakeFirst()
  if (done.numInsertedOrUpdatedRows !== 1n) throw problem('command.reused')
}
