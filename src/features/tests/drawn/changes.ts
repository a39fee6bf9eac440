/** What is done with tests: drafted, changed, dropped, fixed by drawing, opened, closed, and taken back. */
import { mustBeAble } from '#features/areas/must.ts'
import { holdClass, placeOfClass } from '#features/classes/list/queries.ts'
import { mergedOrTold } from '#features/people/audit/must.ts'
import type { Law } from '#features/standards/law.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { changedIn } from '#kernel/event.ts'
import type { AreaId, ClassTestId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { sendOpen } from '../attempts/judged.ts'
import { questionKinds } from '../bank/model.ts'
import { testEvent } from '../events.ts'
import * as contract from './contract.ts'
import type { Lack, TestSaid } from './model.ts'
import { checked, mustHoldTest } from './must.ts'
import { classTestProblem } from './problems.ts'
import * as tests from './queries.ts'
import { drawn, sheetOf, stepTo } from './rules.ts'

const draft = change(contract.draftTest, async ({ db, actor, input, today }) => {
  const { classTestId: id, trainingClassId: classId, ...said } = input
  const area = await placeOfClass(db, classId)
  if (!area) throw classTestProblem('class_test.not_found')
  await mustBeAble({ db, actor }, 'class.manage', area)
  if ((await holdClass(db, classId))?.state === 'cancelled') throw classTestProblem('class_test.class_off')
  const kept = await checked(db, said, { area, today })
  await tests.insertTest(db, { id, classId, area, by: actor.accountId }, kept)
  const facts = { purpose: kept.purpose }
  return happened(testEvent('class_test.drafted', { subject: id, area, facts }), { classTestId: id })
})

async function mustHoldDraft(by: Parameters<typeof mustHoldTest>[0], id: ClassTestId): Promise<tests.Held> {
  const held = await mustHoldTest(by, id)
  if (held.state !== 'draft') throw classTestProblem('class_test.not_draft')
  return held
}

const fields = ['title', 'purpose', 'parts', 'seed', 'variants', 'pass', 'attempts', 'minutes'] as const

const rewrite = change(contract.changeTest, async ({ db, actor, input, today }) => {
  const { classTestId: id, was, ...wanted } = input
  const { areaId, classId: _class, state: _state, revision: _revision, ...now } = await mustHoldDraft({ db, actor }, id)
  const edit = { was: was ?? null, wanted, now }
  const set = await mergedOrTold(db, edit, { areaId, subject: id, what: 'class_test.changed' })
  const kept = await checked(db, { ...now, ...set } as TestSaid, { area: areaId, today })
  await tests.updateTest(db, id, kept)
  await tests.countChange(db, id)
  const facts = { changes: changedIn(now, kept, fields) }
  return happened(testEvent('class_test.changed', { subject: id, area: areaId, facts }), { classTestId: id })
})

const drop = change(contract.dropTest, async ({ db, actor, input }) => {
  const { classTestId: id, because } = input
  const { areaId } = await mustHoldDraft({ db, actor }, id)
  await tests.deleteTest(db, id)
  const facts = { because }
  return happened(testEvent('class_test.dropped', { subject: id, area: areaId, facts }), { classTestId: id })
})

/** "CĐ1, chọn một ý: thiếu 2" */
async function lacksSaid(db: Db, lacks: readonly Lack[], today: PlainDate): Promise<Said> {
  const named = await tests.topicsNamed(
    db,
    lacks.map(({ topicId }) => topicId),
    today,
  )
  const codes = new Map(named.map(({ topicId, code }) => [topicId, code]))
  const said = (language: 'vi' | 'en') =>
    lacks
      .map(({ topicId, kind, lacks: n }) => {
        const of = [codes.get(topicId) ?? '', ...(kind ? [questionKinds[kind][language].toLowerCase()] : [])].join(', ')
        return language === 'vi' ? `${of}: thiếu ${n} câu` : `${of}: ${n} missing`
      })
      .join('; ')
  return { vi: said('vi'), en: said('en') }
}

type Drawing = { readonly id: ClassTestId; readonly area: AreaId; readonly today: PlainDate }
/** Draws what is asked, in the versions of today; throws where the bank has too little. */
async function fix(db: Db, { parts, seed, purpose, pass }: TestSaid, { id, area, today }: Drawing): Promise<number> {
  if (purpose !== 'before' && pass === null) throw classTestProblem('class_test.no_pass')
  const bank = await tests.bankOf(
    db,
    area,
    parts.map(({ topicId }) => topicId),
  )
  const { items, lacks } = drawn(bank, { parts, seed })
  if (lacks.length > 0) throw classTestProblem('class_test.bank_lacks', { lacks: await lacksSaid(db, lacks, today) })
  const numbered = items.map(({ questionId, version, topicId, ask, body }, at) => ({
    ...{ number: at + 1, questionId, version, topicId, sheet: sheetOf(ask, body) },
  }))
  await tests.insertItems(db, { test: id, area }, numbered)
  return items.length
}

const said = { fixed: 'class_test.fixed', open: 'class_test.opened', closed: 'class_test.closed' } as const

const step = (law: Law) =>
  change(contract.stepTest, async ({ db, actor, input, today, services }) => {
    const { classTestId: id, seen, to, because = '' } = input
    const held = await mustHoldTest({ db, actor }, id)
    const { areaId: area, state: from } = held
    if (from !== seen) throw classTestProblem('class_test.changed_since')
    const how = stepTo(from, to)
    if (how === null) throw classTestProblem('class_test.no_step')
    const ofClass = await tests.classOfTest(db, id)
    if (to === 'open' && ofClass.off) throw classTestProblem('class_test.class_called_off')
    if (to === 'open' && how === 'back' && ofClass.wasCompleted) throw classTestProblem('class_test.answers_shown')
    const answer = { classTestId: id, taken: 0 }
    if (how === 'back') {
      const begun = await tests.countBegun(db, id)
      if (begun > 0 && to !== 'open') throw classTestProblem('class_test.begun', { n: begun })
      if (because === '') throw classTestProblem('class_test.because')
      if (to === 'draft') await tests.deleteItems(db, id)
    }
    const questions = how === 'on' && to === 'fixed' ? await fix(db, held, { id, area, today }) : null
    // What somebody is still answering counts as it stands.
    const at = instantOf(services.clock)
    const taken = to === 'closed' ? await sendOpen(db, law, { test: id, pass: held.pass, at, by: actor.accountId }) : 0
    await tests.setState(db, id, to)
    await tests.countChange(db, id)
    const what = how === 'on' && to !== 'draft' ? said[to] : 'class_test.taken_back'
    const facts = { state: to, ...(questions && { questions }), ...(taken && { taken }), ...(because && { because }) }
    return happened(testEvent(what, { subject: id, area, facts }), { ...answer, taken })
  })

export const testChanges = (law: Law) => [draft, rewrite, drop, step(law)]
