/**
 * What the bench stands on, made by SQL: 30 provinces with 3,000 communes and 30,000 villages, one enumerator, one
 * autumn round read by two standards, cases to survey, and as many surveys already held as asked.
 */
import type pg from 'pg'
import { keepLawTexts } from '#apps/server/lawTexts.ts'
import { pinsFor } from '#features/rounds/create.ts'
import { loadStandards } from '#features/standards/library.ts'
import { plainDate } from '#kernel/dates.ts'
import { newId } from '#platform/server/ids.ts'
import { hashOfToken } from '#platform/server/session.ts'
import type { Sending } from './load.ts'
import { survey } from './survey.ts'

const token = 'bench-token'
const csrf = 'bench-csrf'
const account = '01920000-0000-7000-8000-0000000000aa'
const round = '01920000-0000-7000-8000-0000000000bb'
/** A readable id: kind, then a number. Fresh cases and held rows never meet. */
const id = (kind: string, n: string) => `('0192${kind}-' || substr(lpad(to_hex(${n}), 12, '0'), 1, 4) || '-7000-8000-'
  || lpad(to_hex(${n}), 12, '0'))::uuid`
const village = (n: string) => id('0004', `(${n}) % 30000`)

async function addAreas(owner: pg.Pool): Promise<void> {
  await owner.query(`insert into area (id) select ${id('0000', '0')} union all
    select ${id('0001', 'n')} from generate_series(0, 29) n union all
    select ${id('0003', 'n')} from generate_series(0, 2999) n union all
    select ${id('0004', 'n')} from generate_series(0, 29999) n`)
  await owner.query(`insert into area_reach (area_id, over_id)
    select ${id('0004', 'n')}, over_id from generate_series(0, 29999) n, lateral (values (${id('0004', 'n')}),
      (${id('0003', 'n % 3000')}), (${id('0001', 'n % 30')}), (${id('0000', '0')})) as up (over_id)
    union all select ${id('0003', 'n')}, ${id('0003', 'n')} from generate_series(0, 2999) n`)
  await owner.query('select area_refresh_within()')
}

async function addEnumerator(owner: pg.Pool): Promise<void> {
  await owner.query(
    `insert into account (id, login, full_name, password_hash, must_change_password) values ($1, 'bench', 'Mai', '-', false)`,
    [account],
  )
  await owner.query(
    `insert into access_grant (id, account_id, role, area_id, valid_from)
     select ${id('0005', 'n')}, $1, 'enumerator', ${id('0004', 'n * 3000')}, '2020-01-01' from generate_series(0, 9) n`,
    [account],
  )
  await owner.query(
    `insert into session (id, token_hash, csrf, account_id, expires_at, seen_at)
     values (${id('0006', '1')}, $1, $2, $3, now() + interval '1 day', now() + interval '1 day')`,
    [hashOfToken(token), csrf, account],
  )
}

/** Ten villages of one commune, so that the enumerator's areas are a list as in life. */
async function addRound(owner: pg.Pool): Promise<string> {
  const library = loadStandards()
  await keepLawTexts(owner, library)
  const pins = pinsFor(library, { day: plainDate('2027-01-01'), provinceCode: null })
  await owner.query(
    `insert into round (id, area_id, kind, name, classes_hold_from, window_from, window_until, opening_standard,
       opening_hash, opening_points, closing_standard, closing_hash, closing_points, form_id, form_hash, state, created_by)
     values ($1, ${id('0003', '0')}, 'annual', 'bench', '2027-01-01', '2020-01-01', '2099-12-14', $2, $3, $4, $5, $6, $7,
       $8, $9, 'surveying', $10)`,
    [
      round,
      pins.opening_standard,
      pins.opening_hash,
      pins.opening_points,
      pins.closing_standard,
      pins.closing_hash,
      pins.closing_points,
      pins.form_id,
      pins.form_hash,
      account,
    ],
  )
  await owner.query(
    `insert into round_village (round_id, village_id) select $1, ${id('0004', 'n * 3000')} from generate_series(0, 9) n`,
    [round],
  )
  return pins.form_hash
}

const households = (kind: string, where: string) => `
  insert into household (household_id, village_id, head_person_id, head_name, search, started_on)
  select ${id(kind, 'n')}, ${where}, ${id('0009', 'n')}, 'Chủ hộ ' || n, 'chu ho ' || n, '2020-01-01'
    from generate_series($1::bigint, $2::bigint) n`

export type Case = { readonly householdId: string; readonly caseId: string }

/** Cases given to the enumerator, not surveyed yet. */
export async function addCases(owner: pg.Pool, from: number, count: number): Promise<Case[]> {
  const at = [from, from + count - 1]
  const own = id('0004', '(n % 10) * 3000')
  await owner.query(households('0007', own), at)
  const { rows } = await owner.query<Case>(
    `insert into review_case (household_id, id, round_id, village_id, reason, account_id, state)
     select ${id('0007', 'n')}, ${id('0008', 'n')}, '${round}', ${own}, 'current_poor', '${account}', 'assigned'
       from generate_series($1::bigint, $2::bigint) n returning household_id as "householdId", id as "caseId"`,
    at,
  )
  await owner.query(
    `select case_recount('{${round}}', array(select distinct village_id from review_case where account_id = '${account}'))`,
  )
  return rows
}

/** The n-th survey as a phone sends it, with ids of its own. */
export const sendingOf = (formHash: string, { householdId, caseId }: Case, n: number): Sending => ({
  path: `/api/households/${householdId}/cases/${caseId}/surveys`,
  headers: {
    'content-type': 'application/json',
    cookie: `nb_session=${token}`,
    'x-csrf': csrf,
    'x-command': newId(),
    'sec-fetch-site': 'same-origin',
  },
  body: JSON.stringify({ surveyId: newId(), householdId, caseId, ...survey(formHash, n) }),
})

/** The same of many, as a phone brings them home in one request. */
export function batchOf(many: readonly Sending[]): Sending {
  const items = many.map(({ path, headers, body }) => ({ id: headers['x-command'], path, schemaVersion: 1, body }))
  return { path: '/api/field/commands', headers: many[0]?.headers ?? {}, body: JSON.stringify({ items }) }
}

/**
 * Surveys of earlier years all over the country, each with its verdict, case, command and audit line. The verdicts'
 * reasons are left empty: what grows and is searched are rows and indexes.
 */
export async function addHeld(owner: pg.Pool, count: number): Promise<void> {
  const at = [1, count]
  const facts = JSON.stringify(survey('', 0).facts)
  const all = 'from generate_series($1::bigint, $2::bigint) n'
  await owner.query(households('1007', village('n')), at)
  await owner.query(
    `insert into survey (household_id, id, round_id, village_id, account_id, form_hash, facts, surveyed_on, members, income)
     select ${id('1007', 'n')}, ${id('100a', 'n')}, '${round}', ${village('n')}, '${account}', 'f', $3::json,
            '2025-10-01', 4, 1000000 ${all}`,
    [...at, facts],
  )
  await owner.query(
    `insert into verdict (household_id, id, survey_id, round_id, village_id, purpose, standard_id, standard_hash, class,
       possible, b2, lacking, reasons)
     select ${id('1007', 'n')}, ${id('100b', 'n')}, ${id('100a', 'n')}, '${round}', ${village('n')}, 'opens',
            'vn-2022-2025', 'h', 'poor', 'poor', 40, 'cleanWater', '{}' ${all}`,
    at,
  )
  await owner.query(
    `insert into review_case (household_id, id, round_id, village_id, reason, account_id, state, survey_id)
     select ${id('1007', 'n')}, ${id('1008', 'n')}, '${round}', ${village('n')}, 'current_poor', '${account}', 'accepted',
            ${id('100a', 'n')} ${all}`,
    at,
  )
  await owner.query(
    `insert into command (id, account_id, endpoint, content_hash, result)
     select ${id('100c', 'n')}, '${account}', 'surveys.submit', '\\x00', '{}' ${all}`,
    at,
  )
  await owner.query(
    `insert into audit_line (id, account_id, what, subject_id, area_id)
     select ${id('100d', 'n')}, '${account}', 'survey.submitted', ${id('100a', 'n')}, ${village('n')} ${all}`,
    at,
  )
  await owner.query(
    `insert into floor_survey (id, household_id, document) select ${id('100a', 'n')}, ${id('1007', 'n')}, $3::jsonb ${all}`,
    [...at, facts],
  )
  await owner.query('vacuum analyze')
}

/** Answers the hash of the round's form. */
export async function addGround(owner: pg.Pool): Promise<string> {
  await owner.query(
    'create table floor_survey (id uuid primary key, household_id uuid not null, document jsonb not null)',
  )
  // Search is not asked here, and its trigram index would take most of the time of making the ground.
  await owner.query('drop index household_search')
  await addAreas(owner)
  await addEnumerator(owner)
  return addRound(owner)
}

/** What was just made is counted; empty tables are left alone, as on a new system: a plan made for none is kept too long. */
export const settle = async (owner: pg.Pool): Promise<void> => {
  await owner.query('vacuum analyze area_reach, household, review_case, survey, verdict')
  await owner.query('checkpoint')
}
