/** The functions by which rows of household tables and ledgers change, as they are called on what is Hùng's. */

import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce } from '../decisions.ts'
import { lackingAnswers, roundAtSurveying, settle, thon1, thon2 } from '../rounds.ts'
import type { World } from '../world.ts'

/** What functions alone change. */
export const changed = [
  'household_class',
  'identity_index',
  'review_case',
  'session',
  'setup_token',
  'signed_paper',
  'survey',
  'verdict',
] as const
/** A household that moves takes these along, which the application may write itself. */
export const along = ['certificate', 'household', 'household_event', 'household_residence', 'member'] as const

/** A function as it is called on what is Hùng's, and all that it may do. */
export type Act = {
  readonly call: string
  readonly values: readonly unknown[]
  readonly changes: Partial<Record<(typeof changed)[number] | (typeof along)[number], readonly string[]>>
  readonly adds?: readonly string[]
}

const homes = [
  ['household', 'village_id'],
  ['member', 'home_id'],
  ['household_event', 'home_id'],
  ['household_residence', 'home_id'],
] as const

/** Hùng's commune: a household with its class and papers, one with the checker, one to be surveyed, one that ended. */
export async function arranged(world: World): Promise<Act[]> {
  const idIn = async (text: string, values: readonly unknown[]): Promise<string> =>
    (await world.owner.query<{ id: string }>(text, [...values])).rows[0]?.id as string
  const decided = await settle(world, thon1, 'Nguyễn Thị Nhẫn')
  const printed = await (await deciding(world, [decided])).round.printed()
  await inForce(world, printed.decisionId)
  const signing = await settle(world, thon1, 'Khuông Thị Lý')
  const unsigned = await (await deciding(world, [signing])).round.printed()
  const families = [await settle(world, thon1, 'Bùi Thị Mẵn'), await settle(world, thon1, 'Đỗ Thị Ánh')] as const
  const gone = await settle(world, thon1, 'Vũ Thị Hợi')
  const moved = await settle(world, thon1, 'Lò Thị Mẩy')
  const { round, cases } = await roundAtSurveying(world, [...families, gone, moved])
  for (const [table, column] of homes)
    await world.owner.query(`update ${table} set ${column} = $2 where household_id = $1`, [moved.householdId, thon2])
  const [checked, surveyed] = cases as [(typeof cases)[0], (typeof cases)[0]]
  const { surveyId } = await round.send(checked, lackingAnswers(families[0], 1_000_000))
  const later = await round.send(checked, lackingAnswers(families[0], 1_100_000))
  await round.must('hung', `/api/households/${gone.householdId}/end`, { on: '2026-11-20', reason: 'moved_away' })
  const session = await idIn('select id from session where account_id = $1', [world.idOf('hung')])
  const person = await idIn('select person_id as id from member where household_id = $1 limit 1', [decided.householdId])
  await world.owner.query(
    `insert into identity_index (index_hash, person_id, household_id, home_id) values ('so 1', $1, $2, $3)`,
    [person, decided.householdId, thon1],
  )
  const certificate = await idIn('select id from signed_paper where subject_id = $1', [decided.householdId])
  const verdict = await idIn('select id from verdict where household_id = $1', [decided.householdId])
  const unfixed = await idIn('select id from verdict where household_id = $1', [signing.householdId])
  const text = { household: signing.householdId, verdict: unfixed, reasons: {} }
  const waits = await idIn(
    `insert into signed_paper (id, kind, area_id, subject_id, payload_hash) values ($1, 'decision', $2, $3, '\\x00') returning id`,
    [newId(), demoAreas.tamHongToday, round.roundId],
  )
  await world.owner.query(`insert into setup_token (token_hash) values ('\\x01')`)
  const ofClass = { household: decided.householdId, id: newId(), village: thon1, class: 'near_poor', verdict }
  const succeeds = [{ ...ofClass, begins: '2027-01-01', until: null, ends: '2026-11-20' }]
  const paper = { id: newId(), kind: 'slip', subject_id: decided.householdId, payload_hash: '\\x02' }
  const told = {
    ...{
      household: surveyed.householdId,
      village: thon1,
      round: round.roundId,
      survey: newId(),
      form: 'x',
      members: 3,
    },
    ...{ surveyed_on: '2026-11-20', of_case: surveyed.caseId, was: 'assigned', was_account: world.idOf('thang') },
    ...{ state: 'submitted', has_left: false, has_gone: false, opens: 'open' },
  }
  const scored = {
    id: newId(),
    purpose: 'opens',
    standard_id: 'x',
    possible: 'poor',
    lacking: '',
    codes: 'x x',
  }
  const place = {
    ...{ village: thon2, address: 'Ngõ 2', number: '2', phone: '0000222222', from: '2026-11-20', on: '2026-11-20' },
    ...{ residence: newId(), event: newId() },
  }
  await world.owner.query(`update survey set aside = '{"day": {"said": "2028-01-01"}}' where id = $1`, [surveyId])
  const note = { id: newId(), question: '', person: null, note: 'Hỏi lại' }
  return [
    { call: 'session_seen($1)', values: [session], changes: { session: ['seen_at'] } },
    { call: 'session_end($1, null)', values: [session], changes: { session: ['ended_at'] } },
    { call: 'setup_token_use($1)', values: [Buffer.from([1])], changes: { setup_token: ['used_at'] } },
    {
      call: 'paper_register($1, $2, $3)',
      values: [demoAreas.tamHongToday, null, JSON.stringify([paper])],
      changes: {},
      adds: ['signed_paper'],
    },
    {
      call: 'paper_begin($1, $2, $3, $4)',
      values: [waits, '9/QĐ-UBND', '2026-11-20', '2026-11-20'],
      changes: { signed_paper: ['in_force_from', 'issued_on', 'number'] },
    },
    {
      call: 'paper_replace($1, $2, $3)',
      values: [`{${certificate}}`, '{2027-01-01}', `{${waits}}`],
      changes: { signed_paper: ['in_force_until', 'replaced_by'] },
    },
    {
      call: 'certificate_end($1, $2)',
      values: [decided.householdId, '2026-11-25'],
      changes: { signed_paper: ['ended_because', 'ended_on', 'in_force_until', 'until_before'] },
    },
    {
      call: 'case_follow($1, $2)',
      values: [moved.householdId, '2026-11-20'],
      changes: { review_case: ['changed_at', 'had_by', 'had_in', 'village_id'] },
    },
    {
      call: 'class_succeed($1, $2, $3)',
      values: [printed.decisionId, 'vn-2027-2030', JSON.stringify(succeeds)],
      changes: { household_class: ['valid_until'] },
      adds: ['household_class'],
    },
    {
      call: 'decision_fix_verdicts($1, $2)',
      values: [unsigned.decisionId, JSON.stringify([text])],
      changes: { verdict: ['reasons'] },
    },
    {
      call: 'case_assign($1, $2, $3, $4)',
      values: [round.roundId, world.idOf('thang'), null, `{${surveyed.householdId}}`],
      changes: { review_case: ['account_id', 'changed_at', 'had_by', 'had_in'] },
    },
    {
      call: 'survey_store($1, $2, $3)',
      values: [[told], [{}], [[scored]]].map((list) => JSON.stringify(list)),
      changes: { review_case: ['changed_at', 'opens', 'state', 'survey_id'] },
      adds: ['survey', 'verdict'],
    },
    {
      call: 'survey_decide($1, $2, $3, $4, $5)',
      values: [checked.householdId, checked.caseId, surveyId, later.surveyId, false],
      changes: { review_case: ['changed_at'], survey: ['taken'] },
    },
    {
      call: 'survey_explain($1, $2, $3, $4)',
      values: [
        checked.householdId,
        checked.caseId,
        surveyId,
        JSON.stringify({ ...note, id: newId(), question: 'kept.left' }),
      ],
      changes: {},
      adds: ['survey_note'],
    },
    {
      call: 'survey_redate($1, $2, $3, $4, $5, $6)',
      values: [checked.householdId, checked.caseId, surveyId, '2026-11-18', '{"by": "Hùng"}', JSON.stringify([scored])],
      changes: {
        review_case: ['changed_at', 'opens'],
        survey: ['aside', 'surveyed_on'],
        verdict: ['b2', 'class', 'codes', 'lacking', 'possible'],
      },
    },
    {
      call: 'survey_check($1, $2, $3, $4, $5, $6)',
      values: [checked.householdId, checked.caseId, surveyId, 'submitted', 'returned', JSON.stringify([note])],
      changes: { review_case: ['changed_at', 'state'] },
      adds: ['survey_note'],
    },
    {
      call: 'case_end($1, $2)',
      values: [round.roundId, `{${checked.householdId},${surveyed.householdId}}`],
      changes: { review_case: ['changed_at', 'left_because', 'left_on', 'left_state', 'state'] },
    },
    {
      call: 'identity_claim($1, $2, $3, $4, $5)',
      values: ['{so 2}', `{${newId()}}`, `{${checked.householdId}}`, `{${thon1}}`, '{2026-11-20}'],
      changes: {},
      adds: ['identity_index'],
    },
    {
      call: 'identity_free($1, $2)',
      values: [`{${person}}`, '2026-11-20'],
      changes: { identity_index: ['free_from'] },
    },
    {
      call: 'identity_move($1, $2, $3)',
      values: [`{${person}}`, checked.householdId, thon1],
      changes: { identity_index: ['free_from', 'household_id'] },
    },
    { call: 'household_hold($1)', values: [decided.householdId], changes: {} },
    {
      call: 'household_move($1, $2, $3)',
      values: [decided.householdId, JSON.stringify(place), '{}'],
      changes: {
        household: ['address', 'contact_phone', 'number', 'search', 'village_id'],
        household_event: ['home_id'],
        household_residence: ['home_id', 'valid_until'],
        member: ['home_id'],
      },
      adds: ['household_event', 'household_residence'],
    },
    {
      call: 'decision_rows_follow($1)',
      values: [decided.householdId],
      changes: { certificate: ['home_id'], household_class: ['home_id'] },
    },
  ]
}
