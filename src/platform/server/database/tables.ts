/** Prints `db/tables.ts`: a row type for each table, ids branded, values of check lists as unions. */
import type { Catalogue, Column } from './catalogue.ts'

const brands: Record<string, string> = {
  area_id: 'area',
  parent_id: 'area',
  from_id: 'area',
  to_id: 'area',
  over_id: 'area',
  village_id: 'area',
  annual_area: 'area',
  account_id: 'account',
  given_by: 'account',
  ended_by: 'account',
  created_by: 'account',
  drafted_by: 'account',
  in_force_by: 'account',
  person_id: 'person',
  head_person_id: 'person',
  household_id: 'household',
  round_id: 'round',
  survey_id: 'survey',
  verdict_id: 'verdict',
  decision_id: 'decision',
  command_id: 'command',
  scan_id: 'file',
  case_id: 'review_case',
  event_id: 'area_event',
  until_event_id: 'area_event',
}

const simple: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  'text[]': 'string[]',
  date: 'PlainDate',
  'timestamp with time zone': 'Instant',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  json: 'Json',
  jsonb: 'Json',
}

const brandOf = (c: Column): string | undefined => brands[c.name] ?? (c.name === 'id' ? c.table : undefined)

/** The values of `check (column in (...))`, or nothing. */
function valuesOf(catalogue: Catalogue, column: Column): string[] {
  const start = new RegExp(`^CHECK \\(\\(${column.name} = ANY \\(ARRAY\\[(.*)\\]\\)\\)\\)$`)
  for (const k of catalogue.constraints) {
    const list = k.table === column.table ? start.exec(k.text)?.[1] : undefined
    if (list) return [...list.matchAll(/'([^']*)'::text/g)].map((m) => `'${m[1]}'`)
  }
  return []
}

function typeOf(catalogue: Catalogue, column: Column): string {
  const brand = column.type === 'uuid' ? brandOf(column) : undefined
  const values = column.type === 'text' ? valuesOf(catalogue, column) : []
  const base = brand ? `Id<'${brand}'>` : values.length > 0 ? values.join(' | ') : (simple[column.type] ?? 'number')
  const whole = column.nullable ? `${base} | null` : base
  if (column.generated) return `GeneratedAlways<${whole}>`
  if (column.type === 'json' || column.type === 'jsonb')
    return `ColumnType<unknown, string${column.default ? ' | undefined' : column.nullable ? ' | null' : ''}, string>`
  return column.default !== null ? `Generated<${whole}>` : whole
}

export function printTables(catalogue: Catalogue): string {
  const tables = catalogue.tables.map((t) => {
    const rows = catalogue.columns
      .filter((c) => c.table === t.name)
      .map((c) => `    ${c.name}: ${typeOf(catalogue, c)}`)
    return `  ${t.name}: {\n${rows.join('\n')}\n  }`
  })
  return `/** Row types, generated from the migrated database; never edited by hand. JSON columns are written as text. */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Instant, PlainDate } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'

export type Tables = {
${tables.join('\n')}
}
`
}
