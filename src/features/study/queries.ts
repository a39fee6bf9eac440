/** SQL of what this room keeps by its name. */
import { sql } from 'kysely'
import type { Db } from '#platform/server/database/open.ts'

/** Materials by their titles, hand-outs by that of what was handed out. */
export const subjectsNamed = async (db: Db, ids: readonly string[]) =>
  (
    await sql<{ id: string; name: string; kind: 'material' | 'handout' }>`
      select m.id, v.title as name, 'material' as kind from material m
        join material_version v on v.material_id = m.id and v.version = m.version
       where m.id = any (${ids}::uuid[])
      union all select h.id, v.title, 'handout' from handout h
        join material_version v on v.material_id = h.material_id and v.version = h.version
       where h.id = any (${ids}::uuid[])`.execute(db)
  ).rows
