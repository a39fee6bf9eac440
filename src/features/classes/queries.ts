/** SQL of what this room keeps by its name. */
import { sql } from 'kysely'
import type { Db } from '#platform/server/database/open.ts'

export type SubjectKind = 'hall' | 'trainer' | 'class'

export const subjectsNamed = async (db: Db, ids: readonly string[]) =>
  (
    await sql<{ id: string; name: string; kind: SubjectKind }>`
      select h.id, h.name, 'hall' as kind from class_hall h where h.id = any (${ids}::uuid[])
      union all select t.id, coalesce(o.full_name, t.full_name), 'trainer' from trainer t
        left join official o on o.id = t.official_id where t.id = any (${ids}::uuid[])
      union all select c.id, trim(c.code || ' ' || c.title), 'class' from training_class c where c.id = any (${ids}::uuid[])`.execute(
      db,
    )
  ).rows
