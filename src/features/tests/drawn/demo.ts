/** Tests of the demo: a class before and after, a dozen people who took them, and a question with a wrong key. All invented. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoClassId } from '#features/classes/demo.ts'
import { demoOfficialId } from '#features/people/demo/officials.ts'
import { type Library, scorerOf } from '#features/standards/library.ts'
import type { Class } from '#features/standards/model/verdict.ts'
import { demoTopicId } from '#features/training/demo/frameworks.ts'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import { type Answers, type Keyed, markedBy, passes } from '../attempts/rules.ts'
import type { BodyOf, QuestionBody } from '../bank/model.ts'
import { orderOf, sheetOf, variantOf } from './rules.ts'

export const demoTestId = (key: string): string => stableId('class_test', 'demo', key)

/** A question of the bank as a test asked it. */
export type Asked = { readonly id: string; readonly area: string; readonly ask: string; readonly body: QuestionBody }

const { phuTho, tamHongToday } = demoAreas
const heads = [3, 4, 6, 7, 8, 11, 12, 13, 14, 15, 16].map((village) => `tam-hong ${village}`)
const pass = { num: 70, of: 100, basis: 'Quy chế lớp học (đặt ra cho bản mẫu)' }
const seed = 'bản mẫu 2026'
const variants = 2

/** `knows`: how many of the questions somebody in the middle knows. Mai has still to take the one at the end of her class. */
const tests = [
  {
    ...{
      key: 'before',
      of: 'running',
      area: phuTho,
      purpose: 'before',
      title: 'Kiểm tra đầu khóa, đợt 1',
      state: 'closed',
    },
    ...{ day: -1, pass: null, people: ['mai', ...heads], waits: null, knows: 2 },
  },
  {
    ...{
      key: 'after',
      of: 'running',
      area: phuTho,
      purpose: 'after',
      title: 'Kiểm tra cuối khóa, đợt 1',
      state: 'open',
    },
    ...{ day: 0, pass, people: ['mai', ...heads], waits: 'mai', knows: 4 },
  },
  {
    ...{
      key: 'commune',
      of: 'commune',
      area: tamHongToday,
      purpose: 'before',
      title: 'Kiểm tra đầu vào',
      state: 'open',
    },
    ...{ day: 0, pass: null, people: ['tam-hong 18', 'tam-hong 19'], waits: 'tam-hong 18', knows: 1 },
  },
] as const

/** What somebody answers who knows so many of these: right in turn, else beside it. */
function answerTo(
  body: QuestionBody,
  knows: boolean,
  classOf: (one: BodyOf<'household'>) => Class | null,
): Answers[string] {
  switch (body.kind) {
    case 'single':
      return knows ? body.right : (body.right + 1) % body.options.length
    case 'multiple':
      return knows ? [...body.rights] : [body.rights[0] ?? 0]
    case 'true_false':
      return knows ? body.right : !body.right
    case 'numeric':
      return knows ? body.right : '1'
    case 'household':
      return knows ? classOf(body) : 'poor'
  }
}

export async function addDemoTests(
  db: OwnerConnection,
  { library, asked, today }: { readonly library: Library; readonly asked: readonly Asked[]; readonly today: PlainDate },
): Promise<void> {
  const classOf = ({ standardId, facts, day }: BodyOf<'household'>): Class | null =>
    scorerOf(library, standardId).score(facts, day).class
  const all = tests.map((one) => {
    const mine = asked.filter(({ area }) => area === one.area)
    const keyed: readonly Keyed[] = mine.map(({ body }, at) => ({ number: at + 1, dropped: false, bodies: [body] }))
    return { ...one, id: demoTestId(one.key), classId: demoClassId(one.of), asked: mine, keyed }
  })
  await insertRows(db, {
    table: 'class_test',
    columns: columnsIn(
      'id:uuid class_id:uuid area_id:uuid purpose:text title:text blueprint:jsonb seed:text variants:smallint pass_num:smallint pass_of:smallint pass_basis:text attempts:smallint state:text',
    ),
    rows: all.map((one) => [
      ...[one.id, one.classId, one.area, one.purpose, one.title],
      ...[JSON.stringify([{ topicId: demoTopicId('CĐ1'), kind: null, count: one.asked.length }]), seed, variants],
      ...[one.pass?.num ?? null, one.pass?.of ?? null, one.pass?.basis ?? '', 1, one.state],
    ]),
  })
  await insertRows(db, {
    table: 'test_item',
    columns: columnsIn(
      'test_id:uuid number:smallint area_id:uuid question_id:uuid version:smallint topic_id:uuid sheet:jsonb marked_by:smallint[]',
    ),
    rows: all.flatMap((one) =>
      one.asked.map(({ id, ask, body }, at) => [
        ...[one.id, at + 1, one.area, id, 1, demoTopicId('CĐ1')],
        ...[JSON.stringify(sheetOf(ask, body)), '{1}'],
      ]),
    ),
  })
  const taken = all.flatMap((one) =>
    one.people
      .filter((person) => person !== one.waits)
      .map((person, place) => {
        const knows = (at: number) => (at + place) % one.asked.length < one.knows + (place % 3) - 1
        const answers = Object.fromEntries(
          one.asked.map(({ body }, at) => [at + 1, answerTo(body, knows(at), classOf)]),
        )
        const variant = variantOf(demoOfficialId(person), { seed, variants })
        const id = stableId('test_attempt', 'demo', one.key, person)
        return { one, person, id, variant, answers, ...markedBy(one.keyed, answers, classOf) }
      }),
  )
  const at = ({ day }: { readonly day: number }) => `${addDays(today, day)}T02:00:00Z`
  await insertRows(db, {
    table: 'test_attempt',
    columns: columnsIn(
      'id:uuid test_id:uuid area_id:uuid official_id:uuid number:smallint way:text variant:smallint places:smallint[] answers:jsonb begun_at:timestamptz sent_at:timestamptz',
    ),
    rows: taken.map(({ id, one, person, variant, answers }) => {
      const numbers = one.keyed.map(({ number }) => number)
      return [
        ...[id, one.id, one.area, demoOfficialId(person), 1, 'paper', variant],
        ...[`{${orderOf(numbers, seed, variant)}}`, JSON.stringify(answers), at(one), at(one)],
      ]
    }),
  })
  await insertRows(db, {
    table: 'attempt_mark',
    columns: columnsIn(
      'attempt_id:uuid number:smallint area_id:uuid num:int of:int questions:smallint passed:boolean worth:jsonb made_at:timestamptz',
    ),
    rows: taken.map(({ id, one, points, worth }) => [
      ...[
        id,
        1,
        one.area,
        points.num,
        points.of,
        points.questions,
        passes(points, one.pass),
        JSON.stringify(worth),
        at(one),
      ],
    ]),
  })
}
