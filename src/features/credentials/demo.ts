/** Credentials of the demo: rules, who holds one and who no more, one extension, and a gate that holds. Invented, and said to be. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoAccountId } from '#features/people/demo/accounts.ts'
import { demoOfficialId } from '#features/people/demo/officials.ts'
import { demoTopicId } from '#features/training/demo/frameworks.ts'
import { addDays, type PlainDate, plainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import { lastOfMonths } from './conditions/rules.ts'
import type { GateMode } from './gate/model.ts'
import type { Basis } from './issued/model.ts'

const { phuTho, tamHongToday } = demoAreas
const invented = 'đặt ra cho bản mẫu'
const gateFrom = plainDate('2026-08-15')
const months = 12

/** As the demo's rounds were opened under. */
export const demoGateOn = (area: AreaId, day: PlainDate): GateMode =>
  area === tamHongToday && day >= gateFrom ? 'hold' : 'warn'

const rules = [
  { key: 'work', standard: null, topic: 'CĐ2', name: 'Quản lý chương trình giảm nghèo' },
  { key: 'now', standard: 'vn-2022-2025', topic: 'CĐ1', name: 'Rà soát viên theo chuẩn 2022-2025' },
  { key: 'next', standard: 'vn-2027-2030', topic: 'CĐ1', name: 'Rà soát viên theo chuẩn 2027-2030' },
] as const
type DemoRule = (typeof rules)[number]['key']
export const demoRuleId = (key: DemoRule): string => stableId('credential_rule', 'demo', key)
export const demoCredentialId = (key: string, rule: DemoRule): string => stableId('credential', 'demo', key, rule)
export const demoExtensionId = (): string => stableId('credential_extension', 'demo', 'storm')
export const demoGateId = (): string => stableId('gate_setting', 'demo', 'hold')

type DemoHolder = {
  readonly key: string
  readonly basis: Exclude<Basis, 'turn'>
  readonly completed: PlainDate
  readonly rules: readonly DemoRule[]
  /** Where it is not as the rule has it. */
  readonly last?: PlainDate
  readonly revoked?: string
}
/** Mai, Thắng and Hùng can do the autumn's work; a head's ended yesterday, another's was extended, one was revoked. */
const holders = (today: PlainDate): readonly DemoHolder[] => {
  const recent = addDays(today, -75)
  const yearAgo = addDays(today, -365)
  return [
    { key: 'mai', basis: 'equivalent', completed: recent, rules: ['now', 'next'] },
    { key: 'thang', basis: 'equivalent', completed: recent, rules: ['now', 'next'] },
    { key: 'hung', basis: 'taught', completed: recent, rules: ['now', 'next'] },
    { key: 'tam-hong 5', basis: 'equivalent', completed: yearAgo, rules: ['now'], last: addDays(today, -1) },
    { key: 'tam-hong 6', basis: 'equivalent', completed: addDays(yearAgo, -20), rules: ['now'] },
    {
      ...{ key: 'tam-hong 7', basis: 'equivalent', completed: recent, rules: ['now'] },
      revoked: 'Giấy tờ kèm theo không phải của người này',
    },
  ]
}

export async function addDemoCredentials(db: OwnerConnection, today: PlainDate): Promise<void> {
  await insertRows(db, {
    table: 'credential_rule',
    columns: columnsIn(
      'id:uuid area_id:uuid line_id:uuid name:text topics:uuid[] standard_id:text validity:text months:smallint ' +
        'renew_months:smallint carries_over:boolean valid_from:date legal_reference:text mark:text',
    ),
    rows: rules.map(({ key, standard, topic, name }) => [
      ...[demoRuleId(key), phuTho, demoRuleId(key), name, `{${demoTopicId(topic)}}`, standard, 'completion', months],
      ...[3, false, '2025-01-01', `Kế hoạch tập huấn của tỉnh (${invented})`, 'illustrative'],
    ]),
  })
  await insertRows(db, {
    table: 'gate_setting',
    columns: columnsIn('id:uuid area_id:uuid mode:text valid_from:date legal_reference:text mark:text made_by:uuid'),
    rows: [
      [
        ...[demoGateId(), phuTho, 'hold', gateFrom],
        ...[`Công văn của tỉnh về tập huấn trước rà soát (${invented})`, 'illustrative', demoAccountId('lan')],
      ],
    ],
  })
  await addHolders(db, today)
  await addByTurns(db)
}

async function addHolders(db: OwnerConnection, today: PlainDate): Promise<void> {
  const all = holders(today)
  const { rows: people } = await db.query<{ id: string; full_name: string }>(
    'select id, full_name from official where id = any ($1::uuid[])',
    [all.map(({ key }) => demoOfficialId(key))],
  )
  const called = new Map(people.map((one) => [one.id, one.full_name]))
  const issued = all.flatMap((one) => one.rules.map((rule) => ({ ...one, rule, official: demoOfficialId(one.key) })))
  await insertRows(db, {
    table: 'credential',
    columns: columnsIn(
      'id:uuid area_id:uuid rule_id:uuid line_id:uuid official_id:uuid from_id:uuid full_name:text standard_id:text basis:text ' +
        'document:text completed_on:date valid_from:date last_day:date revoked_on:date revoked_because:text made_by:uuid made_on:date',
    ),
    rows: issued.flatMap((one) => {
      const standard = rules.find(({ key }) => key === one.rule)?.standard ?? null
      const name = called.get(one.official)
      if (!name) return []
      return [
        [
          ...[demoCredentialId(one.key, one.rule), phuTho, demoRuleId(one.rule), demoRuleId(one.rule), one.official],
          ...[tamHongToday, name, standard, one.basis, `Giấy của Trường Chính trị tỉnh (${invented})`],
          ...[one.completed, one.completed, one.last ?? lastOfMonths(one.completed, months)],
          ...[one.revoked ? addDays(today, -3) : null, one.revoked ?? null],
          ...[demoAccountId('dao'), addDays(one.completed, 2)],
        ],
      ]
    }),
  })
  await addExtension(db, today)
}

/** Who completed a class of the province holds what it calls for; Đào, who completed it herself, is left for somebody else. */
async function addByTurns(db: OwnerConnection): Promise<void> {
  type Turn = { id: string; class_id: string; official_id: string; from_id: string; full_name: string; on: PlainDate }
  const { rows: turns } = await db.query<Turn>(
    `select t.id, t.class_id, t.official_id, t.from_id, o.full_name, t.completed_on::text as on from training_turn t
       join official o on o.id = t.official_id
      where exists (select from class_topic k where k.class_id = t.class_id and k.topic_id = $1)
        and o.account_id is distinct from $2 order by t.id`,
    [demoTopicId('CĐ2'), demoAccountId('dao')],
  )
  await insertRows(db, {
    table: 'credential',
    columns: columnsIn(
      'id:uuid area_id:uuid rule_id:uuid line_id:uuid official_id:uuid from_id:uuid full_name:text basis:text turn_id:uuid ' +
        'class_ids:uuid[] completed_on:date valid_from:date last_day:date made_on:date',
    ),
    rows: turns.map((one) => [
      ...[stableId('credential', 'demo', one.id), phuTho, demoRuleId('work'), demoRuleId('work'), one.official_id],
      ...[one.from_id, one.full_name, 'turn', one.id, `{${one.class_id}}`, one.on, one.on],
      ...[lastOfMonths(one.on, months), one.on],
    ]),
  })
}

async function addExtension(db: OwnerConnection, today: PlainDate): Promise<void> {
  await insertRows(db, {
    table: 'credential_extension',
    columns: columnsIn(
      'id:uuid area_id:uuid number:text decided_on:date issuer:text last_day:date because:text made_by:uuid',
    ),
    rows: [
      [
        ...[demoExtensionId(), phuTho, '118/QĐ-SNNMT', addDays(today, -25), 'Sở Nông nghiệp và Môi trường'],
        ...[addDays(today, 45), `Lớp bồi dưỡng dời vì bão (${invented})`, demoAccountId('dao')],
      ],
    ],
  })
  await insertRows(db, {
    table: 'credential_extended',
    columns: columnsIn('extension_id:uuid credential_id:uuid area_id:uuid from_id:uuid official_id:uuid'),
    rows: [
      [
        ...[demoExtensionId(), demoCredentialId('tam-hong 6', 'now'), phuTho, tamHongToday],
        demoOfficialId('tam-hong 6'),
      ],
    ],
  })
}
