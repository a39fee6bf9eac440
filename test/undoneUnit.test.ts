/**
 * A unit that was begun by mistake has no day any more: whatever names a unit either stands against that in words, goes with it or
 * comes back, or is kept as what was said and done then. Over all tables that hold a unit.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { aProgramme, approvedTopics } from './training.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await approvedTopics(world)
  await aProgramme(world)
})
afterAll(() => world.close())

const today = '2026-11-20'
/** Shown by acts, not by rows, in `areaUndo.test.ts` (`acts`), or by a row here. */
type Hinders = { readonly code: string; readonly row: readonly string[] } | 'acts'

const official = `insert into official (id, full_name, sex, birth_year, ethnicity, unit_id) values ($1, 'Lò Thị Giữ', 'female', 1980, '01', $3)`
const topic = `(select id from framework_topic limit 1)`
const plan = `insert into training_plan (id, area_id, level, year, programme_id, name)
  values ($1, $3, 'commune', 2027, (select id from programme limit 1), 'Kế hoạch')`
const ofOthers = `insert into training_class (id, area_id, year, title, kind) values ($1, $3, 2026, 'Lớp', 'seminar')`
const rule = `'2026-11-10', 'NQ', 'text'`

const credentialRule = `insert into credential_rule (id, area_id, line_id, name, topics, validity, valid_from, legal_reference, mark)
  values ($1, $3, $1, 'Rà soát viên ' || gen_random_uuid(), array[${topic}], 'year_end', ${rule})`
const credentialOf = (area: string, from: string) =>
  `insert into credential (id, area_id, rule_id, line_id, official_id, from_id, full_name, basis, document, completed_on, valid_from, last_day, made_on)
   values ($1, ${area}, $1, $1, $1, ${from}, 'Lò Thị Giữ', 'taught', 'QĐ', '2026-11-12', '2026-11-12', '2026-12-31', '2026-11-12')`

const hinders: Readonly<Record<string, Hinders>> = {
  'access_grant.area_id': 'acts',
  'household.village_id': 'acts',
  'household_residence.village_id': 'acts',
  'round.area_id': 'acts',
  'round_village.village_id': 'acts',
  'round_village.annual_area': 'acts',
  'decision.area_id': 'acts',
  'decision_entry.village_id': 'acts',
  'appointment.area_id': {
    code: 'official.unit_held',
    row: [
      official,
      `insert into appointment (id, official_id, post, area_id, valid_from, valid_until, ended_because)
       values ($1, $1, 'specialist', $2, '2026-11-12', '2026-11-15', 'left')`,
    ],
  },
  'official.unit_id': { code: 'official.unit_keeps', row: [official.replace('$3', '$2')] },
  'official_handover.from_id': {
    code: 'people.unit_waits',
    row: [
      official,
      `insert into official_handover (id, official_id, from_id, to_id, because, asked_by, asked_on)
       values ($1, $1, $2, $3, 'Chuyển', $4, '2026-11-12')`,
    ],
  },
  'official_handover.to_id': {
    code: 'people.unit_waits',
    row: [
      official,
      `insert into official_handover (id, official_id, from_id, to_id, because, asked_by, asked_on)
       values ($1, $1, $3, $2, 'Chuyển', $4, '2026-11-12')`,
    ],
  },
  'sign_in_slip.area_id': {
    code: 'people.unit_waits',
    row: [
      `insert into sign_in_slip (id, account_id, area_id, code, code_hash, last_day, made_by, made_at)
       values ($1, $4, $2, 'x', '\\x01', '2026-11-30', $4, now())`,
    ],
  },
  'norm.area_id': {
    code: 'people.unit_waits',
    row: [
      `insert into norm (id, area_id, level, post, required, valid_from, legal_basis, mark)
       values ($1, $2, 'commune', 'leader', 1, ${rule})`,
    ],
  },
  'post_requirement.area_id': {
    code: 'people.unit_waits',
    row: [
      `insert into post_requirement (id, area_id, post, level, kind, minimum, valid_from, legal_basis, mark)
       select $1, $2, 'leader', 'commune', q.kind, q.id, ${rule} from qualification_level q limit 1`,
    ],
  },
  'move_target.area_id': {
    code: 'people.unit_waits',
    row: [
      `insert into move_target (id, area_id, year, people, valid_from, legal_reference, mark)
       values ($1, $2, 2026, 5, ${rule})`,
    ],
  },
  'body.unit_id': {
    code: 'bodies.unit_held',
    row: [
      `insert into body (id, unit_id, kind, name, decision_number, decided_on, decided_by, valid_from, valid_until, dissolved_because)
       values ($1, $2, 'steering', 'Ban Chỉ đạo', '1', '2026-11-12', 'UBND', '2026-11-12', '2026-11-15', 'Thôi')`,
    ],
  },
  'body_norm.area_id': {
    code: 'bodies.unit_rules',
    row: [
      `insert into body_norm (id, area_id, kind, level, required, valid_from, legal_basis, mark)
       values ($1, $2, 'steering', 'commune', 1, ${rule})`,
    ],
  },
  'class_place.area_id': {
    code: 'plan.unit_held',
    row: [`insert into class_place (id, area_id, hall, valid_from) values ($1, $2, '', '2026-01-01')`],
  },
  'class_quota.from_id': {
    code: 'classes.unit_held',
    row: [ofOthers, `insert into class_quota (class_id, area_id, from_id, seats) values ($1, $3, $2, 5)`],
  },
  'class_seat.from_id': {
    code: 'classes.unit_held',
    row: [
      ofOthers,
      official,
      `insert into class_seat (id, class_id, area_id, official_id, from_id, state) values ($1, $1, $3, $1, $2, 'nominated')`,
    ],
  },
  'class_hall.area_id': {
    code: 'classes.unit_held',
    row: [
      `insert into class_hall (id, area_id, name, seats, valid_from) values ($1, $2, 'Hội trường', 80, '2026-01-01')`,
    ],
  },
  'credential_rule.area_id': {
    code: 'credentials.unit_held',
    row: [credentialRule.replace('$3', '$2')],
  },
  'credential.area_id': {
    code: 'credentials.unit_held',
    row: [official, credentialRule, credentialOf('$2', '$3')],
  },
  'credential.from_id': {
    code: 'credentials.unit_held',
    row: [official, credentialRule, credentialOf('$3', '$2')],
  },
  'credential_extension.area_id': {
    code: 'credentials.unit_held',
    row: [
      `insert into credential_extension (id, area_id, number, decided_on, issuer, last_day, because)
       values ($1, $2, '1/QĐ', '2026-11-10', 'UBND', '2027-01-31', 'Bão')`,
    ],
  },
  'gate_setting.area_id': {
    code: 'credentials.unit_held',
    row: [
      `insert into gate_setting (id, area_id, mode, valid_from, legal_reference, mark) values ($1, $2, 'hold', ${rule})`,
    ],
  },
  'gate_override.area_id': 'acts',
  'handout.area_id': {
    code: 'study.unit_held',
    row: [
      `insert into material (id, area_id, topic_id, kind, title_key) values ($1, $3, ${topic}, 'document', 'tờ rơi')`,
      `insert into material_version (material_id, version, area_id, title, body) values ($1, 1, $3, 'Tờ rơi', 'Chữ')`,
      `insert into handout (id, area_id, material_id, version, copies, to_words, given_on) values ($1, $2, $1, 1, 5, 'Họp', '2026-11-01')`,
    ],
  },
  'handout.to_area_id': {
    code: 'study.unit_held',
    row: [
      `insert into material (id, area_id, topic_id, kind, title_key) values ($1, $3, ${topic}, 'document', 'tờ gấp')`,
      `insert into material_version (material_id, version, area_id, title, body) values ($1, 1, $3, 'Tờ gấp', 'Chữ')`,
      `insert into handout (id, area_id, material_id, version, copies, to_area_id, given_on) values ($1, $3, $1, 1, 5, $2, '2026-11-01')`,
    ],
  },
  'inquiry.area_id': {
    code: 'study.unit_held',
    row: [
      `insert into inquiry (id, area_id, section, ask, asked_by, asked_name) values ($1, $2, 'housing', 'Ghi thế nào?', (select id from account limit 1), 'Lò Thị Hỏi')`,
    ],
  },
  'material.area_id': {
    code: 'study.unit_held',
    row: [
      `insert into material (id, area_id, topic_id, kind, title_key) values ($1, $2, ${topic}, 'document', 'tài liệu')`,
    ],
  },
  'question.area_id': {
    code: 'tests.unit_held',
    row: [`insert into question (id, area_id, topic_id, pool) values ($1, $2, ${topic}, 'test')`],
  },
  'trainer.area_id': {
    code: 'classes.unit_held',
    row: [`insert into trainer (id, area_id, full_name, valid_from) values ($1, $2, 'Hà Văn Giảng', '2026-01-01')`],
  },
  'training_class.area_id': {
    code: 'classes.unit_held',
    row: [`insert into training_class (id, area_id, year, title, kind) values ($1, $2, 2026, 'Lớp', 'seminar')`],
  },
  'training_turn.from_id': {
    code: 'classes.unit_held',
    row: [
      `insert into training_class (id, area_id, year, title, kind) values ($1, $3, 2026, 'Lớp', 'seminar')`,
      `insert into training_turn (id, class_id, area_id, official_id, from_id, completed_on, sex, ethnicity, level)
       select $1, $1, $3, o.id, $2, '2026-11-12', o.sex, o.ethnicity, 1 from official o order by o.id limit 1`,
    ],
  },
  'training_way.from_id': {
    code: 'plan.unit_held',
    row: [`insert into training_way (id, area_id, from_id, to_id, km) values ($1, $3, $2, $3, 5)`],
  },
  'training_way.to_id': {
    code: 'plan.unit_held',
    row: [`insert into training_way (id, area_id, from_id, to_id, km) values ($1, $3, $3, $2, 5)`],
  },
  'training_wish.area_id': {
    code: 'plan.unit_held',
    row: [
      official,
      `insert into training_wish (id, source, official_id, area_id, topic_id, reason, made_by, made_on)
       values ($1, 'nominated', $1, $2, ${topic}, 'Cần', $4, '2026-11-12')`,
    ],
  },
  'training_plan.area_id': { code: 'plan.unit_held', row: [plan.replace('$3', '$2')] },
  'plan_line.place_id': {
    code: 'plan.unit_named',
    row: [
      plan,
      `insert into plan_line (id, plan_id, area_id, topic_id, people, classes, place_id) values ($1, $1, $3, ${topic}, 5, 1, $2)`,
    ],
  },
  'plan_seat.from_id': {
    code: 'plan.unit_named',
    row: [
      official,
      plan,
      `insert into plan_line (id, plan_id, area_id, topic_id, people, classes) values ($1, $1, $3, ${topic}, 5, 1)`,
      `insert into plan_seat (id, plan_id, plan_line_id, area_id, year, topic_id, official_id, from_id, stands)
       values ($1, $1, $1, $3, 2027, ${topic}, $1, $2, true)`,
    ],
  },
  'spending_norm.area_id': {
    code: 'plan.unit_named',
    row: [
      `insert into spending_norm (id, area_id, line_id, item, counted_by, dong, valid_from, legal_reference, mark)
       values ($1, $2, $1, 'Nước uống', 'person', 20000, ${rule})`,
    ],
  },
  'phone_idle_time.area_id': {
    code: 'field.unit_idle',
    row: [
      `insert into phone_idle_time (id, area_id, minutes, valid_from, legal_reference, mark)
       values ($1, $2, 30, ${rule})`,
    ],
  },
  'training_limit.area_id': {
    code: 'plan.unit_named',
    row: [
      `insert into training_limit (id, area_id, line_id, kind, value, valid_from, legal_reference, mark)
       values ($1, $2, $1, 'largest_class', 30, ${rule})`,
    ],
  },
  'framework.area_id': {
    code: 'plan.unit_named',
    row: [`insert into framework (id, area_id, line_id, version, name) values ($1, $2, $1, 1, 'Khung')`],
  },
  'error_topic.area_id': {
    code: 'plan.unit_named',
    row: [`insert into error_topic (id, area_id, code, topic_id) values ($1, $2, 'thu', ${topic})`],
  },
}

/** The tree itself, and what is counted by it. */
const tree = [
  ...[
    'area_path.area_id',
    'area_reach.area_id',
    'area_reach.over_id',
    'area_succession.from_id',
    'area_succession.to_id',
  ],
  ...[
    'area_version.area_id',
    'area_version.parent_id',
    'area_within.over_id',
    'case_count.place_id',
    'case_count.village_id',
  ],
  ...[
    'register_count.area_id',
    'register_past.area_id',
    'register_past.village_id',
    'register_sum.area_id',
    'register_behind.area_id',
  ],
]
/** Kept with the undoing, or back where it came from. */
const goes = [
  'area_status.area_id',
  'declared_total.area_id',
  'round_succession.village_id',
  'round_succession.annual_area',
  'survey_notice.village_id',
]
/**
 * What was said and done then, under the name that the unit keeps: papers and their numbers, comments, errors found, where a
 * phone was last heard of; and parts of what stands against it itself.
 */
const kept = [
  ...[
    'correction.area_id',
    'correction.amended_area_id',
    'paper_change.area_id',
    'plan_paper.area_id',
    'official_joined.unit_id',
  ],
  ...[
    'field_device.area_id',
    'training_need.area_id',
    'training_demand.area_id',
    'plan_asked.unit_id',
    'plan_sending.area_id',
  ],
  ...['framework_topic.area_id', 'training_way.area_id', 'question_version.area_id'],
  ...['material_version.area_id', 'material_reading.area_id', 'inquiry_answer.area_id'],
]

it('every column that refers to a unit has its answer', async () => {
  const { rows } = await world.owner.query<{ held: string }>(
    `select c.conrelid::regclass::text || '.' || a.attname as held
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
      where c.contype = 'f' and c.confrelid = 'area'::regclass`,
  )
  const answered = new Set([...Object.keys(hinders), ...tree, ...goes, ...kept])
  expect(rows.map(({ held }) => held).filter((held) => !answered.has(held))).toEqual([])
})

const asked = Object.entries(hinders).flatMap(([held, how]) => (how === 'acts' ? [] : [{ held, ...how }]))
let made = 0
const unit = () => ({ name: `Thôn Chưa Từng ${++made}`, kind: 'thon', code: null, parentId: demoAreas.tamHongToday })
const recorded = async (change: object, day: string): Promise<{ eventId: string; began: AreaId[] }> => {
  const body = { change, day, legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' }
  const reply = await world.as('quantri').post('/api/area-events', body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const undo = (eventId: string) => world.as('quantri').post(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' })

describe('against its undoing stands', () => {
  it.each(asked)('$held', async ({ code, row }) => {
    const { began, eventId } = await recorded({ kind: 'create', unit: unit() }, '2026-11-10')
    const values = [newId(), began[0], demoAreas.kyThuongToday, world.idOf('quantri')]
    for (const text of row) {
      const used = [1, 2, 3, 4].filter((at) => text.includes(`$${at}`))
      const numbered = used.reduce((said, at, place) => said.replaceAll(`$${at}`, `$#${place + 1}`), text)
      await world.owner.query(
        numbered.replaceAll('$#', '$'),
        used.map((at) => values[at - 1]),
      )
    }
    const { forbids } = (await world.as('quantri').get(`/api/area-events/${eventId}/undoing`)).json()
    expect(forbids).toHaveLength(1)
    expect((await undo(eventId)).json()).toMatchObject({ code })
  })
})

it('what was said of it goes along, is told before and kept with the undoing', async () => {
  const { began, eventId } = await recorded({ kind: 'create', unit: unit() }, '2026-11-10')
  const [areaId] = began as [AreaId]
  const status = { status: 'dbkk', from: '2026-11-12', until: null, decision: 'QĐ 7' }
  expect((await world.as('quantri').post(`/api/areas/${areaId}/statuses`, status)).statusCode).toBe(200)
  await world.owner.query(
    `insert into declared_total (id, area_id, day, households, source, mark) values ($1, $2, $3, 40, 'Báo cáo', 'text')`,
    [newId(), areaId, today],
  )
  const { gone, forbids } = (await world.as('quantri').get(`/api/area-events/${eventId}/undoing`)).json()
  expect(forbids).toEqual([])
  expect(gone[0].held.map(({ count }: { count: number }) => count)).toEqual([1, 1])
  expect((await undo(eventId)).statusCode).toBe(200)
  const { rows } = await world.owner.query(
    `select (select count(*)::int from area_status where area_id = $2) + (select count(*)::int from declared_total where area_id = $2) as left,
            u.did from area_undoing u where u.event_id = $1`,
    [eventId, areaId],
  )
  expect(rows).toMatchObject([{ left: 0, did: { statuses: [{ status: 'dbkk' }], totals: [{ households: 40 }] } }])
})
