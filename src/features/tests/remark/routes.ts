/** A question whose key was wrong: what marking it anew would change, and doing it. By itself it lowers nobody. */
import { mustBeAble } from '#features/areas/must.ts'
import { type Law, lawOf } from '#features/standards/law.ts'
import type { Library } from '#features/standards/library.ts'
import type { ClassTestId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, change, happened, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import type { Touches } from '#platform/server/touches.ts'
import { markerOf } from '../attempts/judged.ts'
import { holdAttempts, insertMarks } from '../attempts/queries.ts'
import { passes, standing } from '../attempts/rules.ts'
import type { QuestionBody } from '../bank/model.ts'
import type { PassMark, RemarkHow, TestState } from '../drawn/model.ts'
import { mustHoldTest } from '../drawn/must.ts'
import { classTestProblem } from '../drawn/problems.ts'
import { countChange, findTest } from '../drawn/queries.ts'
import { testEvent, testRemarked } from '../events.ts'
import { remarkedColumns } from './columns.ts'
import * as contract from './contract.ts'
import { remarkProblem } from './problems.ts'
import * as remarks from './queries.ts'
import { after, comparable, sameKey } from './rules.ts'

type Asked = {
  readonly item: number
  readonly how: RemarkHow
  readonly version: number | null
  readonly lowers: boolean
}
type Items = Awaited<ReturnType<typeof remarks.itemsWith>>
type Of = { readonly test: ClassTestId; readonly state: TestState; readonly pass: PassMark | null }

/** What would be of the question and of each attempt; throws where it cannot be. */
async function worked(db: Db, law: Law, { test, state, pass }: Of, { item, how, version, lowers }: Asked) {
  if (state !== 'open' && state !== 'closed') throw remarkProblem('remark.not_open')
  const items = await remarks.itemsWith(db, test)
  const of = items.find(({ number }) => number === item)
  if (!of) throw remarkProblem('remark.item')
  if (how !== 'drop') mustBeAlike(of, version)
  const counted = after(of, how, how === 'drop' ? null : version)
  if (counted.dropped && items.every(({ number, dropped }) => dropped || number === item))
    throw remarkProblem('remark.last')
  if (counted.dropped === of.dropped && (of.dropped || sameKeys(of, counted.markedBy)))
    throw remarkProblem('remark.same')
  const next = items.map((one) => (one.number === item ? { ...one, ...counted } : one))
  const mark = await markerOf(db, law, remarks.keyedOf(next))
  const sent = await remarks.sentOf(db, test)
  const changed = sent.flatMap((attempt) => {
    const { points, worth } = mark(attempt.answers)
    const anew = { ...points, passed: passes(points, pass), worth }
    const kept = standing<typeof anew>(attempt.mark, anew, lowers)
    const same =
      kept.num === attempt.mark.num && kept.of === attempt.mark.of && kept.questions === attempt.mark.questions
    return same ? [] : [{ attempt, kept }]
  })
  const keptOf = new Map(changed.map(({ attempt, kept }) => [attempt.id, kept]))
  const passedBy = (of: readonly remarks.Sent[], now: (one: remarks.Sent) => boolean | null) =>
    new Set(of.filter(now).map(({ officialId }) => officialId))
  const still = passedBy(sent, (one) => (keptOf.get(one.id) ?? one.mark).passed)
  // Who passed by one attempt and no longer does by any.
  const lost = [...passedBy(sent, ({ mark: { passed } }) => passed)].filter((official) => !still.has(official))
  return { counted, changed, lost, attempts: sent.length }
}

/** Whether these versions mark as those do that mark it now: their keys are the same ones. */
function sameKeys({ versions, markedBy: now }: Items[number], next: readonly number[]): boolean {
  const keys = (of: readonly number[]) => versions.filter(({ version }) => of.includes(version)).map(({ body }) => body)
  const within = (some: readonly QuestionBody[], all: readonly QuestionBody[]) =>
    some.every((one) => all.some((other) => sameKey(one, other)))
  return within(keys(now), keys(next)) && within(keys(next), keys(now))
}

function mustBeAlike({ version: asked, versions }: Items[number], by: number | null) {
  const bodyOf = (version: number | null) => versions.find((one) => one.version === version)?.body
  const [first, other] = [bodyOf(asked), bodyOf(by)]
  if (!other) throw remarkProblem('remark.version')
  if (!first || !comparable(first, other)) throw remarkProblem('remark.not_alike')
}

async function previewed(law: Law, { db, actor, input, today }: Call<typeof contract.previewRemark>) {
  const { classTestId: test, item, how, version = null, lowers = false } = input
  const found = await findTest(db, test, today)
  if (!found) throw classTestProblem('class_test.not_found')
  await mustBeAble({ db, actor }, 'question.manage', found.areaId)
  const { changed, attempts, lost } = await worked(db, law, { test, ...found }, { item, how, version, lowers })
  const rows = changed.map(({ attempt, kept: { worth: _worth, ...mark } }) => {
    const { number: _number, worth: _was, ...before } = attempt.mark
    const { id: testAttemptId, officialId, name, number } = attempt
    return { testAttemptId, officialId, name, number, before, after: mark }
  })
  return { seen: found.revision, attempts, rows, lost, title: found.title }
}

const preview = (law: Law, touches: Touches) =>
  read(contract.previewRemark, async (call) => {
    const { title: _title, lost: people, ...found } = await previewed(law, call)
    const intent = { of: 'class_test', id: call.input.classTestId, act: testRemarked, on: call.today, people } as const
    return { ...found, told: await touches.tell(call, intent) }
  })

const previewFile = (law: Law) =>
  fileOf(
    contract.remarkFile,
    async (call) => {
      const { rows, title } = await previewed(law, call)
      return { rows, columns: remarkedColumns, title: { vi: `Chấm lại: ${title}`, en: `Marked anew: ${title}` } }
    },
    { whole: true },
  )

const mark = (law: Law) =>
  change(contract.remarkTest, async ({ db, actor, input }) => {
    const { classTestId: test, testRemarkId: id, item, how, lowers, seen, because } = input
    const version = how === 'drop' ? null : (input.version ?? null)
    const held = await mustHoldTest({ db, actor }, test, 'question.manage')
    if (held.revision !== seen) throw classTestProblem('class_test.changed_since')
    // Who sends meanwhile waits, and is marked by what is written here.
    await holdAttempts(db, test)
    const { counted, changed } = await worked(db, law, { test, ...held }, { item, how, version, lowers })
    await remarks.setCounted(db, test, { item, ...counted })
    await remarks.insertRemark(db, {
      ...{ id, test_id: test, area_id: held.areaId, item, how, version, lowers, because, changed: changed.length },
      ...{ made_by: actor.accountId, made_name: actor.name },
    })
    if (changed.length > 0)
      await insertMarks(
        db,
        changed.map(({ attempt, kept: { num, of, questions, passed, worth } }) => ({
          ...{
            attempt: attempt.id,
            area: attempt.areaId,
            number: attempt.mark.number + 1,
            num,
            of,
            questions,
            passed,
            worth,
          },
          ...{ remark: id, because, by: actor.accountId },
        })),
      )
    await countChange(db, test)
    const facts = { item, how, ...(version && { version }), lowers, changed: changed.length, because }
    return happened(testEvent(testRemarked, { subject: test, area: held.areaId, facts }), {
      testRemarkId: id,
      changed: changed.length,
    })
  })

export const remarkRoutes = (library: Library, touches: Touches): Route[] => {
  const law = lawOf(library)
  return [preview(law, touches), previewFile(law), mark(law)]
}
