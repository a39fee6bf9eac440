/** Prints `db/tables.ts` (a row type for each table, ids branded, values of check lists as unions) and the kinds of ids. */
import type { Catalogue, Column } from './catalogue.ts'

const simple: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  'text[]': 'string[]',
  'uuid[]': 'string[]',
  'integer[]': 'number[]',
  date: 'PlainDate',
  'timestamp with time zone': 'Instant',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  tsrange: 'string',
  json: 'Json',
  jsonb: 'Json',
}

/** A person keeps one id through every household they live in; no table is theirs alone. */
const withoutTable = ['person']

/** The column that a foreign key of this one leads to. */
function targetOf({ columns, constraints }: Catalogue, { table, name }: Column): Column | undefined {
  for (const k of constraints.filter((one) => one.kind === 'f' && one.table === table)) {
    const [, own = '', target, theirs = ''] = /^FOREIGN KEY \((.*)\) REFERENCES (\w+)\((.*)\)/.exec(k.text) ?? []
    const at = own.split(', ').indexOf(name)
    const found = columns.find((c) => c.table === target && c.name === theirs.split(', ')[at])
    if (at >= 0 && found) return found
  }
  return undefined
}

/** Whose id a column holds: its foreign key says it, else its table or its name, else columns of the same name. */
function kindOf(catalogue: Catalogue, column: Column): string | undefined {
  const target = targetOf(catalogue, column)
  if (target) return kindOf(catalogue, target)
  if (column.name === 'id') return column.table
  const kinds = [...catalogue.tables.map((t) => t.name), ...withoutTable]
  const named = kinds.find((kind) => `_${column.name}`.endsWith(`_${kind}_id`))
  if (named) return named
  const twin = catalogue.columns.find((c) => c.name === column.name && targetOf(catalogue, c))
  return twin && kindOf(catalogue, twin)
}

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
  const brand = column.type === 'uuid' ? kindOf(catalogue, column) : undefined
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

const nameOf = (kind: string) => `${kind.replace(/(^|_)(\w)/g, (_, _gap, letter: string) => letter.toUpperCase())}Id`

/** Prints `src/kernel/kinds.ts`: every kind of record that has an id, and the type of its id. */
export function printKinds(catalogue: Catalogue): string {
  const ids = catalogue.columns.filter((c) => c.type === 'uuid').map((c) => kindOf(catalogue, c))
  const kinds = [...new Set(ids.filter((kind) => kind !== undefined))].sort()
  return `/** The kinds of records that have an id, and the types of their ids, printed from the migrated database. Do not edit. */
export type Kind =
${kinds.map((kind) => `  | '${kind}'`).join('\n')}

/** An area's id never stands where a household's is wanted. */
export type Id<K extends Kind> = string & { readonly __id: K }

${kinds.map((kind) => `export type ${nameOf(kind)} = Id<'${kind}'>`).join('\n')}
`
}
