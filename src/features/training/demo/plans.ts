/** Plans of Phú Thọ and of communes: this year's approved and under way, the communes' under the province's, next year's in draft. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newCommuneId } from '#features/areas/nation/reform.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoOfficialId } from '#features/people/demo/officials.ts'
import { addDays, type PlainDate, plainDate, yearOf } from '#kernel/dates.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import type { MoneySource, PlanLevel } from '../plan/model.ts'
import { type DemoTopic, demoDaysOf, demoTopicId } from './frameworks.ts'
import { type DemoItem, demoNormId, dongOf } from './norms.ts'

/** The programme of 2026-2035, which every installation has. */
const programme = 'c31fbbb9-a0ac-8057-90fd-ff99d0a7c5e7'
const size = { largest: 60, by: 'Sĩ số đặt ra cho bản mẫu, không theo văn bản nào' } as const

/** How many for each of the people or classes of the line. */
type Money = readonly [MoneySource, DemoItem, { readonly follows: 'people' | 'classes'; readonly times: number }]
type Line = {
  readonly topic: DemoTopic
  readonly audience: string
  readonly people: number
  readonly classes: number
  readonly weeks: string
  readonly money: readonly Money[]
}

/** Food for each day, trainers for each half day, a hall for each day, papers for each person: as many days as the topic takes. */
function costs(source: MoneySource, topic: DemoTopic): Money[] {
  const days = demoDaysOf(topic)
  return [
    [source, 'food', { follows: 'people', times: days }],
    [source, 'trainer', { follows: 'classes', times: days * 2 }],
    [source, 'hall', { follows: 'classes', times: days }],
    [source, 'papers', { follows: 'people', times: 1 }],
  ]
}

const ofProvince: readonly Line[] = [
  {
    ...{ topic: 'CĐ1', audience: 'Rà soát viên, trưởng thôn các xã', people: 540, classes: 9, weeks: '{32,33,34}' },
    money: costs('central', 'CĐ1'),
  },
  {
    ...{ topic: 'CĐ2', audience: 'Lãnh đạo, chuyên viên Phòng Kinh tế các xã', people: 110, classes: 2, weeks: '{12}' },
    money: costs('province', 'CĐ2'),
  },
  {
    ...{ topic: 'CĐ3', audience: 'Bí thư chi bộ, trưởng thôn, đoàn thể', people: 300, classes: 5, weeks: '{16,17}' },
    money: costs('province', 'CĐ3'),
  },
]
/** What Tam Hồng carries out of the plan of the province. */
const carriedOutThere: readonly Line[] = [
  {
    ...{ topic: 'CĐ1', audience: 'Rà soát viên, trưởng thôn của xã', people: 60, classes: 1, weeks: '{32}' },
    money: costs('commune', 'CĐ1'),
  },
  {
    ...{ topic: 'CĐ3', audience: 'Bí thư chi bộ, trưởng thôn, đoàn thể', people: 60, classes: 1, weeks: '{16}' },
    money: costs('commune', 'CĐ3'),
  },
]
const ofCommune: readonly Line[] = [
  {
    ...{ topic: 'CĐ4', audience: 'Người dân các thôn', people: 120, classes: 2, weeks: '{20}' },
    money: costs('commune', 'CĐ4'),
  },
]

/** Other communes that carry the plan out; one has not approved its own yet. */
const carriers = [
  { code: '09025', name: 'Yên Lạc', people: 180, classes: 3, weeks: '{32,33}', approved: ['09/KH-UBND', '02-18'] },
  { code: '09076', name: 'Vĩnh Tường', people: 240, classes: 4, weeks: '{33,34}', approved: ['14/KH-UBND', '02-25'] },
  { code: '08761', name: 'Lập Thạch', people: 60, classes: 1, weeks: '{41}', approved: null },
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
      'id:uuid plan_line_id:uuid area_id:uuid place:smallint source:text norm_id:uuid quantity:integer dong:bigint state:text follows:text times:integer of_people:integer of_classes:integer',
    ),
    rows: lines.flatMap((line) =>
      line.money.map(([source, item, { follows, times }], place) => [
        ...[stableId('plan_money', 'demo', key, line.topic, item), lineId(line), areaId, place, source],
        ...[demoNormId(item), line[follows] * times, dongOf(item), state, follows, times, line.people, line.classes],
      ]),
    ),
  })
}

/** Whom the plans of the province name: of this year's first line and of next year's third, all of Tam Hồng. Invented. */
const named = [
  { of: 'this', topic: 'CĐ1', state: 'approved', people: ['thang', 'tam-hong 7', 'tam-hong 8'] },
  { of: 'next', topic: 'CĐ3', state: 'drafted', people: ['tam-hong 2', 'tam-hong 3'] },
] as const

export async function writeNames(db: OwnerConnection, today: PlainDate): Promise<void> {
  await insertRows(db, {
    table: 'plan_seat',
    columns: columnsIn(
      'id:uuid plan_id:uuid plan_line_id:uuid state:text area_id:uuid year:smallint topic_id:uuid official_id:uuid from_id:uuid stands:boolean',
    ),
    rows: named.flatMap(({ of, topic, state, people }) =>
      people.map((key) => {
        const plan = demoPlanId('province', of)
        return [
          ...[
            stableId('plan_seat', 'demo', of, topic, key),
            plan,
            demoPlanLineId(plan, topic),
            state,
            demoAreas.phuTho,
          ],
          ...[yearOf(today) + (of === 'next' ? 1 : 0), demoTopicId(topic), demoOfficialId(key), demoAreas.tamHongToday],
          true,
        ]
      }),
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
    const audience = 'Rà soát viên, trưởng thôn của xã'
    const line = { topic: 'CĐ1', audience, people, classes, weeks } as const
    await writePlan(db, { ...of, ...said }, [{ ...line, money: costs('commune', 'CĐ1') }])
  }
}

export async function writePlans(db: OwnerConnection, today: PlainDate): Promise<void> {
  const [now, next] = [yearOf(today), yearOf(today) + 1]
  const province = { areaId: demoAreas.phuTho, level: 'province' as const }
  const commune = { areaId: demoAreas.tamHongToday, level: 'commune' as const }
  const called = (year: number) => `Kế hoạch đào tạo, bồi dưỡng giảm nghèo năm ${year}`
  const decided = { number: '45/KH-UBND', on: plainDate(`${now}-01-20`), issuer: 'UBND tỉnh Phú Thọ' }
  const parent = demoPlanId('province', 'this')
  await writePlan(db, { ...province, key: parent, year: now, name: called(now), approved: decided }, ofProvince)
  const carriedOut = { number: '12/KH-UBND', on: plainDate(`${now}-02-10`), issuer: 'UBND xã Tam Hồng' }
  const under = { key: demoPlanId('commune', 'this'), parent, name: `Xã Tam Hồng thực hiện kế hoạch năm ${now}` }
  await writePlan(db, { ...commune, ...under, year: now, approved: carriedOut }, carriedOutThere)
  await writePlan(db, { ...province, key: demoPlanId('province', 'next'), year: next, name: called(next) }, ofProvince)
  const drafted = { key: demoPlanId('commune', 'next'), name: `Kế hoạch tập huấn cộng đồng xã Tam Hồng năm ${next}` }
  await writePlan(db, { ...commune, ...drafted, year: next, submitted: addDays(today, -1) }, ofCommune)
}
