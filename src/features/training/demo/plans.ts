/** Plans of Phú Thọ and of communes: this year's approved and under way, the communes' under the province's, next year's in draft. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newCommuneId } from '#features/areas/nation/reform.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { addDays, type PlainDate, plainDate, yearOf } from '#kernel/dates.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import type { MoneySource, PlanLevel } from '../plan/model.ts'
import { type DemoTopic, demoTopicId } from './frameworks.ts'
import { type DemoItem, demoNormId, dongOf } from './norms.ts'

/** The programme of 2026-2035, which every installation has. */
const programme = 'c31fbbb9-a0ac-8057-90fd-ff99d0a7c5e7'
const size = { largest: 60, by: 'Sĩ số đặt ra cho bản mẫu, không theo văn bản nào' } as const

type Money = readonly [MoneySource, DemoItem, number]
type Line = {
  readonly topic: DemoTopic
  readonly audience: string
  readonly people: number
  readonly classes: number
  readonly weeks: string
  readonly money: readonly Money[]
}

/** Food for each day, trainers for each half day, a hall for each day, papers for each person. */
const costs = (
  source: MoneySource,
  { people, classes, days }: { people: number; classes: number; days: number },
): Money[] => [
  [source, 'food', people * days],
  [source, 'trainer', classes * days * 2],
  [source, 'hall', classes * days],
  [source, 'papers', people],
]

const ofProvince: readonly Line[] = [
  {
    ...{ topic: 'CĐ1', audience: 'Rà soát viên, trưởng thôn các xã', people: 540, classes: 9, weeks: '{32,33,34}' },
    money: costs('central', { people: 540, classes: 9, days: 2 }),
  },
  {
    ...{ topic: 'CĐ2', audience: 'Lãnh đạo, chuyên viên Phòng Kinh tế các xã', people: 110, classes: 2, weeks: '{12}' },
    money: costs('province', { people: 110, classes: 2, days: 2 }),
  },
  {
    ...{ topic: 'CĐ3', audience: 'Bí thư chi bộ, trưởng thôn, đoàn thể', people: 300, classes: 5, weeks: '{16,17}' },
    money: costs('province', { people: 300, classes: 5, days: 1 }),
  },
]
const ofCommune: readonly Line[] = [
  {
    ...{ topic: 'CĐ4', audience: 'Người dân các thôn', people: 120, classes: 2, weeks: '{20}' },
    money: costs('commune', { people: 120, classes: 2, days: 1 }),
  },
]

/** Other communes that carry the plan out; one has not approved its own yet. */
const carriers = [
  { code: '09025', name: 'Yên Lạc', people: 180, classes: 3, weeks: '{21,22}', approved: ['09/KH-UBND', '02-18'] },
  { code: '09076', name: 'Vĩnh Tường', people: 240, classes: 4, weeks: '{19,20}', approved: ['14/KH-UBND', '02-25'] },
  { code: '08761', name: 'Lập Thạch', people: 120, classes: 2, weeks: '{41}', approved: null },
] as const

export const carrierIds = carriers.map(({ code }) => newCommuneId(code))

export const demoPlanLineId = (plan: string, topic: DemoTopic): string => stableId('plan_line', 'demo', plan, topic)

export const demoPlanId = (of: 'province' | 'commune', year: 'this' | 'next'): string =>
  stableId('training_plan', 'demo', of, year)

type Plan = {
  readonly key: string
  readonly areaId: string
  readonly level: PlanLevel
  readonly year: number
  readonly name: string
  readonly parent?: string
  /** For approval. */
  readonly submitted?: PlainDate
  readonly approved?: { readonly number: string; readonly on: PlainDate; readonly issuer: string }
}

async function writePlan(db: OwnerConnection, of: Plan & { name: string }, lines: readonly Line[]): Promise<void> {
  const { key, areaId, level, year, name, parent = null, approved, submitted } = of
  const state = approved ? 'approved' : 'drafted'
  await insertRows(db, {
    table: 'training_plan',
    columns: columnsIn(
      'id:uuid area_id:uuid level:text year:smallint programme_id:uuid name:text largest_class:smallint largest_class_by:text edits:integer parent_id:uuid state:text approved_number:text approved_on:date approved_issuer:text approved_at:timestamptz submitted_edits:integer submitted_on:date',
    ),
    rows: [
      [
        ...[key, areaId, level, year, programme, name, size.largest, size.by, lines.length, parent, state],
        ...[
          approved?.number ?? null,
          approved?.on ?? null,
          approved?.issuer ?? null,
          approved ? `${approved.on}T02:00:00Z` : null,
          ...(submitted ? [lines.length, submitted] : [null, null]),
        ],
      ],
    ],
  })
  const lineId = (line: Line) => demoPlanLineId(key, line.topic)
  await insertRows(db, {
    table: 'plan_line',
    columns: columnsIn(
      'id:uuid plan_id:uuid area_id:uuid topic_id:uuid audience:text people:integer classes:integer place_id:uuid weeks:integer[] state:text',
    ),
    rows: lines.map((line) => [
      ...[lineId(line), key, areaId, demoTopicId(line.topic), line.audience, line.people, line.classes],
      ...[level === 'commune' ? areaId : null, line.weeks, state],
    ]),
  })
  await insertRows(db, {
    table: 'plan_money',
    columns: columnsIn(
      'id:uuid plan_line_id:uuid area_id:uuid place:smallint source:text norm_id:uuid quantity:integer dong:bigint state:text',
    ),
    rows: lines.flatMap((line) =>
      line.money.map(([source, item, quantity], place) => [
        ...[stableId('plan_money', 'demo', key, line.topic, item), lineId(line), areaId, place, source],
        ...[demoNormId(item), quantity, dongOf(item), state],
      ]),
    ),
  })
}

export async function writeCarriers(db: OwnerConnection, today: PlainDate): Promise<void> {
  const [year, parent] = [yearOf(today), demoPlanId('province', 'this')]
  for (const { code, name, people, classes, weeks, approved } of carriers) {
    const of = { key: stableId('training_plan', 'demo', code), areaId: newCommuneId(code), level: 'commune' as const }
    const decided = approved && {
      ...{ number: approved[0], on: plainDate(`${year}-${approved[1]}`), issuer: `UBND xã ${name}` },
    }
    const said = {
      year,
      parent,
      name: `Xã ${name} thực hiện kế hoạch năm ${year}`,
      ...(decided && { approved: decided }),
    }
    const audience = 'Người dân các thôn'
    const line = { topic: 'CĐ4', audience, people, classes, weeks } as const
    await writePlan(db, { ...of, ...said }, [{ ...line, money: costs('commune', { people, classes, days: 1 }) }])
  }
}

export async function writePlans(db: OwnerConnection, today: PlainDate): Promise<void> {
  const [now, next] = [yearOf(today), yearOf(today) + 1]
  const province = { areaId: demoAreas.phuTho, level: 'province' as const }
  const commune = { areaId: demoAreas.tamHongToday, level: 'commune' as const }
  const named = (year: number) => `Kế hoạch đào tạo, bồi dưỡng giảm nghèo năm ${year}`
  const decided = { number: '45/KH-UBND', on: plainDate(`${now}-01-20`), issuer: 'UBND tỉnh Phú Thọ' }
  const parent = demoPlanId('province', 'this')
  await writePlan(db, { ...province, key: parent, year: now, name: named(now), approved: decided }, ofProvince)
  const carriedOut = { number: '12/KH-UBND', on: plainDate(`${now}-02-10`), issuer: 'UBND xã Tam Hồng' }
  const under = { key: demoPlanId('commune', 'this'), parent, name: `Xã Tam Hồng thực hiện kế hoạch năm ${now}` }
  await writePlan(db, { ...commune, ...under, year: now, approved: carriedOut }, ofCommune)
  await writePlan(db, { ...province, key: demoPlanId('province', 'next'), year: next, name: named(next) }, ofProvince)
  const drafted = { key: demoPlanId('commune', 'next'), name: `Kế hoạch tập huấn cộng đồng xã Tam Hồng năm ${next}` }
  await writePlan(db, { ...commune, ...drafted, year: next, submitted: addDays(today, -1) }, ofCommune)
}
