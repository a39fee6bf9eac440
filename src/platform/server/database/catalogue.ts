/**
 * Reads the catalogue of a migrated database and prints it the same on PostgreSQL 15 and 18: the golden
 * `db/schema.sql`. pg_dump is not part of the embedded database, and its text differs between versions.
 */
import type pg from 'pg'

export type Column = {
  table: string
  name: string
  type: string
  nullable: boolean
  default: string | null
  generated: boolean
}
export type Constraint = { table: string; name: string; kind: string; text: string }
export type Catalogue = {
  collations: { name: string; comment: string | null; locale: string }[]
  tables: { name: string; comment: string | null; secured: boolean }[]
  columns: Column[]
  constraints: Constraint[]
  indexes: { table: string; text: string }[]
  policies: { table: string; name: string; command: string; role: string; using: string | null; check: string | null }[]
  grants: { table: string; text: string }[]
  functions: { name: string; comment: string | null; text: string; signature: string; definer: boolean }[]
}

const own = `c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migration'`

const queries: { [K in keyof Catalogue]: string } = {
  // PostgreSQL 17 gave the column another name.
  collations: `select c.collname as name, obj_description(c.oid, 'pg_collation') as comment,
                      coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale') as locale
                 from pg_collation c where c.collnamespace = 'public'::regnamespace order by 1`,
  tables: `select c.relname as name, obj_description(c.oid, 'pg_class') as comment, c.relrowsecurity as secured
             from pg_class c where ${own} and c.relkind = 'r' order by 1`,
  columns: `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
                   not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid) as default, a.attgenerated <> '' as generated
              from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
             where ${own} and c.relkind = 'r' order by c.relname, a.attnum`,
  // PostgreSQL 18 lists NOT NULL as constraints too; the column already says it.
  constraints: `select c.relname as table, k.conname as name, k.contype as kind, pg_get_constraintdef(k.oid) as text
                  from pg_constraint k join pg_class c on c.oid = k.conrelid
                 where ${own} and k.contype <> 'n' order by 1, 3 desc, 2`,
  indexes: `select c.relname as table, pg_get_indexdef(i.indexrelid) as text
              from pg_index i join pg_class c on c.oid = i.indrelid
             where ${own} and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by 1, 2`,
  policies: `select tablename as table, policyname as name, lower(cmd) as command,
                    array_to_string(roles, ', ') as role, qual as using, with_check as check
               from pg_policies where schemaname = 'public' order by 1, 2`,
  grants: `select g.table, string_agg(g.text, ', ' order by g.text) as text from (
             select table_name as table, lower(privilege_type) as text from information_schema.role_table_grants
              where grantee = 'nb_app' and table_schema = 'public'
             union all
             select p.table_name, lower(p.privilege_type) || ' (' || string_agg(p.column_name, ', ' order by p.column_name) || ')'
               from information_schema.role_column_grants p
              where p.grantee = 'nb_app' and p.table_schema = 'public'
                and not exists (select from information_schema.role_table_grants t where t.grantee = 'nb_app'
                     and t.table_schema = 'public' and t.table_name = p.table_name and t.privilege_type = p.privilege_type)
              group by p.table_name, p.privilege_type) g group by g.table order by 1`,
  functions: `select p.proname as name, obj_description(p.oid, 'pg_proc') as comment, pg_get_functiondef(p.oid) as text,
                     p.oid::regprocedure::text as signature, p.prosecdef as definer
                from pg_proc p where p.pronamespace = 'public'::regnamespace
                 and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1, 2`,
}

export async function readCatalogue(client: pg.Client | pg.Pool): Promise<Catalogue> {
  const entries: [string, unknown][] = []
  for (const [key, text] of Object.entries(queries)) entries.push([key, (await client.query(text)).rows])
  return Object.fromEntries(entries) as unknown as Catalogue
}

const columnText = (c: Column): string =>
  `  ${c.name} ${c.type}${c.generated ? ` generated always as (${c.default}) stored` : ''}${
    c.default !== null && !c.generated ? ` default ${c.default}` : ''
  }${c.nullable ? '' : ' not null'}`

function policyText(p: Catalogue['policies'][number]): string {
  const using = p.using === null ? '' : ` using (${p.using})`
  const check = p.check === null ? '' : ` with check (${p.check})`
  return `create policy ${p.name} on ${p.table} for ${p.command} to ${p.role}${using}${check};`
}

function tableText(catalogue: Catalogue, table: Catalogue['tables'][number]): string {
  const of = <T extends { table: string }>(rows: readonly T[]) => rows.filter((r) => r.table === table.name)
  const lines = [
    ...of(catalogue.columns).map(columnText),
    ...of(catalogue.constraints).map((k) => `  constraint ${k.name} ${k.text}`),
  ]
  return [
    `-- ${table.comment ?? 'family: NOT DECLARED; room: NOT DECLARED'}`,
    `create table ${table.name} (\n${lines.join(',\n')}\n);`,
    ...of(catalogue.indexes).map((i) => `${i.text};`),
    ...(table.secured ? [`alter table ${table.name} enable row level security;`] : []),
    ...of(catalogue.policies).map(policyText),
    ...of(catalogue.grants).map((g) => `grant ${g.text} on ${g.table} to nb_app;`),
  ].join('\n')
}

const undeclared = (comment: string | null): string => comment ?? 'room: NOT DECLARED'

/** The whole schema as text, for `db/schema.sql`. */
export const printSchema = (catalogue: Catalogue): string =>
  [
    '-- Printed from the catalogue of a migrated database; never edited by hand.',
    ...catalogue.collations.map(
      (c) => `-- ${undeclared(c.comment)}\ncreate collation ${c.name} (provider = icu, locale = '${c.locale}');`,
    ),
    ...catalogue.functions.map((f) => `-- ${undeclared(f.comment)}\n${f.text.trim().replace(/\r/g, '')};`),
    ...catalogue.tables.map((t) => tableText(catalogue, t)),
  ]
    .join('\n\n')
    .concat('\n')
