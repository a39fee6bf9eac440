/** What is done with a framework: a draft begun, changed, dropped, approved, followed by a new version. Its topics: topics.ts. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { mergedOrTold } from '#features/people/audit/must.ts'
import { type PlainDate, plainDate, showDate } from '#kernel/dates.ts'
import { changedIn } from '#kernel/event.ts'
import type { AreaId, FrameworkId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { trainingEvent } from '../events.ts'
import { holdUnit } from '../plan/store/drafts.ts'
import * as contract from './contract.ts'
import { mustHoldDraft } from './must.ts'
import { frameworkProblem } from './problems.ts'
import * as frameworks from './queries.ts'
import { lacksOf } from './rules.ts'

/** The topics of one framework as those of another, in the same transaction. */
async function copyTopics(db: Db, from: FrameworkId, to: { frameworkId: FrameworkId; areaId: AreaId }) {
  const topics = await frameworks.topicsOf(db, from)
  for (const { frameworkTopicId: _of, ...topic } of topics)
    await frameworks.insertTopic(db, to, { id: newId<'framework_topic'>(), ...topic })
  return topics.length
}

export const beginFramework = change(contract.beginFramework, async ({ db, actor, input, today }) => {
  const { frameworkId, areaId, copyOf, ...said } = input
  await mustBeAble({ db, actor }, 'training.manage', areaId)
  if ((await findArea(db, areaId, today))?.level !== 'province') throw frameworkProblem('framework.not_province')
  if (copyOf && !(await frameworks.standingOf(db, copyOf))) throw frameworkProblem('framework.not_found')
  await frameworks.insertFramework(db, {
    ...{ ...said, name: tidy(said.name), id: frameworkId, areaId, lineId: frameworkId, version: 1 },
    by: actor.accountId,
  })
  const topics = copyOf ? await copyTopics(db, copyOf, { frameworkId, areaId }) : 0
  const event = trainingEvent('framework.begun', { subject: frameworkId, area: areaId, facts: { version: 1, topics } })
  return happened(event, { frameworkId })
})

export const newVersion = change(contract.newVersion, async ({ db, actor, input, today }) => {
  const { frameworkId, nextId } = input
  const found = await frameworks.findFramework(db, frameworkId, today)
  if (!found?.areaId) throw frameworkProblem('framework.not_found')
  const { areaId, lineId, name, periodFrom, periodUntil, programme, note } = found
  await mustBeAble({ db, actor }, 'training.manage', areaId)
  if (found.state !== 'approved') throw frameworkProblem('framework.not_approved')
  const drafted = await frameworks.draftOf(db, lineId)
  if (drafted) throw frameworkProblem('framework.drafted_already', { frameworkId: drafted })
  const version = await frameworks.nextVersion(db, lineId)
  // A copy of an earlier one would leave out without a word what was changed since.
  if (version > found.version + 1) throw frameworkProblem('framework.superseded', { version: version - 1 })
  await frameworks.insertFramework(db, {
    ...{ id: nextId, areaId, lineId, version, by: actor.accountId },
    ...{ name, periodFrom, periodUntil, programmeId: programme?.programmeId ?? null, note },
  })
  const topics = await copyTopics(db, frameworkId, { frameworkId: nextId, areaId })
  const event = trainingEvent('framework.begun', { subject: nextId, area: areaId, facts: { version, topics } })
  return happened(event, { frameworkId: nextId })
})

const particulars = ({ name, periodFrom, periodUntil, programmeId, note }: frameworks.Particulars) => ({
  ...{ name, periodFrom, periodUntil, programmeId, note },
})

export const changeFramework = change(contract.changeFramework, async ({ db, actor, input }) => {
  const { frameworkId, was, ...wanted } = input
  const held = await mustHoldDraft({ db, actor }, 'training.manage', frameworkId)
  const now = particulars(held)
  const edit = { was: was ?? null, wanted, now }
  const of = { areaId: held.areaId, subject: frameworkId, what: 'framework.changed' }
  const set = await mergedOrTold(db, edit, of)
  const said = { ...now, ...set } as frameworks.Particulars
  await frameworks.updateFramework(db, frameworkId, { ...said, name: tidy(said.name) })
  await frameworks.countEdit(db, frameworkId, actor.accountId)
  const facts = { changes: changedIn(now, said, Object.keys(now)) }
  return happened(trainingEvent('framework.changed', { subject: frameworkId, area: held.areaId, facts }), {
    frameworkId,
  })
})

export const dropFramework = change(contract.dropFramework, async ({ db, actor, input }) => {
  const { frameworkId, because } = input
  const { areaId, version } = await mustHoldDraft({ db, actor }, 'training.manage', frameworkId)
  await frameworks.deleteFramework(db, frameworkId)
  const event = trainingEvent('framework.dropped', {
    subject: frameworkId,
    area: areaId,
    facts: { version, because },
  })
  return happened(event, { frameworkId })
})

const firstDay = plainDate('2000-01-01')

type Version = Pick<frameworks.Held, 'lineId' | 'version' | 'periodUntil'>
/** Not before the version before it, nor after the next, the last year it is for, or today. */
async function mustBePlausible(db: Db, held: Version, { on, today }: { on: PlainDate; today: PlainDate }) {
  const { before, after } = await frameworks.approvedAround(db, held)
  const first = before ?? firstDay
  const end = plainDate(`${held.periodUntil ?? 2100}-12-31`)
  const last = [end, today, after ?? today].sort()[0] ?? today
  if (first > last) throw frameworkProblem('framework.over', { first: showDate(first), last: showDate(last) })
  if (on < first || on > last)
    throw frameworkProblem('framework.day_far', { first: showDate(first), last: showDate(last) })
}

export const approveFramework = change(contract.approveFramework, async ({ db, actor, input, today }) => {
  const { frameworkId, decidedOn, issuer, edits } = input
  const number = tidy(input.number)
  const held = await mustHoldDraft({ db, actor }, 'training.approve', frameworkId)
  if (held.workedBy.includes(actor.accountId)) throw frameworkProblem('framework.own_draft')
  if (held.edits !== edits) throw frameworkProblem('framework.changed_since')
  const topics = await frameworks.topicsOf(db, frameworkId)
  const lacks = lacksOf(topics, held)
  if (lacks.length > 0) {
    const said = { vi: lacks.map(({ vi }) => vi).join(' '), en: lacks.map(({ en }) => en).join(' ') }
    throw frameworkProblem('framework.lacks', { lacks: said })
  }
  if (held.version > 1 && held.edits === 0) throw frameworkProblem('framework.nothing_changed')
  await mustBePlausible(db, held, { on: decidedOn, today })
  // Two that are approved in one second take their numbers one after the other.
  await holdUnit(db, held.areaId)
  if (await frameworks.isNumberTaken(db, held.areaId, { number, on: decidedOn }))
    throw frameworkProblem('framework.number_taken')
  const said = { number, on: decidedOn, issuer: tidy(issuer), by: actor.accountId }
  if (!(await frameworks.approve(db, frameworkId, said))) throw frameworkProblem('framework.fixed')
  const facts = { number, day: decidedOn, version: held.version, topics: topics.length }
  return happened(trainingEvent('framework.approved', { subject: frameworkId, area: held.areaId, facts }), {
    frameworkId,
  })
})

const decided = ['number', 'decidedOn', 'issuer'] as const

export const correctFrameworkDecision = change(
  contract.correctFrameworkDecision,
  async ({ db, actor, input, today }) => {
    const { frameworkId, was, because, number, decidedOn, issuer } = input
    const standing = await frameworks.standingOf(db, frameworkId)
    if (!standing) throw frameworkProblem('framework.not_found')
    if (!standing.area_id) throw frameworkProblem('framework.fixed')
    await mustBeAble({ db, actor }, 'training.approve', standing.area_id)
    await holdUnit(db, standing.area_id)
    const now = await frameworks.findDecided(db, frameworkId)
    if (!now) throw frameworkProblem('framework.not_approved')
    if (now.workedBy.includes(actor.accountId)) throw frameworkProblem('framework.own_draft')
    const wanted = { number: tidy(number), decidedOn, issuer: tidy(issuer) }
    const told = { areaId: standing.area_id, subject: frameworkId, what: 'framework.decision_corrected' }
    const is = { ...now, ...(await mergedOrTold(db, { was, wanted, now }, told)) }
    if (decided.every((field) => now[field] === is[field])) throw frameworkProblem('framework.decision_same')
    const day = is.decidedOn
    await mustBePlausible(db, now, { on: day, today })
    if (day > now.decidedOn) {
      const { first, plans } = await frameworks.plansOn(db, frameworkId)
      if (first && day > first)
        throw frameworkProblem('framework.decided_after', { plans: String(plans), day: showDate(first) })
    }
    const numbered = { number: is.number, on: day, self: frameworkId }
    if (await frameworks.isNumberTaken(db, standing.area_id, numbered)) throw frameworkProblem('framework.number_taken')
    if (!(await frameworks.correct(db, frameworkId, { ...is, today, because })))
      throw frameworkProblem('framework.not_found')
    const facts = { changes: changedIn(now, is, decided), because, version: now.version }
    const of = { subject: frameworkId, area: standing.area_id, facts }
    return happened(trainingEvent('framework.decision_corrected', of), { frameworkId })
  },
)
