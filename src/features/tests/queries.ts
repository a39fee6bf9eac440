/** SQL of what this room keeps by its name. */
import { sql } from 'kysely'
import type { Db } from '#platform/server/database/open.ts'

/** Questions by what they ask, shortened. */
export const questionsNamed = async (db: Db, ids: readonly string[]) =>
  (
    await sql<{ id: string; name: string }>`
      select q.id, case when length(v.ask) > 120 then left(v.ask, 120) || '…' else v.ask end as name
        from question q join question_version v on v.question_id = q.id and v.version = q.version
       where q.id = any (${ids}::uuid[])`.execute(db)
  ).rows
