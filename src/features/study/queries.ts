/** SQL of what this room keeps by its name. */
import { sql } from 'kysely'
import type { Db } from '#platform/server/database/open.ts'

/** Materials by their titles, hand-outs by that of what was handed out, questions by what they ask, shortened. */
export const subjectsNamed = async (db: Db, ids: readonly string[]) =>
  (
    await sql<{ id: string; name: string; kind: 'material' | 'handout' | 'inquiry' }>`
      select m.id, v.title as name, 'material' as kind from material m
        join material_version v on v.material_id = m.id and v.version = m.version
       where m.id = any (${ids}::uuid[])
      union all select h.id, v.title, 'handout' from handout h
        join material_version v on v.material_id = h.material_id and v.version = h.version
       where h.id = any (${ids}::uuid[])
      union all select i.id, case when length(i.ask) > 120 then left(i.ask, 120) || '…' else i.ask end, 'inquiry' from inquiry i
       where i.id = any (${ids}::uuid[])`.execute(db)
  ).rows
