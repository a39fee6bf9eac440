/** What hangs under the areas of a right, table by table, said by the tree; and who is asked. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'

const under = (unit: string) =>
  `exists (select from area_reach r where r.area_id = ${unit} and r.over_id = any ($1::uuid[]))`
const withHousehold = `exists (select from household h where h.household_id = t.household_id and ${under('h.village_id')})`
const roundSeen = (round: string) => `exists (select from round x where x.id = ${round} and (${under('x.area_id')}
  or exists (select from round_village v where v.round_id = x.id and ${under('v.village_id')})))`

/** An official is seen where the record is kept, and where a post is or was held. */
const keptUnder = (official: string) =>
  `exists (select from official o where o.id = ${official} and ${under('o.unit_id')})`
const postUnder = (official: string) =>
  `exists (select from appointment p where p.official_id = ${official} and ${under('p.area_id')})`

/** What is in a body is seen with it. */
const ofBody = `exists (select from body b where b.id = t.body_id and ${under('b.unit_id')})`

/** A plan that is approved is read by the units below its own, too; a draft by those to whom it was sent. */
const sentOf = (plan: string) =>
  `exists (select from plan_asked a join plan_sending s on s.id = a.sending_id and s.taken_back_on is null where a.plan_id = ${plan} and ${under('a.unit_id')})`
const above = `exists (select from area_reach r where r.over_id = t.area_id and r.area_id = any ($1::uuid[]))`
const planSeen = (plan: string) =>
  `${under('t.area_id')} or t.state = 'approved' and ${above} or t.state = 'drafted' and ${sentOf(plan)}`
const asked = `${under('t.area_id')} or ${under('t.unit_id')}`

/** Which rows `t` of each guarded table are seen over the areas `$1`, by nobody's account. */
export const seen: Record<string, string> = {
  access_grant: under('t.area_id'),
  appointment: `${under('t.area_id')} or ${keptUnder('t.official_id')}`,
  attempt_mark: under('t.area_id'),
  attendance_mark: under('t.area_id'),
  attendance_page: under('t.area_id'),
  audit_line: under('t.area_id'),
  body: under('t.unit_id'),
  body_meeting: ofBody,
  body_member: ofBody,
  body_task: ofBody,
  case_count: under('t.village_id'),
  certificate: `${withHousehold} or ${under('t.area_id')}`,
  class_quota: `${under('t.area_id')} or ${under('t.from_id')}`,
  class_seat: `${under('t.area_id')} or ${under('t.from_id')}`,
  class_session: `${under('t.area_id')} or ${above}`,
  class_step: under('t.area_id'),
  class_test: under('t.area_id'),
  class_topic: `${under('t.area_id')} or ${above}`,
  class_trainer: `${under('t.area_id')} or t.state in ('asked', 'accepted') and ${above}`,
  class_walk_in: under('t.area_id'),
  correction: `${under('t.area_id')} or ${under('t.subject_home_id')} or t.state = 'in_force' and ${under('t.amended_area_id')}`,
  credential: `${under('t.area_id')} or ${under('t.from_id')}`,
  credential_extended: `${under('t.area_id')} or ${under('t.from_id')}`,
  decision: under('t.area_id'),
  decision_entry: `${withHousehold} or ${under('t.area_id')}`,
  field_device: under('t.area_id'),
  file: under('t.area_id'),
  framework: `${under('t.area_id')} or t.state <> 'drafted'`,
  framework_topic: `${under('t.area_id')} or t.state <> 'drafted'`,
  gate_override: under('t.area_id'),
  handout: under('t.area_id'),
  household: under('t.village_id'),
  household_class: `${withHousehold} or ${under('t.village_id')}`,
  household_event: withHousehold,
  household_residence: withHousehold,
  identity_index: withHousehold,
  inquiry: under('t.area_id'),
  inquiry_answer: under('t.area_id'),
  issued_number: under('t.area_id'),
  list_removal: under('t.village_id'),
  material: `${under('t.area_id')} or ${above}`,
  material_reading: under('t.area_id'),
  material_version: `${under('t.area_id')} or ${above}`,
  member: withHousehold,
  official: `${under('t.unit_id')} or ${postUnder('t.id')}`,
  official_apart: `${keptUnder('t.one_id')} or ${keptUnder('t.other_id')}`,
  official_handover: `${under('t.from_id')} or ${under('t.to_id')}`,
  official_joined: `${under('t.unit_id')} or ${keptUnder('t.into_id')} or ${postUnder('t.into_id')}`,
  official_move: `${keptUnder('t.official_id')} or ${postUnder('t.official_id')}`,
  paper_change: under('t.area_id'),
  plan_asked: asked,
  plan_comment: asked,
  plan_line: planSeen('t.plan_id'),
  plan_money: planSeen('(select l.plan_id from plan_line l where l.id = t.plan_line_id)'),
  plan_paper: `${under('t.area_id')} or ${above}`,
  plan_reply: asked,
  plan_seat: `${under('t.area_id')} or ${under('t.from_id')}`,
  plan_sending: `${under('t.area_id')} or ${sentOf('t.plan_id')}`,
  qualification: `${keptUnder('t.official_id')} or ${postUnder('t.official_id')}`,
  question: under('t.area_id'),
  question_version: under('t.area_id'),
  register_behind: under('t.area_id'),
  register_count: under('t.area_id'),
  register_past: under('t.area_id'),
  register_sum: under('t.area_id'),
  review_case: under('t.village_id'),
  round: roundSeen('t.id'),
  round_step: roundSeen('t.round_id'),
  round_succession: under('t.village_id'),
  round_village: under('t.village_id'),
  session_count: under('t.area_id'),
  session_person: `${under('t.area_id')} or t.class_trainer_id is not null and ${above}`,
  sign_in_slip: under('t.area_id'),
  signed_paper: under('t.area_id'),
  survey: under('t.village_id'),
  survey_note: withHousehold,
  survey_notice: under('t.village_id'),
  test_attempt: under('t.area_id'),
  test_item: under('t.area_id'),
  test_remark: under('t.area_id'),
  trainer: `${under('t.area_id')} or ${above}`,
  // What is announced is read by the units below, who may send people.
  training_class: `${under('t.area_id')} or t.state <> 'planned' and ${above}`,
  training_demand: under('t.area_id'),
  training_need: under('t.area_id'),
  training_plan: planSeen('t.id'),
  training_turn: `${under('t.area_id')} or ${under('t.from_id')}`,
  training_wish: under('t.area_id'),
  verdict: under('t.village_id'),
}

export const { villages } = demoAreas
export const first = (of: readonly AreaId[]): AreaId => of[0] as AreaId
export const actors: Record<string, readonly AreaId[]> = {
  'Mai, head of three villages': villages.tamHong.slice(0, 3),
  'the head of one village': [first(villages.kyThuong)],
  'Hùng, over a commune': [demoAreas.tamHongToday],
  'somebody over the commune as it was called before': [demoAreas.tamHong2021],
  'somebody over a district that was abolished': [demoAreas.yenLac],
  'Lan, over a province': [demoAreas.phuTho],
  'somebody with areas in two provinces': [demoAreas.tamHongToday, demoAreas.kyThuongToday],
  'somebody over a province and a village within it': [demoAreas.quangNinh, first(villages.dongLam)],
  'Trị, over the nation': [demoAreas.nation],
  'Trị, over the nation and a village': [first(villages.tamHong), demoAreas.nation],
  'somebody with no area': [],
  'somebody over what does not exist': ['01920000-0000-7000-8000-00000000dead' as AreaId],
}
