/** What the database refuses is said in a sentence: every rule that people can meet has its problem. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allRoutes } from '#apps/server/routes.ts'
import { loadStandards } from '#features/standards/library.ts'
import { constraintProblems, problem, problemCatalogue } from '#kernel/problem.ts'
import { problemOfDatabase } from '#platform/server/database/constraints.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  allRoutes({ library: loadStandards() })
  database = await cloneDatabase('empty')
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

/** Rules that their room says with facts of its own, or that only a fault of ours could break. */
const ours = [
  'account_login_once', // added with `on conflict do nothing`
  'area_version_code_once', // named with the code in areas/record.ts
  'class_seat_of_class',
  'class_session_as_it_stands',
  'class_session_of_class',
  'class_test_of_unit',
  'class_trainer_of_class',
  'class_walk_in_once', // added with `on conflict do nothing`
  'decision_entry_once',
  'field_draft_once', // added with `on conflict do update`
  'framework_as_it_stands',
  'framework_of_unit',
  'identity_index_person',
  'official_member_official', // written by the installation alone
  'official_member_person',
  'plan_asked_as_it_stands',
  'plan_line_as_it_stands',
  'plan_line_goes_on_once', // copied by one statement
  'plan_sending_as_it_stands',
  'post_place_key',
  'qualification_level_place', // written by migrations alone, as the posts are
  'session_token_once',
  'sign_in_slip_code_hash_key', // 80 random bits
  'test_attempt_of_unit',
  'test_item_once', // drawn from a set
  'test_remark_of_unit',
  'training_class_as_it_stands',
  'training_class_of_unit',
  'training_plan_as_it_stands',
  'training_turn_once', // given by one step of a class that is held
]

const ruleNames = async (): Promise<string[]> =>
  (
    await client.query<{ name: string }>(
      `select k.conname as name from pg_constraint k where k.connamespace = 'public'::regnamespace
        union
       select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
        where c.relnamespace = 'public'::regnamespace and i.indisunique`,
    )
  ).rows.map((row) => row.name)

describe('what the database refuses', () => {
  it('is a problem of a room wherever two people can meet the rule: once only, one at a time', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
        where c.relnamespace = 'public'::regnamespace and (i.indisunique or i.indisexclusion) and not i.indisprimary
        order by 1`,
    )
    const silent = rows.map((row) => row.name).filter((name) => !constraintProblems.has(name))
    expect(silent).toEqual(ours)
  })

  it('names no rule that the database does not have', async () => {
    const known = await ruleNames()
    expect([...constraintProblems.keys()].filter((name) => !known.includes(name))).toEqual([])
  })

  it('needs no fact for its sentence: the database tells none', () => {
    for (const code of constraintProblems.values()) {
      const spec = problemCatalogue.get(code)
      expect(`${spec?.vi} ${spec?.en}`).not.toContain('{')
    }
  })

  it('is a sentence without the name of the rule, also where no room speaks for it', () => {
    const refused = (constraint: string) => Object.assign(new Error('x'), { code: '23505', constraint })
    expect(problemOfDatabase(refused('decision_number_once'))).toMatchObject({
      code: 'decisions.number_used',
      status: 409,
    })
    const other = problemOfDatabase(refused('survey_pkey'))
    expect(other).toMatchObject({ code: 'record.conflict', facts: { rule: 'survey_pkey' } })
    expect(other?.said).toEqual(problem('record.conflict').said)
    expect(other?.said.vi).not.toMatch(/[_{]/)
  })
})
