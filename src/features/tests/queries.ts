/** SQL of what this room keeps by its name. */
import { sql } from 'kysely'
import type { Db } from '#platform/server/database/open.ts'

/** Questions by what they ask, shortened; tests by their titles. */
export const subjectsNamed = async (db: Db, ids: readonly string[]) =>
  (
    await sql<{ id: string; name: string; kind: 'question' | 'test' }>`
      select q.id, case when length(v.ask) > 120 then left(v.ask, 120) || '…' else v.ask end as name, 'question' as kind
        from question q join question_version v on v.question_id = q.id and v.version = q.version
       where q.id = any (${ids}::uuid[])
      union all select t.id, t.title, 'test' from class_test t where t.id = any (${ids}::uuid[])`.execute(db)
  ).rows
