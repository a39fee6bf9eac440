/** A body is founded, corrected, dissolved. */
import { mustBeAble } from '#features/areas/must.ts'
import { holdTreeStill } from '#features/areas/queries.ts'
import { lastMade, makerOf } from '#features/people/audit/maker.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { BodyId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import { merged, type Touching } from '#kernel/revisions.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import * as contract from '../contract.ts'
import { bodyEvent } from '../events.ts'
import { mustBeDecided, mustBeTerm, mustNotBeDissolved, mustStand } from '../must.ts'
import { bodyProblem } from '../problems.ts'
import * as bodies from '../queries.ts'
import { isDissolved, spanSaid } from '../rules.ts'

/** The body, which stands still until the change ends; throws where the actor may not change it. */
export async function heldBody({ db, actor }: Parameters<typeof mustBeAble>[0], id: BodyId): Promise<bodies.Body> {
  const body = await bodies.holdBody(db, id)
  if (!body) throw bodyProblem('bodies.not_found')
  await mustBeAble({ db, actor }, 'body.write', body.unitId)
  return body
}

const tidied = (of: bodies.Founded): bodies.Founded => ({
  ...{ ...of, name: tidy(of.name), watches: tidy(of.watches), watchesCode: tidy(of.watchesCode) },
  ...{ decisionNumber: tidy(of.decisionNumber), decidedBy: tidy(of.decidedBy) },
})

export const addBody = change(contract.addBody, async ({ db, actor, input, today }) => {
  const { bodyId, unitId, kind, from, also = false, ...founded } = input
  await holdTreeStill(db)
  await mustBeAble({ db, actor }, 'body.write', unitId)
  mustBeTerm({ from, until: founded.until }, today)
  mustBeDecided(founded.decidedOn, { from, today })
  await mustStand(db, { kind, unitId, from, until: founded.until })
  const body = { bodyId, unitId, kind, from, ...tidied(founded) }
  await bodies.holdFounding(db, unitId)
  const namesake = also ? undefined : await bodies.namesakeOf(db, body)
  if (namesake) {
    const { vi, en } = spanSaid(namesake)
    throw bodyProblem('bodies.namesake', {
      ...{ name: namesake.name, number: namesake.decisionNumber, span: vi, spanEn: en },
    })
  }
  await bodies.insertBody(db, body, { by: actor.accountId })
  return happened(bodyEvent('body.founded', { subject: bodyId, area: unitId, facts: { kind } }), { bodyId })
})

/** "2 thành viên, 1 cuộc họp". */
function heldSaid({ members, meetings }: { members: number; meetings: number }) {
  const vi = [members > 0 && `${members} thành viên`, meetings > 0 && `${meetings} cuộc họp`]
  const en = [members > 0 && `members: ${members}`, meetings > 0 && `meetings: ${meetings}`]
  return { what: vi.filter(Boolean).join(', '), whatEn: en.filter(Boolean).join(', ') }
}

/** Refuses an end before what the body still has. */
async function mustHoldNothing(db: Db, body: BodyId, end: Parameters<typeof bodies.heldAfter>[2]): Promise<void> {
  const held = await bodies.heldAfter(db, body, end)
  if (held.members + held.meetings > 0) throw bodyProblem('bodies.held_after', heldSaid(held))
}

const fields = ['name', 'watches', 'watchesCode', 'decisionNumber', 'decidedOn', 'decidedBy', 'until'] as const

/** Of each field who wrote it last. */
async function tellTouching(db: Db, { bodyId, unitId }: bodies.Body, all: readonly Touching[]) {
  const touching: object[] = []
  for (const one of all) {
    const made = await lastMade(db, { subject: bodyId, what: 'body.changed', facts: { fields: [one.field] } })
    touching.push({ ...one, ...(await makerOf(db, unitId, made)) })
  }
  return problem('record.changed_since', { count: touching.length, touching })
}

export const changeBody = change(contract.changeBody, async ({ db, actor, input, today }) => {
  const { bodyId, was, ...wanted } = input
  await holdTreeStill(db)
  const now = await heldBody({ db, actor }, bodyId)
  mustNotBeDissolved(now)
  const { set, touching } = merged({ was: was ?? null, wanted, now })
  if (touching.length > 0) throw await tellTouching(db, now, touching)
  const next = { ...now, ...set }
  mustBeDecided(next.decidedOn, { from: now.from, today })
  if (next.until !== now.until) {
    mustBeTerm(next, today)
    await mustStand(db, next)
    if (next.until) await mustHoldNothing(db, bodyId, { until: next.until, lasting: true })
  }
  await bodies.updateBody(db, bodyId, tidied(next))
  const facts = { fields: fields.filter((field) => next[field] !== now[field]) }
  return happened(bodyEvent('body.changed', { subject: bodyId, area: now.unitId, facts }), { bodyId })
})

type Dissolving = { readonly last: PlainDate; readonly because: string; readonly today: PlainDate }

/** It ends after its last day, and whoever sits in it then; throws where the day cannot be, or something comes after it. */
async function dissolved(db: Db, body: bodies.Body, { last, because, today }: Dissolving): Promise<void> {
  const ends = body.until && addDays(body.until, -1) < today ? addDays(body.until, -1) : today
  if (last < body.from || last > ends)
    throw bodyProblem('bodies.dissolved_when', { first: showDate(body.from), last: showDate(ends) })
  const until = addDays(last, 1)
  await mustHoldNothing(db, body.bodyId, { until, lasting: false })
  await bodies.closeBody(db, body.bodyId, { until, because })
  await bodies.endMembers(db, body.bodyId, { until, because })
}

export const dissolveBody = change(contract.dissolveBody, async ({ db, actor, input, today }) => {
  const { bodyId, last, because, mistaken = false } = input
  const body = await heldBody({ db, actor }, bodyId)
  mustNotBeDissolved(body)
  if (mistaken) {
    const { meetings } = await bodies.heldAfter(db, bodyId, { until: body.from, lasting: false })
    if (meetings > 0) throw bodyProblem('bodies.has_met', { meetings })
    await bodies.annulBody(db, body, because)
    const facts = { because, mistaken }
    return happened(bodyEvent('body.dissolved', { subject: bodyId, area: body.unitId, facts }), { bodyId })
  }
  await dissolved(db, body, { last, because, today })
  return happened(bodyEvent('body.dissolved', { subject: bodyId, area: body.unitId, facts: { because } }), { bodyId })
})

/** It was dissolved on another day, or not at all. It is judged as if it were entered now, on the terms there were before. */
export const correctDissolution = change(contract.correctDissolution, async ({ db, actor, input, today }) => {
  const { bodyId, last, because, seen } = input
  const body = await heldBody({ db, actor }, bodyId)
  if (body.dissolvedBecause === null || body.until === null) throw bodyProblem('bodies.not_dissolved')
  if (!isDissolved(body)) throw bodyProblem('bodies.never_was')
  if (body.until !== seen) throw bodyProblem('bodies.dissolution_changed')
  await bodies.reopenBody(db, bodyId)
  if (last !== null) await dissolved(db, { ...body, until: body.termUntil }, { last, because, today })
  const facts = { wasLast: addDays(body.until, -1), last, because }
  return happened(bodyEvent('body.dissolution_corrected', { subject: bodyId, area: body.unitId, facts }), { bodyId })
})
