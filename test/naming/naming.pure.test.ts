// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what is read here are sources
import { describe, expect, it } from 'vitest'
import { namesInSource } from './source.ts'
import { namesIn } from './sql.ts'

const names = (sql: string, fragment = false) => [...new Set(namesIn(sql, { fragment }))].sort()
const found = (source: string) =>
  namesInSource('x.ts', source).map((one) => ('name' in one ? one.name : `? ${one.unreadable}`))
/** Of the names found only these count: what is no table and no function of ours belongs to nobody. */
const tables = ['account', 'decision', 'household', 'household_class', 'member', 'round', 'session', 'survey_store']
const ours = (source: string) => [...new Set(found(source).filter((n) => n.startsWith('?') || tables.includes(n)))]

describe('a text of SQL names', () => {
  it.each([
    [
      'select 1 from round r join household h on h.id = r.id left join "decision" using (id)',
      'decision household round',
    ],
    [
      'select a from session s, round, (select 1 from household) x, public.decision',
      'decision household round session',
    ],
    [
      'select a from s join (account a join round r on true) on (a.x, b.y), household where (a, decision) = b',
      'account household round',
    ],
    ['with r as (select 1 from household) insert into session select x from r', 'household session'],
    [
      'update only round set state = 1 from household where id in (select id from decision)',
      'decision household round',
    ],
    ['delete from round using session, household', 'household round session'],
    ['lock table round, decision in share mode; truncate session, household', 'decision household round session'],
    ['analyze round; copy decision from stdin', 'decision round'],
    ['merge into round using session on true', 'round session'],
    ["select 'round'::regclass, to_regclass('decision')", 'decision round'],
    ['declare x household%rowtype;', 'household'],
    ['-- reads\nselect x /* all */ FROM\n  Round', 'round'],
    ['select survey_store($1), x.survey_store from a', 'survey_store'],
  ])('%s', (sql, expected) => {
    expect(names(sql).filter((n) => tables.includes(n))).toEqual(expected.split(' '))
  })

  it.each([
    "select 'from round', session.id, a.household, b as decision from area a",
    'select x is distinct from y, substring(name from 3), count(*) as round from area for update of area',
    'select household, decision from area group by round, session order by account',
    'insert into area (round, session) values (1, 2) on conflict (household) do update set decision = 1',
    'select extract(year from day), trim(both from name) -- from round\n from area',
    'insert into pg_temp.round select 1',
    'create function f() returns table (round uuid, session text) language sql as',
  ])('nothing of these: %s', (sql) => {
    expect(names(sql).filter((n) => tables.includes(n))).toEqual([])
  })
})

describe('a source names', () => {
  it.each([
    ["db.selectFrom('household_class as c').innerJoin('round as r', 'r.id', 'c.id')", 'round household_class'],
    ["db.selectFrom(['round as r', 'session'])", 'round session'],
    ["db.updateTable('round').from('decision').set({ state: 1 })", 'decision round'],
    ["db.deleteFrom('session').using('account')", 'account session'],
    ['db.insertInto(`round`).values(x)', 'round'],
    ["q.where((e) => e.exists(e.selectFrom('decision').select('id')))", 'decision'],
    ["q.leftJoin((e) => e.selectFrom('decision').as('d'), (j) => j)", 'decision'],
    ['sql`select ${a} from round where ${sql`exists (select from session)`}`.execute(db)', 'round session'],
    ['sql<Row>`household h join member m on true`', 'household member'],
    ['sql`${joined} join decision d on true`', 'decision'],
    ["sql.table('round')", 'round'],
    ["sql.raw('join round r on true')", 'round'],
    ["sql`select from ${sql.ref('decision')}`", 'decision'],
    ["sql`select from ${sql.table('decision')}`", 'decision'],
    ["const text = '/* all of them */ select a from round'", 'round'],
    ['const text = `\n-- who\n-- and when\nselect a from session`', 'session'],
    ["const text = 'explain (analyze) select a from round'", 'round'],
    ["const text = 'perform survey_store(1) from household'", 'household survey_store'],
    ['const text = `do $$ begin delete from decision; end $$`', 'decision'],
    ["const text = 'do language plpgsql $$ begin lock table round; end $$'", 'round'],
    ["pool.query({ name: 'x', text: 'select * from survey_store($1)' })", 'survey_store'],
    ["const text = 'select a ' + 'from round'", 'round'],
    ['const text = `with x as (select 1) select from ${x} join decision d on true`', 'decision'],
    ["const more = 'left join round r on r.id = c.id'", 'round'],
    ["insertRows(db, { table: 'round', columns, rows })", 'round'],
    ["swift(submit, { look: { name: 'round' }, store: { name: 'survey_store', values: 3 } })", 'round survey_store'],
  ])('%s', (source, expected) => {
    expect(
      ours(source)
        .filter((n) => !n.startsWith('?'))
        .sort(),
    ).toEqual(expected.split(' ').sort())
  })

  it.each([
    'db.selectFrom(table)',
    'db.selectFrom(`${room}_class`)',
    'db.insertInto(names[0])',
    'const text = `insert into ${table} (a) values (1)`',
    'sql.table(name)',
    'sql`select from ${sql.ref(name)}`',
    'sql`select from ${sql.ref(`public.${name}`)}`',
    'const text = `/* ${why} */ select from ${table}`',
    'insertRows(db, { table, columns, rows })',
    'insertRows(db, batch)',
    "swift(submit, { look: { name: 'x' }, store })",
  ])('what cannot be read and so is refused: %s', (source) => {
    expect(ours(source)).toEqual([expect.stringMatching(/^\? /)])
  })

  it.each([
    "const says = { vi: 'Chọn kỳ', en: 'from round to household (all)' }",
    "import { round } from './round.ts'",
    "type A = Id<'round'> | 'session'",
    "const kind: 'round' = x; Array.from(round); newId<'decision'>()",
    "throw new Error('The session ended: update household and try (again)')",
    "const cell = key('round', 'session')",
    'const place = `${household} (${round})`',
    'sql`${sql.ref(`${alias}.decision`)}`',
    '// select from round\nconst a = 1 /* join decision */',
  ])('nothing in these: %s', (source) => {
    expect(ours(source)).toEqual([])
  })
})
