/**
 * A nation of 23,460 households, made as `npm run bench -- lists` makes its million, and everybody who asks there. As small
 * as it can be so that plans are those of a large one: the official of the province reaches more than 200 villages, so he
 * works as nb_wide; the large commune has one in forty of the households and one in twenty of the cases, so that an index
 * is worth its while; no table that grows is empty. The planner's statistics are of every row, so plans are always the same.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { buildApp } from '#apps/server/app.ts'
import { openHost } from '#apps/server/host.ts'
import { allRoutes } from '#apps/server/routes.ts'
import { loadStandards } from '#features/standards/library.ts'
import { clockAt } from '#platform/server/clock.ts'
import { readCatalogue } from '#platform/server/database/catalogue.ts'
import { liesOn } from '#platform/server/database/citus.ts'
import { openPool } from '#platform/server/database/open.ts'
import { createKeys } from '#platform/server/keys/keys.ts'
import { settingsFrom } from '#platform/server/settings.ts'
import { type ActorName, cookieOf } from '../../bench/lists/actors.ts'
import { addGround } from '../../bench/lists/ground.ts'
import { type Notice, tellPlans } from '../../bench/lists/plans.ts'
import { drawn, type Size } from '../../bench/lists/size.ts'
import { cloneDatabase } from '../database.ts'
import { testDay } from '../day.ts'
import { type Sent, sentIn } from './sent.ts'

const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))

const communes = [
  { province: 0, villages: 3, households: 60 },
  { province: 0, villages: 10, households: 300 },
  { province: 0, villages: 20, households: 600 },
  ...many(20, () => ({ province: 0, villages: 9, households: 300 })),
  ...many(66, (n) => ({ province: 1 + Math.floor(n / 2), villages: 30, households: 250 })),
]
export const size: Size = {
  households: communes.reduce((sum, one) => sum + one.households, 0),
  audit: 20_000,
  officials: 2_000,
  communes,
  judged: communes.filter(({ province }) => province === 0).length,
}

/** What the bench's ground leaves out: a note beside every survey, notices of some households, a paper for every class, sessions of everybody. */
const beside = `
  insert into survey_note (household_id, id, case_id, survey_id, question, note, account_id, home_id)
    select household_id, ${drawn}, id, survey_id, 'water', 'Xem lại', account_id, village_id
      from review_case where survey_id is not null;
  insert into certificate (household_id, id, decision_id, class, year, number, signed, home_id, area_id)
    select household_id, ${drawn}, decision_id, class, 2026, '', '', home_id, home_id from household_class;
  insert into list_removal (household_id, id, round_id, village_id, because, account_id)
    select household_id, ${drawn}, round_id, village_id, 'Chuyển đi', account_id
      from review_case where account_id is not null and household_id::text like '%7';
  insert into survey_notice (id, round_id, village_id, household_id, case_id, kind, head_name, details, made_on, made_by, received_at)
    select ${drawn}, round_id, village_id, household_id, id, 'refuses', 'Chủ hộ', '{"words": "Không khai"}', '2026-11-18', account_id, now()
      from review_case where account_id is not null and household_id::text like '%3';
  insert into session (id, token_hash, csrf, account_id, expires_at, seen_at)
    select ${drawn}, decode(md5(random()::text), 'hex'), '', id, now(), now() from account, generate_series(1, 10)`

/** Nobody else counts the rows: autovacuum would draw a sample, and look on while rows become known to be seen by all. */
const countedByUs = `
  do $$ declare one regclass; begin
    for one in select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace loop
      execute format('alter table %s set (autovacuum_enabled = off)', one);
    end loop;
  end $$`

/** Until every page is known to be seen by all: what still runs elsewhere in the database may delay it. */
async function settle(line: pg.Pool): Promise<void> {
  for (let times = 0; times < 20; times++) {
    await line.query('vacuum analyze')
    const { rows } = await line.query(
      `select 1 from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relallvisible < relpages`,
    )
    if (rows.length === 0) return
  }
  throw new Error('the ground does not come to rest')
}

async function fill(line: pg.Pool): Promise<void> {
  const { rows } = await line.query("select current_setting('server_version_num')::int < 180000 as is_old")
  // Over ids that are alike, as a ground's are, PostgreSQL 15 takes 8 s to build it; no list reads by it.
  if (rows[0].is_old) await line.query('alter table household_residence drop constraint household_residence_one_a_day')
  await line.query(countedByUs)
  // The day of the tests, not of the calendar: the plans of news would change as it goes on.
  await addGround(line, size, new Date(clockAt(testDay).now()))
  await line.query(`set session_replication_role = replica; select setseed(0.5); ${beside}`)
  await line.query('set default_statistics_target = 1000')
  await settle(line)
}

/** Names out of the catalogue. */
export type Known = {
  /** Tables that grow with the work: those of households, and ledgers. */
  readonly growing: ReadonlySet<string>
  /** Functions that row security asks. */
  readonly guards: ReadonlySet<string>
  /** What each index is sorted by first. */
  readonly firstOf: ReadonlyMap<string, string>
}

async function knownOf(owner: pg.Pool): Promise<Known> {
  const catalogue = await readCatalogue(owner)
  const growing = liesOn(catalogue).filter((t) => !('everywhere' in t || ('stays' in t && t.stays === 'a few rows')))
  const policies = catalogue.policies.map(({ using, check }) => `${using} ${check}`).join(' ')
  const guards = [...policies.matchAll(/\b(\w+)\(/g)].map(([, name = '']) => name)
  const { rows } = await owner.query<Record<'name' | 'first', string>>(
    'select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid, 1, true) as first from pg_index',
  )
  return {
    growing: new Set(growing.map(({ table }) => table)),
    guards: new Set(guards),
    firstOf: new Map(rows.map(({ name, first }) => [name, first])),
  }
}

export type Ground = {
  readonly known: Known
  /** Whether the plans kept are those of this PostgreSQL. */
  readonly isKept: boolean
  /** What the server sends to answer a call of somebody; null where they may not call it. */
  readonly ask: (path: string, as: ActorName) => Promise<Sent[] | null>
  readonly close: () => Promise<void>
}

export async function openGround(): Promise<Ground> {
  const database = await cloneDatabase('empty')
  const owner = openPool({ url: database.url, asApplication: false, max: 1 })
  await fill(owner)
  const known = await knownOf(owner)
  const { rows } = await owner.query("select current_setting('server_version_num')::int / 10000 = 18 as kept")
  await owner.end()
  const folder = await mkdtemp(join(tmpdir(), 'nang-buoc-plans-'))
  const keys = createKeys(join(folder, 'keys', 'keys.json'))
  const settings = settingsFrom({ DATA_DIR: folder })
  const host = openHost({ clock: clockAt(testDay), keys, settings }, { url: database.url, max: 1 })
  let notices: Notice[] = []
  host.pool.on('connect', (client) => {
    void tellPlans(client, { overMs: 0, format: 'json' })
    client.on('notice', (notice) => notices.push(notice))
  })
  const app = await buildApp(host, allRoutes({ library: loadStandards() }))
  return {
    known,
    isKept: rows[0].kept,
    ask: async (path, as) => {
      notices = []
      const { statusCode } = await app.inject({ method: 'GET', url: path, headers: { cookie: cookieOf(as) } })
      if (![200, 403].includes(statusCode)) throw new Error(`${path} as ${as} was answered ${statusCode}`)
      return statusCode === 200 ? sentIn(notices) : null
    },
    close: async () => {
      await app.close()
      await host.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
