/** Halls, trainers and classes of the demo: invented, and said to be. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoOfficialId } from '#features/people/demo/officials.ts'
import { type DemoTopic, demoTopicId } from '#features/training/demo/frameworks.ts'
import { demoPlanId, demoPlanLineId } from '#features/training/demo/plans.ts'
import { addDays, type PlainDate, plainDate, yearOf } from '#kernel/dates.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import { addDemoAttendance } from './attendance/demo.ts'
import type { ClassState } from './list/model.ts'
import type { SeatState } from './seats/model.ts'
import { type Half, halves } from './sessions/rules.ts'

const { phuTho, tamHongToday } = demoAreas
const invented = 'đặt ra cho bản mẫu'

export const demoHallId = (key: string): string => stableId('class_hall', 'demo', key)
export const demoTrainerId = (key: string): string => stableId('trainer', 'demo', key)

export async function addDemoClasses(db: OwnerConnection, today: PlainDate): Promise<void> {
  const from = plainDate(`${yearOf(today)}-01-01`)
  await insertRows(db, {
    table: 'class_hall',
    columns: columnsIn('id:uuid area_id:uuid name:text address:text seats:smallint equipment:text valid_from:date'),
    rows: [
      [demoHallId('tam-hong'), tamHongToday, 'Hội trường UBND xã', 'Trụ sở UBND xã', 120, 'máy chiếu, loa', from],
      [demoHallId('thon-2'), tamHongToday, 'Nhà văn hóa Thôn 2', 'cạnh trạm y tế', 50, '', from],
      [
        demoHallId('phu-tho'),
        phuTho,
        'Trung tâm hội nghị tỉnh',
        'Phòng 201, phường Việt Trì',
        300,
        'máy chiếu, loa, mạng',
        from,
      ],
    ],
  })
  await insertRows(db, {
    table: 'trainer',
    columns: columnsIn(
      'id:uuid area_id:uuid official_id:uuid full_name:text organisation:text topics:uuid[] note:text valid_from:date',
    ),
    rows: [
      [
        ...[demoTrainerId('elsewhere'), phuTho, null, 'Đinh Thị Giảng', 'Trường Chính trị tỉnh'],
        ...[`{${demoTopicId('CĐ1')}}`, invented, from],
      ],
      [
        ...[demoTrainerId('hung'), tamHongToday, demoOfficialId('hung'), 'Lê Văn Hùng', 'UBND xã Tam Hồng'],
        ...[`{${demoTopicId('CĐ1')}}`, invented, from],
      ],
    ],
  })
  await addDemoClassRows(db, today)
  await addDemoAttendance(db, today, { over: demoClassId('over'), running: demoClassId('running') })
}

type DemoHall = 'tam-hong' | 'thon-2' | 'phu-tho'
type DemoTeacher = 'elsewhere' | 'hung'
type DemoClass = {
  readonly key: string
  readonly of: 'province' | 'commune'
  readonly code: string
  readonly title: string
  readonly topic: DemoTopic
  readonly seats: number
  /** The states that it went through, each with its day; the last is the one it is in. */
  readonly steps: readonly (readonly [state: ClassState, on: PlainDate, because?: string])[]
  readonly days: readonly PlainDate[]
  readonly halves: readonly Half[]
  readonly hall: DemoHall
  /** What else is said of it, beside that it is invented. */
  readonly note?: string
  readonly teacher: DemoTeacher
  readonly answer: 'accepted' | 'asked'
  /** How many each unit may send, and who learns there, by the key of the roster. */
  readonly quotas?: Readonly<Partial<Record<DemoUnit, number>>>
  readonly learners?: readonly (readonly [key: string, of: DemoUnit, state: SeatState])[]
}
type DemoUnit = 'province' | 'commune'
/** Heads of villages of Tam Hồng by their villages. */
const heads = (state: SeatState, ...villages: readonly number[]): NonNullable<DemoClass['learners']> =>
  villages.map((at) => [`tam-hong ${at}`, 'commune', state] as const)
const course = ['planned', 'announced', 'enrolling', 'confirmed', 'running', 'completed'] as const
/** From the plan on, a step every few days, the last of them on a day. */
const until = (state: (typeof course)[number], last: PlainDate): DemoClass['steps'] => {
  const passed = course.slice(0, course.indexOf(state) + 1)
  return passed.map((one, at) => [one, addDays(last, (at + 1 - passed.length) * 4)] as const)
}

/** One that is over, one that runs, one of tomorrow, one that was called off; and one that a commune plans. */
const demoClasses = (today: PlainDate): DemoClass[] => {
  const over = addDays(today, -40)
  const both = ['morning', 'afternoon'] as const
  return [
    {
      ...{ key: 'over', of: 'province', code: '01', title: 'Quản lý chương trình cho lãnh đạo Phòng Kinh tế các xã' },
      ...{ topic: 'CĐ2', seats: 55, steps: until('completed', addDays(over, 1)), days: [over, addDays(over, 1)] },
      ...{ halves: both, hall: 'phu-tho', teacher: 'elsewhere', answer: 'accepted' },
      learners: [
        ...(['ha-thi-bang', 'lan', 'dao'] as const).map((key) => [key, 'province', 'enrolled'] as const),
        ...(['bich', 'pham-van-mat-tran'] as const).map((key) => [key, 'commune', 'enrolled'] as const),
      ],
    },
    {
      ...{
        key: 'running',
        of: 'province',
        code: '02',
        title: 'Nghiệp vụ rà soát cho rà soát viên, đợt 1',
        topic: 'CĐ1',
      },
      ...{ seats: 25, steps: until('running', today), days: [-1, 0, 1].map((days) => addDays(today, days)) },
      // The province goes to the commune: nobody brings the heads of one commune to its capital for three days.
      ...{ halves: both, hall: 'thon-2', teacher: 'elsewhere', answer: 'accepted' },
      note: 'mở tại xã cho rà soát viên chưa học trước kỳ rà soát; hai ngày học, ngày thứ ba tập chấm phiếu tại thôn',
      ...{ quotas: { commune: 20 } },
      learners: [
        ...heads('enrolled', 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16),
        ['mai', 'commune', 'enrolled'],
        ['pham-van-mat-tran', 'commune', 'enrolled'],
      ],
    },
    {
      ...{
        key: 'tomorrow',
        of: 'province',
        code: '03',
        title: 'Nghiệp vụ rà soát cho rà soát viên, đợt 2',
        topic: 'CĐ1',
      },
      ...{ seats: 60, steps: until('confirmed', addDays(today, -3)), days: [addDays(today, 1)] },
      ...{ halves: both, hall: 'tam-hong', teacher: 'hung', answer: 'accepted' },
      ...{ quotas: { commune: 10 } },
      learners: [...heads('enrolled', 10, 20), ['thang', 'commune', 'enrolled']],
    },
    {
      ...{
        key: 'open',
        of: 'province',
        code: '05',
        title: 'Nghiệp vụ rà soát cho rà soát viên, đợt 3',
        topic: 'CĐ1',
      },
      ...{ seats: 4, steps: until('enrolling', addDays(today, -1)), days: [9, 10].map((days) => addDays(today, days)) },
      ...{
        halves: both,
        hall: 'phu-tho',
        teacher: 'elsewhere',
        answer: 'accepted',
        quotas: { commune: 6, province: 2 },
      },
      learners: [
        ['lan', 'province', 'enrolled'],
        ...heads('enrolled', 18, 19, 20),
        ...heads('nominated', 21, 22),
        ...heads('waiting', 23),
      ],
    },
    {
      ...{
        key: 'off',
        of: 'province',
        code: '04',
        title: 'Kỹ năng cho bí thư chi bộ, trưởng thôn',
        topic: 'CĐ3',
        seats: 60,
      },
      steps: [
        ...until('announced', addDays(today, -12)),
        ['cancelled', addDays(today, -5), 'Trùng đợt phòng chống bão, dời sang năm sau'],
      ],
      ...{ days: [addDays(today, 6)], halves: both, hall: 'phu-tho', teacher: 'elsewhere', answer: 'asked' },
    },
    {
      ...{
        key: 'commune',
        of: 'commune',
        code: '01',
        title: 'Rà soát viên, trưởng thôn xã Tam Hồng',
        topic: 'CĐ1',
        seats: 50,
      },
      ...{ steps: until('announced', addDays(today, -2)), days: [addDays(today, 12)], halves: ['morning'] },
      ...{ hall: 'thon-2', teacher: 'hung', answer: 'asked', learners: heads('enrolled', 18, 19) },
    },
  ]
}

export const demoSeatId = (of: string, key: string): string => stableId('class_seat', 'demo', of, key)
/** By its place in the order of its class. */
export const demoSessionId = (key: string, at: number): string => stableId('class_session', 'demo', key, String(at))
export const demoClassId = (key: string): string => stableId('training_class', 'demo', key)
const unitOf = { province: phuTho, commune: tamHongToday } as const
const by = { province: 'Bùi Thị Đào', commune: 'Lê Văn Hùng' } as const

async function addDemoClassRows(db: OwnerConnection, today: PlainDate): Promise<void> {
  const all = demoClasses(today).map((one) => ({
    ...one,
    ...{ id: demoClassId(one.key), asked: stableId('class_trainer', 'demo', one.key) },
    area: unitOf[one.of],
    sits: (one.learners ?? []).filter(([, , state]) => state === 'enrolled').map(([key]) => demoOfficialId(key)),
    state: one.steps.at(-1)?.[0] ?? 'planned',
    person: one.teacher === 'hung' ? demoOfficialId('hung') : demoTrainerId(one.teacher),
    spans: one.days.flatMap((day) => one.halves.map((half) => ({ day, ...halves[half] }))),
  }))
  await insertRows(db, {
    table: 'training_class',
    columns: columnsIn(
      'id:uuid area_id:uuid year:smallint code:text title:text kind:text plan_line_id:uuid seats:smallint taken:smallint state:text note:text',
    ),
    rows: all.map((one) => [
      ...[one.id, one.area, yearOf(today), one.code, one.title, 'short'],
      ...[
        demoPlanLineId(demoPlanId(one.of, 'this'), one.topic),
        one.seats,
        one.sits.length,
        one.state,
        [one.note, invented].filter(Boolean).join('; '),
      ],
    ]),
  })
  await insertRows(db, {
    table: 'class_topic',
    columns: columnsIn('class_id:uuid area_id:uuid topic_id:uuid'),
    rows: all.map((one) => [one.id, one.area, demoTopicId(one.topic)]),
  })
  await insertRows(db, {
    table: 'class_step',
    columns: columnsIn(
      'class_id:uuid area_id:uuid number:smallint from_state:text to_state:text because:text made_name:text made_on:date',
    ),
    rows: all.flatMap((one) =>
      one.steps.map(([state, on, because = ''], at) => [
        ...[one.id, one.area, at + 1, one.steps[at - 1]?.[0] ?? null, state, because, by[one.of], on],
      ]),
    ),
  })
  await insertRows(db, {
    table: 'class_trainer',
    columns: columnsIn('id:uuid class_id:uuid area_id:uuid trainer_id:uuid state:text'),
    rows: all.map((one) => [one.asked, one.id, one.area, demoTrainerId(one.teacher), one.answer]),
  })
  const sessions = all.flatMap((one) =>
    one.spans.map(({ day, from, until: ends }, at) => ({
      ...{ one, id: demoSessionId(one.key, at), stands: one.state !== 'cancelled' },
      during: `[${day} ${from},${day} ${ends})`,
    })),
  )
  await insertRows(db, {
    table: 'class_session',
    columns: columnsIn('id:uuid class_id:uuid area_id:uuid stands:boolean during:tsrange hall_id:uuid topic_id:uuid'),
    rows: sessions.map(({ one, id, stands, during }) => [
      ...[id, one.id, one.area, stands, during, demoHallId(one.hall), demoTopicId(one.topic)],
    ]),
  })
  await insertRows(db, {
    table: 'session_person',
    columns: columnsIn(
      'session_id:uuid area_id:uuid during:tsrange stands:boolean person:uuid role:text class_trainer_id:uuid',
    ),
    rows: sessions.flatMap(({ one, id, stands, during }) => [
      [id, one.area, during, stands, one.person, 'trainer', one.asked],
      ...one.sits.map((person) => [id, one.area, during, stands, person, 'learner', null]),
    ]),
  })
  await insertRows(db, {
    table: 'class_quota',
    columns: columnsIn('class_id:uuid area_id:uuid from_id:uuid seats:smallint'),
    rows: all.flatMap((one) =>
      (Object.entries(one.quotas ?? {}) as [DemoUnit, number][]).map(([unit, seats]) => [
        one.id,
        one.area,
        unitOf[unit],
        seats,
      ]),
    ),
  })
  await insertRows(db, {
    table: 'class_seat',
    columns: columnsIn('id:uuid class_id:uuid area_id:uuid official_id:uuid from_id:uuid state:text'),
    rows: all.flatMap((one) =>
      (one.learners ?? []).map(([key, unit, state]) => [
        ...[demoSeatId(one.key, key), one.id, one.area, demoOfficialId(key), unitOf[unit], state],
      ]),
    ),
  })
}
