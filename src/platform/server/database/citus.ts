/** Prints `db/citus.sql`: where each table lies on a cluster of Citus, by its family and its keys. */
import type { Catalogue } from './catalogue.ts'

export type Family = 'household' | 'ledger' | 'unit'

/** `column`: distributed by it; `everywhere`: a copy on every machine; else on the coordinator alone, and why. */
export type Lying = { readonly table: string } & (
  | { readonly column: string; readonly beside: string }
  | { readonly everywhere: true }
  | { readonly stays: string }
)

/** Ledgers that never grow with the work. */
const few = ['known_key', 'setup_token', 'sign_in_failure']

export const familyOf = ({ tables }: Pick<Catalogue, 'tables'>, table: string): Family | undefined =>
  /^family: (\w+)/.exec(tables.find((t) => t.name === table)?.comment ?? '')?.[1] as Family | undefined

/** The columns of every primary, unique and exclusion key of a table, the primary key's first. */
export function keysOf(
  { constraints, indexes }: Pick<Catalogue, 'constraints' | 'indexes'>,
  table: string,
): string[][] {
  const named = ['p', 'u', 'x'].flatMap((kind) => constraints.filter((k) => k.table === table && k.kind === kind))
  const unnamed = indexes.filter((i) => i.table === table && i.text.startsWith('CREATE UNIQUE'))
  return [...named, ...unnamed].map(({ text }) =>
    (/\((.*?)\)(?= WHERE|$)/.exec(text)?.[1] ?? '').split(', ').map((part) => part.replace(/ WITH .*/, '')),
  )
}

/** The tables that a table's foreign keys lead to, itself left out. */
export const targetsOf = ({ constraints }: Pick<Catalogue, 'constraints'>, table: string): string[] =>
  constraints.flatMap((k) => {
    const target = k.table === table && k.kind === 'f' ? /REFERENCES (\w+)/.exec(k.text)?.[1] : undefined
    return target && target !== table ? [target] : []
  })

/** A table comes after those its foreign keys lead to. */
function inOrder(catalogue: Catalogue, tables: readonly string[]): string[] {
  const ordered: string[] = []
  const place = (table: string): void => {
    if (ordered.includes(table) || !tables.includes(table)) return
    for (const target of targetsOf(catalogue, table)) place(target)
    ordered.push(table)
  }
  for (const table of tables) place(table)
  return ordered
}

function ledgerLies(catalogue: Catalogue, table: string): Lying {
  const keys = keysOf(catalogue, table)
  const column = keys[0]?.[0] ?? ''
  const named = catalogue.tables.find((t) => targetsOf(catalogue, t.name).includes(table))
  if (few.includes(table)) return { table, stays: 'a few rows' }
  if (named) return { table, stays: `${named.name}, of which every machine has a copy, names it by a foreign key` }
  const second = keys.find((key) => !key.includes(column))
  if (second) return { table, stays: `(${second.join(', ')}) is unique as well as (${keys[0]?.join(', ')})` }
  return { table, column, beside: 'none' }
}

/** Every table, those with a copy everywhere first, each after the tables it names by a foreign key. */
export function liesOn(catalogue: Catalogue): Lying[] {
  const of = (family: Family) =>
    inOrder(
      catalogue,
      catalogue.tables.map((t) => t.name).filter((name) => familyOf(catalogue, name) === family),
    )
  return [
    ...of('unit').map((table) => ({ table, everywhere: true }) as const),
    ...of('household').map((table) => ({
      table,
      column: 'household_id',
      beside: table === 'household' ? 'none' : 'household',
    })),
    ...of('ledger').map((table) => ledgerLies(catalogue, table)),
  ]
}

/**
 * Functions that are called where rows lie: by policies, by readings, and by these. What changes something, or looks past
 * row security for a call, runs on the coordinator.
 */
function functionsEverywhere({ functions, policies }: Catalogue): string[] {
  const texts = policies.map((p) => `${p.using} ${p.check}`)
  const reads = ({ text }: { text: string }) => / (STABLE|IMMUTABLE)\b/.test(text.split('$function$')[0] ?? '')
  const called = new Set(functions.filter((f) => !f.definer && reads(f)))
  for (let size = -1; size < called.size; ) {
    size = called.size
    const callers = [...texts, ...[...called].map((f) => f.text)]
    for (const f of functions) if (callers.some((text) => text.includes(`${f.name}(`))) called.add(f)
  }
  return functions.filter((f) => called.has(f)).map((f) => f.signature)
}

const collationLine = ({ name, locale }: Catalogue['collations'][number]): string =>
  `select run_command_on_workers('create collation if not exists ${name} (provider = icu, locale = ''${locale}'')');`

function lineOf(lying: Lying): string {
  if ('everywhere' in lying) return `select create_reference_table('${lying.table}');`
  if ('stays' in lying) return `-- ${lying.table}: ${lying.stays}`
  return `select create_distributed_table('${lying.table}', '${lying.column}', colocate_with => '${lying.beside}');`
}

const head = `-- Printed from the families and keys of a migrated database; never edited by hand. docs/scale.md says when it is worth it.
--
-- What an operator runs once, by psql as a superuser, on the database of a coordinator that the program has migrated and
-- that holds no rows of households yet. Every machine has PostgreSQL with Citus, pg_trgm, btree_gist and ICU, and lets
-- nb_app, nb_wide, nb_nation and the owner of the tables in from the others (pg_hba.conf, or pg_dist_authinfo with
-- passwords): functions work as the owner. Before the tables:
--   select citus_set_coordinator_host('the coordinator');  select citus_add_node('a machine', 5432);  ...
-- The program connects to the coordinator only: advisory locks and the tables that stay there are its own. After an
-- upgrade that brings a table, run it again: what lies in its place already answers so and stays as it is.
create extension if not exists citus;
alter role nb_app login;
alter role nb_wide login;
alter role nb_nation login;

-- Who acts is set by SET LOCAL, and every machine must hear of it: without this they answer nothing.
do $$ begin
  execute format('alter database %I set citus.propagate_set_commands = ''local''', current_database());
end $$;
set citus.propagate_set_commands = 'local';

-- Policies ask functions that read unit tables, on the machine where the row lies, of its own copy: without this every
-- query is refused ("cannot execute a distributed query from a query on a shard"). Again for a machine that is added later.
do $$ begin
  execute format('alter database %I set citus.allow_nested_distributed_execution = on', current_database());
end $$;
select run_command_on_workers(
  format('alter database %I set citus.allow_nested_distributed_execution = on', current_database()));`

/** The whole of `db/citus.sql`. */
export function printCitus(catalogue: Catalogue): string {
  const all = liesOn(catalogue)
  const lines = (those: (lying: Lying) => boolean) => all.filter(those).map(lineOf).join('\n')
  return `${[
    head,
    `-- What policies and readings call wherever rows lie; an order of names too (again for a machine that is added later).
${functionsEverywhere(catalogue)
  .map((signature) => `select create_distributed_function('${signature}');`)
  .join('\n')}
${catalogue.collations.map(collationLine).join('\n')}`,
    `-- Unit tables: read beside every household, so a copy on every machine.\n${lines((t) => 'everywhere' in t)}`,
    `-- Household tables: all of one household on one machine.\n${lines((t) => 'column' in t && t.column === 'household_id')}`,
    `-- Ledgers, each by its own key.\n${lines((t) => 'column' in t && t.column !== 'household_id')}`,
    `-- These stay on the coordinator, as do schema_migration and the schema pgboss:\n${lines((t) => 'stays' in t)}`,
  ].join('\n\n')}\n`
}
