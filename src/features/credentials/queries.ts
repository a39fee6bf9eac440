/** SQL of what this room keeps by its name. */
import { sql } from 'kysely'
import type { Db } from '#platform/server/database/open.ts'

export type SubjectKind = 'credential' | 'rule' | 'extension' | 'setting'
export const subjectsNamed = async (db: Db, ids: readonly string[]) =>
  (
    await sql<{ id: string; name: string; kind: SubjectKind }>`
      select c.id, c.full_name as name, 'credential' as kind from credential c where c.id = any (${ids}::uuid[])
      union all select r.id, r.name, 'rule' from credential_rule r where r.id = any (${ids}::uuid[])
      union all select e.id, e.number, 'extension' from credential_extension e where e.id = any (${ids}::uuid[])
      union all select s.id, s.legal_reference, 'setting' from gate_setting s where s.id = any (${ids}::uuid[])`.execute(
      db,
    )
  ).rows
