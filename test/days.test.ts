/** A database of yesterday's version in which two people acted in the same second comes to today's, openly mended. */
import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { migrate, readMigrations } from '#platform/server/database/migrate.ts'

const name = `nb_days_${randomBytes(6).toString('hex')}`
let admin: pg.Client
let client: pg.Client
let url: string

const days = '0011_days.sql'
const ids = <K extends string>(...keys: K[]) =>
  Object.fromEntries(keys.map((k) => [k, randomUUID()])) as Record<K, string>
const of = ids(
  'commune',
  'village',
  'account',
  'one',
  'two',
  'three',
  'person',
  'other',
  'decision',
  'late',
  'first',
  'second',
)

const query = async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows
const classOf = (household: string, from: string, until: string | null) =>
  query(
    `insert into household_class (household_id, id, village_id, class, standard_id, valid_from, valid_until, decision_id, verdict_id)
     values ($1, gen_random_uuid(), $2, 'poor', 'vn-2022-2025', $3, $4, $5, gen_random_uuid())`,
    [household, of.village, from, until, of.decision],
  )
const grantOf = (role: string, from: string, until: string | null) =>
  query(
    'insert into access_grant (id, account_id, role, area_id, valid_from, valid_until) values (gen_random_uuid(), $1, $2, $3, $4, $5)',
    [of.account, role, of.commune, from, until],
  )
const stayOf = (household: string, person: string, joined: string, left: string | null) =>
  query(
    `insert into member (household_id, id, person_id, full_name, sex, birth_year, relation, ethnicity, joined_on, join_reason, left_on, leave_reason)
     values ($1, gen_random_uuid(), $2, 'Lê Thị Cúc', 'female', 1985, 'head', '01', $3::date, 'listed', $4::date,
             case when $4::date is not null then 'moved_out' end)`,
    [household, person, joined, left],
  )
const residenceOf = (household: string, from: string, until: string | null) =>
  query(
    'insert into household_residence (household_id, id, village_id, valid_from, valid_until) values ($1, gen_random_uuid(), $2, $3, $4)',
    [household, of.village, from, until],
  )
const roundOf = async (id: string, state: string) => {
  await query(
    `insert into round (id, area_id, kind, name, classes_hold_from, window_from, window_until, opening_standard,
                        opening_hash, form_id, form_hash, state, created_by)
     values ($1, $2, 'annual', 'Rà soát', '2027-01-01', '2026-09-01', '2026-12-14', 's', 'law', 'f', 'law', $3, $4)`,
    [id, of.commune, state, of.account],
  )
  await query('insert into round_village (round_id, village_id) values ($1, $2)', [id, of.village])
}

beforeAll(async () => {
  const server = inject('server')
  admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name} template template0 encoding 'UTF8'`)
  const at = new URL(server)
  at.pathname = `/${name}`
  url = at.href
  await migrate(url, { migrations: (await readMigrations()).filter((m) => m.name < days) })
  client = new pg.Client({ connectionString: url })
  await client.connect()
  await query('insert into area (id) values ($1), ($2)', [of.commune, of.village])
  await query("insert into account (id, login, full_name, password_hash) values ($1, 'hung', 'Hùng', 'x')", [
    of.account,
  ])
  await query("insert into law_text (hash, kind, id, mark, document) values ('law', 'standard', 's', 'text', '{}')")
  for (const household of [of.one, of.two, of.three])
    await query(
      `insert into household (household_id, village_id, head_person_id, head_name, search, started_on)
       values ($1, $2, $3, 'Lê Thị Cúc', '', '2021-09-01')`,
      [household, of.village, of.person],
    )
  await classOf(of.one, '2026-11-20', null) // the annual decision and one of the month, in force in one second
  await classOf(of.one, '2027-01-01', null)
  await classOf(of.two, '2025-01-01', '2026-01-01') // as it should be
  await classOf(of.two, '2026-01-01', null)
  await classOf(of.three, '2025-01-01', '2026-06-01') // three of them
  await classOf(of.three, '2025-05-01', null)
  await classOf(of.three, '2026-01-01', null)
  await residenceOf(of.one, '2021-09-01', null)
  await residenceOf(of.one, '2025-03-01', null)
  await residenceOf(of.one, '2025-03-01', null)
  await stayOf(of.one, of.person, '2021-09-01', '2026-05-01')
  await stayOf(of.one, of.person, '2026-04-01', null)
  await stayOf(of.two, of.other, '2021-09-01', '2026-05-01')
  await query(
    "insert into identity_index (index_hash, person_id, household_id, free) values ('a', $1, $2, true), ('b', $3, $4, false)",
    [of.other, of.two, of.person, of.one],
  )
  await grantOf('viewer', '2026-01-01', null) // twice the same
  await grantOf('viewer', '2026-01-01', null)
  await grantOf('viewer', '2026-03-01', '2026-06-01') // within
  await grantOf('auditor', '2026-01-01', '2026-06-01') // one after the other, overlapping
  await grantOf('auditor', '2026-05-01', '2026-12-01')
  await roundOf(of.first, 'listing')
  await roundOf(of.second, 'deciding')
  await query(
    `insert into decision (id, round_id, area_id, state, content_hash, drafted_by) values ($1, $2, $3, 'drafted', 'h', $4)`,
    [of.decision, of.second, of.commune, of.account],
  )
  await roundOf(of.late, 'cancelled')
})
afterAll(async () => {
  await client.end()
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
})

const stretches = (table: string, [from, until]: [string, string], where: string, value: string) =>
  query(
    `select ${from}::text as from, ${until}::text as until from ${table} where ${where} = $1 order by ${from}, ${until} nulls last`,
    [value],
  ).then((rows) => rows.map((row) => [row.from, row.until]))

describe('days that overlapped', () => {
  it('are mended and told, and what was right stands as it was', async () => {
    expect((await migrate(url)).at(0)).toBe(days)
    const classes = (household: string) =>
      stretches('household_class', ['valid_from', 'valid_until'], 'household_id', household)
    expect(await classes(of.one)).toEqual([
      ['2026-11-20', '2027-01-01'],
      ['2027-01-01', null],
    ])
    expect(await classes(of.two)).toEqual([
      ['2025-01-01', '2026-01-01'],
      ['2026-01-01', null],
    ])
    expect(await classes(of.three)).toEqual([
      ['2025-01-01', '2025-05-01'],
      ['2025-05-01', '2026-01-01'],
      ['2026-01-01', null],
    ])
    expect(await stretches('household_residence', ['valid_from', 'valid_until'], 'household_id', of.one)).toEqual([
      ['2021-09-01', '2025-03-01'],
      ['2025-03-01', '2025-03-01'],
      ['2025-03-01', null],
    ])
    expect(await stretches('member', ['joined_on', 'left_on'], 'household_id', of.one)).toEqual([
      ['2021-09-01', '2026-04-01'],
      ['2026-04-01', null],
    ])
    expect(await stretches('access_grant', ['valid_from', 'valid_until'], 'account_id', of.account)).toEqual([
      ['2026-01-01', '2026-01-01'],
      ['2026-01-01', '2026-05-01'],
      ['2026-01-01', null],
      ['2026-03-01', '2026-03-01'],
      ['2026-05-01', '2026-12-01'],
    ])
  })

  it('leave a line each in the audit with what stood before', async () => {
    const rows = await query('select what, count(*)::int as n from audit_line group by what order by what')
    expect(rows).toEqual([
      { what: 'grant.mended', n: 3 },
      { what: 'household.class_mended', n: 3 },
      { what: 'household.residence_mended', n: 2 },
      { what: 'household.stay_mended', n: 1 },
    ])
    const [line] = await query(
      "select facts from audit_line where what = 'household.class_mended' and subject_id = $1",
      [of.one],
    )
    expect(line.facts).toEqual({ decision: of.decision, from: '2026-11-20', untilBefore: null, until: '2027-01-01' })
  })

  it('of two annual rounds of a year, the one that came further holds the village; the other goes on', async () => {
    const rows = await query('select round_id, annual_from::text from round_village where annual_from is not null')
    expect(rows).toEqual([{ round_id: of.second, annual_from: '2027-01-01' }])
  })

  it('a citizen id that was free is free from the day its holder left', async () => {
    const rows = await query('select index_hash, free_from::text from identity_index order by index_hash')
    expect(rows).toEqual([
      { index_hash: 'a', free_from: '2026-05-01' },
      { index_hash: 'b', free_from: null },
    ])
  })

  it('cannot be written any more', async () => {
    // The rows above are written as they were before a row said where its household lives.
    for (const table of ['household_class', 'household_residence', 'member'])
      await query(`alter table ${table} alter column home_id set default '${of.village}'`)
    for (const [write, constraint] of [
      [() => classOf(of.two, '2026-06-01', null), 'household_class_one_a_day'],
      [() => residenceOf(of.one, '2026-01-01', null), 'household_residence_one_a_day'],
      [() => stayOf(of.one, of.person, '2026-06-01', null), 'member_stays_once'],
      [() => grantOf('auditor', '2026-11-30', null), 'access_grant_once'],
    ] as const)
      await expect(write()).rejects.toMatchObject({ constraint })
  })
})
