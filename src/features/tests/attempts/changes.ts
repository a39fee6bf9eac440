/** What is done with attempts: begun, answered, sent by the learner; papers entered and put right by the organiser. */
import { mustBeOfOthers } from '#features/people/roster/must.ts'
import type { Law } from '#features/standards/law.ts'
import { ownRecord } from '#features/training/needs/queries.ts'
import type { OfficialId, TestAttemptId } from '#kernel/ids.ts'
import { instantOf } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, change, happened } from '#platform/server/handle.ts'
import type { Touches } from '#platform/server/touches.ts'
import { mustHoldTest } from '../drawn/must.ts'
import { classOfTest, type Numbered, sheetsOf } from '../drawn/queries.ts'
import { orderOf, variantOf } from '../drawn/rules.ts'
import { testEvent, testRemarked } from '../events.ts'
import * as contract from './contract.ts'
import { markOne } from './judged.ts'
import { notNow } from './model.ts'
import { attemptProblem } from './problems.ts'
import * as attempts from './queries.ts'
import { type Answers, endOf, fits, readAnswer, whyNotNow } from './rules.ts'

/** Who is signed in, in the roster. */
export async function mustBeOfficial(db: Db): Promise<OfficialId> {
  const own = await ownRecord(db)
  if (!own) throw attemptProblem('attempt.no_official')
  return own.officialId
}

/** Nobody enters or puts right a paper of their own. */
const mustBeOfAnother = (db: Db, official: OfficialId) =>
  mustBeOfOthers(db, [official], () => attemptProblem('attempt.own'))

/** Why a test of mine cannot be begun now. */
export function notNowOf(test: attempts.Mine, all: readonly attempts.Mine[]) {
  const others = all
    .filter(({ classId, purpose }) => classId === test.classId && purpose !== 'before')
    .map(({ purpose, mine }) => ({
      purpose,
      begun: mine.length,
      passed: mine.some(({ mark }) => mark?.passed === true),
    }))
  return whyNotNow({ ...test, begun: test.mine.length }, others)
}

const beginTest = change(contract.beginTest, async ({ db, actor, input, services, session }) => {
  const { classTestId: testId, testAttemptId: id } = input
  const officialId = await mustBeOfficial(db)
  const all = await attempts.myTests(db)
  const test = all.find((one) => one.classTestId === testId)
  const head = test && (await attempts.headOf(db, testId))
  if (!test || !head) throw attemptProblem('attempt.not_found')
  if (test.mine.some(({ sentAt }) => sentAt === null)) throw attemptProblem('attempt.open_already')
  const why = notNowOf(test, all)
  if (why) throw attemptProblem('attempt.not_now', { why: notNow[why] })
  const { areaId, seed } = head
  const variant = variantOf(officialId, head)
  const places = orderOf(
    (await sheetsOf(db, testId)).map(({ number }) => number),
    seed,
    variant,
  )
  const begunAt = instantOf(services.clock)
  const number = test.mine.length + 1
  await attempts.insertAttempt(db, {
    ...{ id, testId, areaId, officialId, number, way: 'online', variant, places, answers: {} },
    ...{ sessionId: session.sessionId, begunAt, sentAt: null, by: actor.accountId },
  })
  // Who closed it meanwhile was waited for.
  if ((await attempts.headOf(db, testId))?.state !== 'open')
    throw attemptProblem('attempt.not_now', { why: notNow.closed })
  return happened(testEvent('attempt.begun', { subject: testId, area: areaId, facts: { number } }), {
    testAttemptId: id,
  })
})

type Mine = Pick<Call<unknown>, 'db' | 'services' | 'session'>
/** An own attempt that is still answered here, held until the change ends. */
async function mustHoldMine({ db, services, session }: Mine, id: TestAttemptId) {
  const officialId = await mustBeOfficial(db)
  const held = await attempts.holdAttempt(db, id)
  if (!held || held.officialId !== officialId) throw attemptProblem('attempt.not_found')
  if (held.sentAt) throw attemptProblem('attempt.sent')
  const head = await attempts.headOf(db, held.testId)
  if (!head) throw attemptProblem('attempt.not_found')
  if (head.state !== 'open') throw attemptProblem('attempt.closed')
  const at = instantOf(services.clock)
  const there = held.sessionId !== session.sessionId && held.sessionId
  if (there && (await attempts.isLive(db, there, at))) throw attemptProblem('attempt.elsewhere')
  return { held, head, at }
}

const answerTest = change(contract.answerTest, async ({ db, input, services, session }) => {
  const { testAttemptId: id } = input
  const { held, head, at } = await mustHoldMine({ db, services, session }, id)
  const until = endOf(held.begunAt, head.minutes)
  if (until && at > until) throw attemptProblem('attempt.time_over')
  const sheets = new Map((await sheetsOf(db, held.testId)).map(({ number, sheet }) => [number, sheet]))
  for (const { number, answer } of input.answers) {
    const sheet = sheets.get(number)
    if (!sheet || !fits(sheet, answer)) throw attemptProblem('attempt.answer')
  }
  const answers = Object.fromEntries(input.answers.map(({ number, answer }) => [number, answer]))
  await attempts.addAnswers(db, id, { answers, session: session.sessionId })
  const facts = { answers: input.answers.length }
  return happened(testEvent('attempt.answered', { subject: held.testId, area: held.areaId, facts }), {
    testAttemptId: id,
  })
})

const markIn = ({ num, of, questions, passed }: attempts.NewMark) => ({ num, of, questions, passed })

const sendTest = (law: Law) =>
  change(contract.sendTest, async ({ db, actor, input, services, session }) => {
    const { testAttemptId: id } = input
    const { held, head, at } = await mustHoldMine({ db, services, session }, id)
    const { areaId, answers } = held
    await attempts.setSent(db, [id], at)
    const mark = await markOne(db, law, { id, areaId, answers, pass: head.pass, by: actor.accountId })
    await attempts.insertMarks(db, [mark])
    const event = testEvent('attempt.sent', { subject: held.testId, area: areaId, facts: { number: held.number } })
    return happened(event, { testAttemptId: id, mark: markIn(mark) })
  })

type Sheet = {
  readonly sheets: readonly Numbered[]
  readonly places: readonly number[]
  readonly written: readonly string[]
}
/** The answers of a sheet of paper by the numbers of their questions; throws where one cannot be read. */
function readSheet({ sheets, places, written }: Sheet): Answers {
  const read = places.map((number, at) => {
    const sheet = sheets.find((one) => one.number === number)?.sheet
    return [number, sheet && readAnswer(sheet, written[at] ?? '')] as const
  })
  const beyond = written.slice(places.length).flatMap((text, at) => (text.trim() ? [places.length + at + 1] : []))
  const unread = [...read.flatMap(([, answer], at) => (answer === undefined ? [at + 1] : [])), ...beyond]
  if (unread.length > 0) throw attemptProblem('attempt.unreadable', { places: unread.join(', ') })
  return Object.fromEntries(read) as Answers
}

const enterPaper = (law: Law) =>
  change(contract.enterPaper, async ({ db, actor, input, services }) => {
    const { classTestId: testId, testAttemptId: id, officialId, variant, written } = input
    const held = await mustHoldTest({ db, actor }, testId)
    const { areaId, state, seed, pass } = held
    await mustBeOfAnother(db, officialId)
    if (state !== 'open' && state !== 'closed') throw attemptProblem('attempt.not_open')
    if ((await classOfTest(db, testId)).off) throw attemptProblem('attempt.class_off')
    if (!(await attempts.isEnrolled(db, { test: testId, official: officialId })))
      throw attemptProblem('attempt.not_enrolled')
    const before = await attempts.attemptsBefore(db, testId, officialId)
    if (before >= held.attempts) throw attemptProblem('attempt.used', { n: before })
    const sheets = await sheetsOf(db, testId)
    const places = orderOf(
      sheets.map(({ number }) => number),
      seed,
      variant,
    )
    const answers = readSheet({ sheets, places, written })
    const at = instantOf(services.clock)
    const number = before + 1
    await attempts.insertAttempt(db, {
      ...{ id, testId, areaId, officialId, number, way: 'paper', variant, places, answers },
      ...{ sessionId: null, begunAt: at, sentAt: at, by: actor.accountId },
    })
    const mark = await markOne(db, law, { id, areaId, answers, pass, by: actor.accountId })
    await attempts.insertMarks(db, [mark])
    const event = testEvent('attempt.paper_entered', { subject: testId, area: areaId, facts: { number } })
    return happened(event, { testAttemptId: id, mark: markIn(mark) })
  })

const correctPaper = (law: Law, touches: Touches) =>
  change(contract.correctPaper, async ({ db, actor, input, today }) => {
    const { testAttemptId: id, variant, written, seen, because } = input
    const found = await attempts.findAttempt(db, id)
    if (!found) throw attemptProblem('attempt.not_found')
    const { testId, areaId, way, officialId } = found
    const held = await mustHoldTest({ db, actor }, testId)
    await mustBeOfAnother(db, officialId)
    if (way !== 'paper') throw attemptProblem('attempt.not_paper')
    await attempts.holdAttempt(db, id)
    const now = await attempts.markNow(db, id)
    if (now?.number !== seen) throw attemptProblem('attempt.marked_since')
    const sheets = await sheetsOf(db, testId)
    const places = orderOf(
      sheets.map(({ number }) => number),
      held.seed,
      variant,
    )
    const answers = readSheet({ sheets, places, written })
    const passed = await attempts.passes(db, testId, officialId)
    await attempts.setAnswers(db, id, { answers, variant, places })
    const first = await markOne(db, law, { id, areaId, answers, pass: held.pass, by: actor.accountId })
    const mark = { ...first, number: seen + 1, because }
    await attempts.insertMarks(db, [mark])
    const event = testEvent('attempt.paper_corrected', { subject: testId, area: areaId, facts: { because } })
    const lost = passed && !(await attempts.passes(db, testId, officialId))
    const intent = {
      of: 'class_test',
      id: testId,
      act: testRemarked,
      on: today,
      people: lost ? [officialId] : [],
    } as const
    return happened(event, { testAttemptId: id, mark: markIn(mark), told: await touches.tell({ db, actor }, intent) })
  })

export const attemptChanges = (law: Law, touches: Touches) => [
  ...[beginTest, answerTest, sendTest(law), enterPaper(law), correctPaper(law, touches)],
]
