import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Catalogue, printSchema, readCatalogue } from '#platform/server/database/catalogue.ts'
import { migrate, NewerDataError, readMigrations } from '#platform/server/database/migrate.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { floors, namedByRooms } from './naming/rooms.ts'
import { namesIn } from './naming/sql.ts'

let database: TestDatabase
let client: pg.Client
let catalogue: Catalogue
beforeAll(async () => {
  database = await cloneDatabase('empty')
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  catalogue = await readCatalogue(client)
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

/** What everybody may read, whoever they are: units, the law, and ledgers without personal data. */
const openToAll = [
  'area',
  'area_event',
  'area_path',
  'area_reach',
  'area_status',
  'area_succession',
  'area_undoing',
  'area_version',
  'area_within',
  'body_norm',
  'body_rule',
  'class_hall',
  'class_place',
  'credential_extension',
  'credential_rule',
  'declared_total',
  'error_topic',
  'gate_setting',
  'known_key',
  'law_text',
  'move_target',
  'norm',
  'phone_idle_time',
  'post',
  'post_requirement',
  'programme',
  'programme_goal',
  'qualification_level',
  'setup_token',
  'sign_in_failure',
  'spending_norm',
  'training_limit',
  'training_way',
]

/**
 * Household tables and ledgers whose rows the application changes itself, in any column. A row of every other one is only
 * added, or a function below changes what may change of it.
 */
const changedFreely = ['household', 'household_residence', 'member', 'sign_in_failure']

/** Functions that see past row security; each applies the actor's areas itself or tells nothing of anybody. */
const seesPast = [
  'account_reaches_beyond',
  'account_touches',
  'account_within',
  'area_record',
  'area_refresh_overs',
  'area_refresh_paths',
  'area_refresh_reach',
  'area_refresh_standing',
  'area_refresh_within',
  'area_undo',
  'area_was_over',
  'attempt_keys',
  'attempts_joined',
  'attempts_open_in_both',
  'attendance_joined',
  'audit_found',
  'audit_news',
  'audit_news_lines',
  'bodies_gone',
  'bodies_standing',
  'bodies_summed',
  'body_join_faults',
  'body_kept',
  'body_members',
  'body_members_joined',
  'body_people',
  'case_add',
  'case_asked_again',
  'case_assign',
  'case_class_given',
  'case_classes',
  'case_counts',
  'case_end',
  'case_follow',
  'case_household_ends',
  'case_not_surveyed',
  'case_remove',
  'case_take_back',
  'cases_coming_back',
  'cases_follow',
  'cases_handed_on',
  'cases_left',
  'cases_moved_on',
  'cases_strayed',
  'cases_unclassed',
  'certificate_correct',
  'certificate_days',
  'certificate_end',
  'certificate_make',
  'certificate_number',
  'certificate_replaced',
  'certificates_numbered',
  'chairs_on',
  'change_maker',
  'checked_in',
  'class_clashes',
  'class_completed',
  'class_elsewhere',
  'class_learners',
  'class_of_test',
  'class_seats_add',
  'class_seats_set',
  'class_seats_settled',
  'class_succeed',
  'class_to_seat',
  'commune_contacts',
  'correction_ground',
  'correction_hold',
  'credential_standing',
  'credentials_joined',
  'decision_fix_verdicts',
  'decision_list',
  'decision_reached',
  'decision_round',
  'decision_rows_follow',
  'decision_shown',
  'decision_size',
  'decision_unseen',
  'decision_verdicts',
  'decisions_elsewhere',
  'decisions_resting',
  'decisions_return',
  'decisions_signed_after',
  'decisions_since',
  'decisions_succeed',
  'decisions_under',
  'entry_contents',
  'entry_texts',
  'field_author',
  'field_device_said',
  'field_device_signed_out',
  'figure_places',
  'figures_elsewhere',
  'figures_ended',
  'figures_from_rows',
  'figures_of',
  'figures_since',
  'framework_approve',
  'framework_correct',
  'framework_rests',
  'grants_touching',
  'groundless_credentials',
  'handovers_at',
  'home_of_official',
  'household_hold',
  'household_move',
  'household_search',
  'household_stands',
  'household_undo',
  'households_apart',
  'households_come_since',
  'households_coming_back',
  'households_gone_to',
  'households_live_on',
  'households_moved',
  'households_named',
  'households_of_units',
  'households_phoned',
  'households_picked',
  'households_return',
  'households_shown',
  'households_since',
  'households_succeed',
  'households_then',
  'households_told',
  'households_unseen',
  'households_walked',
  'identity_claim',
  'identity_forget',
  'identity_free',
  'identity_in_use',
  'identity_move',
  'identity_waiting',
  'inquiry_specialists',
  'is_my_attempt',
  'is_my_test',
  'material_file',
  'material_question',
  'material_readable',
  'material_readers',
  'material_told',
  'members_elsewhere',
  'members_known',
  'my_body_tasks',
  'my_class_tests',
  'my_classes',
  'my_invitation',
  'my_meetings',
  'my_minutes',
  'my_seats',
  'my_sessions',
  'my_signed_page',
  'my_task_done',
  'my_task_held',
  'nb_own_password',
  'nb_session',
  'nb_sign_in',
  'needs_at',
  'official_join_begin',
  'official_join_end',
  'official_join_faults',
  'official_joining',
  'official_kept',
  'official_members_apart',
  'official_members_joined',
  'official_moves',
  'official_seen',
  'official_taken',
  'official_went',
  'officials_apart',
  'officials_at_home',
  'officials_died',
  'officials_doubled',
  'officials_linked',
  'paper_begin',
  'paper_change_keep',
  'paper_changes_follow',
  'paper_register',
  'paper_replace',
  'paper_status',
  'people_gone',
  'phone_idle_of',
  'placings_coming_back',
  'placings_return',
  'plan_approve',
  'plan_correct',
  'plan_line_sent_to_mine',
  'plan_paper_correct',
  'plan_paper_keep',
  'plan_sent_to_mine',
  'programme_drop',
  'programme_stands',
  'records_left',
  'register_carried',
  'register_count_begin',
  'register_count_end',
  'register_count_hold',
  'register_count_keep',
  'register_past_keep',
  'register_recount_homes',
  'requirements_at',
  'roster_held',
  'roster_match',
  'roster_moves',
  'roster_named',
  'roster_of_the_dead',
  'roster_own',
  'roster_people',
  'roster_self',
  'roster_since',
  'round_apart',
  'round_asked',
  'round_asks_in',
  'round_cancel',
  'round_comes_to',
  'round_first',
  'round_hand_over',
  'round_paces',
  'round_places',
  'round_seen',
  'round_take_in',
  'round_take_successors',
  'round_tally',
  'round_units',
  'round_unseen',
  'round_villages',
  'round_villages_apart',
  'rounds_apart',
  'rounds_asking',
  'rounds_decided',
  'rounds_over_since',
  'rounds_resting',
  'rounds_return',
  'rounds_succeed',
  'rounds_under',
  'seats_above',
  'seats_gone',
  'seats_of',
  'session_come',
  'session_end',
  'session_seen',
  'session_taught',
  'sessions_open',
  'setup_token_use',
  'signed_scan',
  'slip_for_sign_in',
  'survey_check',
  'survey_context',
  'survey_decide',
  'survey_explain',
  'survey_last_day',
  'survey_notice_context',
  'survey_notice_store',
  'survey_notice_withdraw',
  'survey_notices_answer',
  'survey_notices_follow',
  'survey_notices_return',
  'survey_notices_succeed',
  'survey_people',
  'survey_redate',
  'survey_rows_follow',
  'survey_store',
  'surveys_return',
  'surveys_succeed',
  'trainers_joined',
  'training_join_faults',
  'training_joined',
  'turn_figures',
  'turns_found',
  'turns_of',
  'unit_above_mine',
  'villages_reached',
  'walk_in_waits',
  'walk_ins_joined',
]

const tablesOf = (family: 'household' | 'ledger' | 'unit') =>
  catalogue.tables.filter((t) => t.comment?.startsWith(`family: ${family};`)).map((t) => t.name)

describe('the schema', () => {
  it('is what db/schema.sql says, on this version of PostgreSQL too', async () => {
    expect(printSchema(catalogue)).toBe(await readFile('db/schema.sql', 'utf8'))
  })

  it('has row security and a policy on every table', () => {
    const bare = catalogue.tables.filter((t) => !t.secured || !catalogue.policies.some((p) => p.table === t.name))
    expect(bare.map((t) => t.name)).toEqual([])
  })

  it('shows a table to everybody only where that is meant', () => {
    const open = catalogue.policies.filter(
      (p) => p.using === 'true' && p.role !== 'nb_nation' && ['select', 'all'].includes(p.command),
    )
    expect(open.map((p) => p.table).sort()).toEqual(openToAll)
  })

  it('asks in no policy by a subquery: an index can use each, and a distributed engine takes it', () => {
    const asking = catalogue.policies.filter((p) => /\bselect\b/i.test(`${p.using ?? ''} ${p.check ?? ''}`))
    expect(asking.map((p) => p.name)).toEqual([])
  })

  it('guards a table for each of the three roles, or for none: a wider one is never let further or less far', () => {
    const of = (role: string) =>
      catalogue.policies.filter((p) => p.role === role).map(({ table, command }) => `${table} ${command}`)
    expect(of('nb_app').length).toBeGreaterThan(30)
    expect(of('nb_wide')).toEqual(of('nb_app'))
    expect(of('nb_nation')).toEqual(of('nb_app'))
    const asks = /= ANY \(nb_units\(\)\)|round_seen\(|round_comes_to\(|official_kept\(|body_kept\(/
    const unasked = catalogue.policies.filter(
      (p) => p.role === 'nb_app' && !asks.test(`${p.using ?? ''} ${p.check ?? ''}`),
    )
    expect(unasked).toEqual([])
  })

  it('names every function that sees past row security', () => {
    expect(
      catalogue.functions
        .filter((f) => f.definer)
        .map((f) => f.name)
        .sort(),
    ).toEqual(seesPast)
  })

  it('declares the family and the room of every table, the room of every function', () => {
    const rooms = floors.join('|')
    const said = new RegExp(`^family: (household|ledger|unit); room: (${rooms})$`)
    expect(catalogue.tables.filter((t) => !said.test(t.comment ?? '')).map((t) => t.name)).toEqual([])
    const owned = new RegExp(`^room: (${rooms})$`)
    expect(catalogue.functions.filter((f) => !owned.test(f.comment ?? '')).map((f) => f.name)).toEqual([])
  })

  it('keys every household table by household_id and lets no key leave it out', () => {
    const family = tablesOf('household')
    const keys = catalogue.constraints.filter((k) => family.includes(k.table) && 'puf'.includes(k.kind))
    const without = keys.filter((k) => !/^(PRIMARY KEY|UNIQUE|FOREIGN KEY) \(household_id\b/.test(k.text))
    expect(family.length).toBeGreaterThan(5)
    expect(without.map((k) => k.name)).toEqual([])
  })

  it('puts no trigger on a household table', async () => {
    const { rows } = await client.query(
      'select tgrelid::regclass::text as table from pg_trigger where not tgisinternal',
    )
    expect(rows).toEqual([])
  })

  it('grants no column of a household table or a ledger to anybody: a distributed engine does not carry it on', async () => {
    const { rows } = await client.query<{ table: string; column: string }>(
      `select a.attrelid::regclass::text as table, a.attname as column
         from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and a.attacl is not null`,
    )
    const units = tablesOf('unit')
    expect(rows.filter((row) => !units.includes(row.table))).toEqual([])
    expect(rows.length).toBeGreaterThan(10) // of units, or nothing was read
  })

  it('lets the application change a row of a household table or a ledger itself only where all of it may change', () => {
    const changed = catalogue.grants.filter((g) => /\bupdate\b/.test(g.text)).map((g) => g.table)
    const units = tablesOf('unit')
    expect(changed.filter((table) => !units.includes(table))).toEqual(changedFreely)
  })

  it('lets the application change the audit, the commands, numbers and files in one way only: by adding', () => {
    for (const table of ['audit_line', 'command', 'issued_number', 'file'])
      expect(catalogue.grants.find((g) => g.table === table)?.text).toBe('insert, select')
  })
})

/** Row security of every room asks them: what the actor reaches. */
const guards = ['area_reach', 'area_within', 'nb_holds', 'nb_units']
/** What a lower room is told by a higher one stands in its own table; only the database holds it to what exists. */
const keysUp = ['review_case_survey']
/** They use what they are given: the rooms that call them name it. */
const namesAtRunTime = ['database/catalogue.ts', 'database/insert.ts', 'doors/swiftAsked.ts'].map(
  (file) => `src/platform/server/${file}`,
)

const named = namedByRooms()

describe('the floors', () => {
  const roomOf = (comment: string | null): string => /room: (\w+)$/.exec(comment ?? '')?.[1] ?? 'none'
  const owners = () => new Map([...catalogue.tables, ...catalogue.functions].map((o) => [o.name, roomOf(o.comment)]))
  const higher = (room: string, name: string): boolean =>
    floors.indexOf(owners().get(name) ?? 'platform') > floors.indexOf(room)

  it('stand in their order', () => {
    expect(floors.slice(0, 2)).toEqual(['platform', 'areas'])
    expect(higher('platform', 'session')).toBe(true)
    expect(higher('households', 'round')).toBe(true)
    expect(higher('surveys', 'round')).toBe(false)
    expect(higher('surveys', 'decision')).toBe(true)
  })

  it('let no source name a table or a function of a higher room', () => {
    const up = named.filter((n) => 'name' in n && higher(n.room, n.name))
    expect(up).toEqual([])
    const unreadable = named.filter((n) => 'unreadable' in n && !namesAtRunTime.includes(n.path.replaceAll('\\', '/')))
    expect(unreadable).toEqual([])
    // Nearly every table is named by somebody, or the sources were not read.
    const known = new Set(named.flatMap((n) => ('name' in n ? [n.name] : [])))
    expect(catalogue.tables.filter((t) => known.has(t.name)).length).toBeGreaterThan(30)
  })

  it('let no function, policy or key name a table or a function of a higher room', () => {
    const rooms = owners()
    const texts = [
      ...catalogue.functions.map((f) => ({ of: f.name, by: f.name, text: f.text })),
      ...catalogue.policies.map((p) => ({ of: p.table, by: p.name, text: `${p.using ?? ''}; ${p.check ?? ''}` })),
      ...catalogue.constraints.map((k) => ({ of: k.table, by: k.name, text: k.text })),
    ]
    const up = texts.flatMap(({ of, by, text }) =>
      [...new Set(namesIn(text, { fragment: false }))]
        .filter((name) => !guards.includes(name) && higher(rooms.get(of) ?? 'none', name))
        .map((name) => `${by} names ${name}`),
    )
    expect(up).toEqual(keysUp.map((key) => `${key} names survey`))
    // They write no name of a table that stands there: the standing, and the policies a migration asks for.
    const composed = texts.filter(({ text }) => /\bexecute\s+(format|')/i.test(text)).map(({ by }) => by)
    expect(composed).toEqual(['nb_guard', 'nb_stand'])
  })
})

/** A statement that reads is sent before anything is allowed: PostgreSQL holds a stable function to reading. */
describe('the swift door', () => {
  it('looks by functions that can only read, and so can what they call', async () => {
    const { rows } = await client.query<{ name: string; text: string; writes: boolean }>(
      `select p.proname as name, pg_get_functiondef(p.oid) as text, p.provolatile = 'v' as writes from pg_proc p
        where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'`,
    )
    const called = named.flatMap((n) => ('name' in n && n.given === 'look.name' ? [n.name] : []))
    expect(called.length).toBeGreaterThan(0)
    expect(called.filter((name) => !rows.some((f) => f.name === name))).toEqual([])
    const reached = new Set(called)
    for (const name of reached)
      for (const { text } of rows.filter((f) => f.name === name))
        for (const next of namesIn(text, { fragment: false })) reached.add(next)
    expect(rows.filter((f) => f.writes && reached.has(f.name)).map((f) => f.name)).toEqual([])
  })
})

describe('migrations', () => {
  it('run twice change nothing', async () => {
    expect(await migrate(database.url)).toEqual([])
    expect(printSchema(await readCatalogue(client))).toBe(printSchema(catalogue))
  })

  it('leave a database of a newer version alone', async () => {
    const known = await readMigrations()
    await expect(migrate(database.url, { migrations: known.slice(0, -1) })).rejects.toThrow(NewerDataError)
  })

  it('leave no half behind', async () => {
    const known = await readMigrations()
    const broken = { name: '9999_broken.sql', text: 'create table half (); select 1/0', hash: 'x' }
    await expect(migrate(database.url, { migrations: [...known, broken] })).rejects.toThrow(/9999_broken/)
    expect((await client.query("select to_regclass('half') as half")).rows).toEqual([{ half: null }])
  })
})
