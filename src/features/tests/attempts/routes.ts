import { mustBeAble } from '#features/areas/must.ts'
import { findClass } from '#features/classes/list/queries.ts'
import type { Law } from '#features/standards/law.ts'
import { ownRecord } from '#features/training/needs/queries.ts'
import { instantOf } from '#platform/server/clock.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import type { Touches } from '#platform/server/touches.ts'
import { mustFindTest } from '../drawn/must.ts'
import { classTestProblem } from '../drawn/problems.ts'
import { classOfTest, sheetsOf } from '../drawn/queries.ts'
import { orderOf, variantOf } from '../drawn/rules.ts'
import { attemptChanges, mustBeOfficial, notNowOf } from './changes.ts'
import { gainColumns, myTestColumns, resultColumns } from './columns.ts'
import * as contract from './contract.ts'
import { attemptProblem } from './problems.ts'
import * as attempts from './queries.ts'
import { endOf, writeAnswer } from './rules.ts'

async function mine({ db }: Call<typeof contract.myTests>) {
  const all = (await ownRecord(db)) ? await attempts.myTests(db) : null
  const rows = (all ?? []).map((test) => {
    const { classId: _class, off: _off, ...shown } = test
    return { ...shown, notNow: notNowOf(test, all ?? []) }
  })
  return { known: all !== null, rows }
}
const myTests = read(contract.myTests, mine)
const myTestsFile = fileOf(
  contract.myTestsFile,
  async (call) => {
    const { rows } = await mine(call)
    return { rows, columns: myTestColumns, title: { vi: 'Bài kiểm tra của tôi', en: 'My tests' } }
  },
  { whole: true },
)

/** No key is read here: what is right is known from what the answer was worth, once the class is completed and the test cannot be opened again. */
const take = read(contract.takeTest, async ({ db, input, services, session }) => {
  const officialId = await mustBeOfficial(db)
  const found = await attempts.findAttempt(db, input.testAttemptId)
  const head = found && (await attempts.headOf(db, found.testId))
  if (!head || found.officialId !== officialId) throw attemptProblem('attempt.not_found')
  const asked = new Map((await attempts.askedOf(db, found.testId)).map((one) => [one.number, one]))
  const now = instantOf(services.clock)
  const standing = await attempts.markNow(db, found.id)
  const there = found.sentAt === null && found.sessionId !== session.sessionId ? found.sessionId : null
  const closed = head.state === 'closed'
  const rightsTold = closed && (await classOfTest(db, found.testId)).wasCompleted
  const of = (await attempts.myTests(db)).find(({ classTestId }) => classTestId === found.testId)
  return {
    ...{ testAttemptId: found.id, classTestId: found.testId, classTitle: of?.classTitle ?? '', title: head.title },
    ...{ number: found.number, way: found.way, now, sentAt: found.sentAt, closed, rightsTold, pass: head.pass },
    items: found.places.flatMap((number) => {
      const one = asked.get(number)
      const worth = rightsTold && !one?.dropped ? standing?.worth[number] : undefined
      return one
        ? [
            {
              number,
              sheet: one.sheet,
              answer: found.answers[number] ?? null,
              right: worth ? worth.num === worth.of : null,
            },
          ]
        : []
    }),
    until: endOf(found.begunAt, head.minutes),
    elsewhere: there !== null && (await attempts.isLive(db, there, now)),
    mark: standing
      ? { num: standing.num, of: standing.of, questions: standing.questions, passed: standing.passed }
      : null,
  }
})

async function results({ db, actor, input, today }: Call<typeof contract.listResults>) {
  const test = await mustFindTest({ db, actor, today }, input.classTestId)
  const { title, state, pass, seed, variants, attempts: most } = test
  const sheets = await sheetsOf(db, input.classTestId)
  const numbers = sheets.map(({ number }) => number)
  const rows = await attempts.resultsOf(db, input.classTestId, today)
  return {
    ...{ title, state, pass, variants, attempts: most, sheets },
    orders: Array.from({ length: variants }, (_, at) => orderOf(numbers, seed, at + 1)),
    rows: rows.map((row) => ({ ...row, variant: variantOf(row.officialId, test) })),
  }
}
const listResults = read(contract.listResults, results)
const resultsFile = fileOf(
  contract.resultsFile,
  async (call) => {
    const { rows, title, pass } = await results(call)
    return { rows, columns: resultColumns(pass), title: { vi: `Kết quả: ${title}`, en: `Results: ${title}` } }
  },
  { whole: true },
)

async function gain({ db, actor, input, today }: Call<typeof contract.listGain>) {
  const found = await findClass(db, input.trainingClassId, today)
  if (!found) throw classTestProblem('class_test.not_found')
  await mustBeAble({ db, actor }, 'class.manage', found.areaId)
  return { title: found.title, rows: await attempts.gainOf(db, input.trainingClassId, today) }
}
const listGain = read(contract.listGain, gain)
const gainFile = fileOf(
  contract.gainFile,
  async (call) => {
    const { rows, title } = await gain(call)
    return {
      rows,
      columns: gainColumns,
      title: { vi: `Đầu khóa và cuối khóa: ${title}`, en: `Before and after: ${title}` },
    }
  },
  { whole: true },
)

const show = read(contract.showAttempt, async ({ db, actor, input, today }) => {
  const found = await attempts.findAttempt(db, input.testAttemptId)
  if (!found) throw attemptProblem('attempt.not_found')
  await mustFindTest({ db, actor, today }, found.testId)
  const asked = new Map((await sheetsOf(db, found.testId)).map(({ number, sheet }) => [number, sheet]))
  const worth = (await attempts.markNow(db, found.id))?.worth ?? {}
  return {
    ...{ classTestId: found.testId, number: found.number, way: found.way, variant: found.variant },
    items: found.places.flatMap((number) => {
      const sheet = asked.get(number)
      const { num = null, of = null } = worth[number] ?? {}
      return sheet ? [{ number, sheet, written: writeAnswer(sheet, found.answers[number] ?? null), num, of }] : []
    }),
    marks: await attempts.marksOf(db, found.id),
  }
})

export const attemptRoutes = (law: Law, touches: Touches): Route[] => [
  ...[myTests, myTestsFile, take, listResults, resultsFile, listGain, gainFile, show],
  ...attemptChanges(law, touches),
]
