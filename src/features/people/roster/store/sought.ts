/** SQL by which a list that another room reads finds officials: by personal number, by citizen id, by name. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { indexOf } from '../identity.ts'
import type { Found, FoundBy, Sought } from '../model.ts'
import { tidyPersonalNumber } from '../rules.ts'

type Row = Found & { number: string | null; id: string | null; search: string }

/** Of each the officials that the actor sees. */
export async function findSought(
  db: Db,
  { keys, day }: { readonly keys: Keys; readonly day: PlainDate },
  all: readonly Sought[],
): Promise<FoundBy[]> {
  const indexes = all.map(({ citizenId }) => (citizenId ? indexOf(keys, citizenId) : null))
  const numbers = all.map(({ personalNumber }) => tidyPersonalNumber(personalNumber))
  const { rows } = await sql<Row>`
    select o.id as "officialId", o.full_name as name, ${nameOn(sql`o.unit_id`, day)} as "unitName",
           jsonb_strip_nulls(jsonb_build_object('year', o.birth_year, 'month', o.birth_month, 'day', o.birth_day)) as birth,
           o.personal_number as number, o.citizen_id_index as id, o.search
      from official o
     where o.personal_number = any (${numbers.filter(Boolean)}::text[]) or o.citizen_id_index = any (${indexes.filter(Boolean)}::text[])
        or o.search = any (${[...new Set(all.map(({ name }) => fold(name)))]}::text[])
     order by o.id`.execute(db)
  const numbered = new Map(rows.flatMap((row) => (row.number ? [[row.number, row]] : [])))
  const identified = new Map(rows.flatMap((row) => (row.id ? [[row.id, row]] : [])))
  const named = new Map<string, Row[]>()
  for (const row of rows) named.set(row.search, [...(named.get(row.search) ?? []), row])
  return all.map(({ name }, at) => ({
    byNumber: numbered.get(numbers[at] ?? '') ?? null,
    byId: (indexes[at] && identified.get(indexes[at])) || null,
    named: named.get(fold(name)) ?? [],
  }))
}
