/** A meeting is called, written down, called off; its signed minutes are kept. */
import type { mustBeAble } from '#features/areas/must.ts'
import { keepScan, seenScan } from '#features/papers/files.ts'
import { lastMade, makerOf } from '#features/people/audit/maker.ts'
import { type Instant, type PlainDate, showDate, showTime } from '#kernel/dates.ts'
import type { BodyMeetingId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import { merged, type Touching } from '#kernel/revisions.ts'
import { tidy } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { heldBody } from '../../changes/bodies.ts'
import { bodyEvent } from '../../events.ts'
import { mustHaveUnit, mustMeetWithin, mustNotBeDissolved } from '../../must.ts'
import { bodyProblem } from '../../problems.ts'
import { type Body, sittingOn } from '../../queries.ts'
import * as contract from '../contract.ts'
import { minutesOf } from '../inputs.ts'
import * as meetings from '../queries.ts'
import { isChaired, isPast, movesAfter } from '../rules.ts'

const tidyCalled = (of: meetings.Called): meetings.Called => ({
  ...of,
  place: tidy(of.place),
  agenda: of.agenda.map(tidy),
})

/** Refuses a second meeting of a body, which is held, on the same day at the same hour: members would be invited twice. */
async function mustMeetOnce(db: Db, of: Parameters<typeof meetings.meetsThen>[1]): Promise<void> {
  if (await meetings.meetsThen(db, of))
    throw bodyProblem('bodies.meeting_twice', { when: [of.time, showDate(of.on)].filter(Boolean).join(' ') })
}

export const callMeeting = change(contract.callMeeting, async ({ db, actor, input, today }) => {
  const { bodyId, meetingId, ...called } = input
  const body = await heldBody({ db, actor }, bodyId)
  mustNotBeDissolved(body)
  mustMeetWithin(body, { on: called.on, today })
  await mustHaveUnit(db, body, { at: 'on', day: called.on })
  await mustMeetOnce(db, { bodyId, meetingId, on: called.on, time: called.time })
  await meetings.insertMeeting(db, { meetingId, bodyId, ...tidyCalled(called) }, { by: actor.accountId })
  const facts = { meeting: meetingId }
  return happened(bodyEvent('body.meeting_called', { subject: bodyId, area: body.unitId, facts }), {
    bodyId,
    meetingId,
  })
})

type Asking = Parameters<typeof mustBeAble>[0]
/** The meeting and its body, both of which stand still; throws where it was called off. */
export async function heldMeeting({ db, actor }: Asking, id: BodyMeetingId) {
  const seen = await meetings.findMeeting(db, id)
  if (!seen) throw bodyProblem('bodies.meeting_not_found')
  const body = await heldBody({ db, actor }, seen.bodyId)
  const meeting = (await meetings.findMeeting(db, id)) ?? seen
  if (meeting.calledOff !== null) throw bodyProblem('bodies.meeting_off')
  return { body, meeting }
}

function mustNotBeSigned({ scanId }: meetings.Meeting): void {
  if (scanId !== null) throw bodyProblem('bodies.meeting_signed')
}

type Written = meetings.Called & meetings.Minuted
const isMinuted = ({ present, guests, conclusions }: Written) =>
  present.length > 0 || guests.trim() !== '' || conclusions.length > 0

/** Refuses minutes of a meeting to come, somebody there who is no member on its day, and a meeting that nobody led. */
async function mustBeMinutes(db: Db, body: Body, { next, today }: { next: Written; today: PlainDate }): Promise<void> {
  mustMeetWithin(body, { on: next.on, today })
  if (next.chairedBy !== null && !next.present.includes(next.chairedBy)) throw bodyProblem('bodies.chair_absent')
  if (!isMinuted(next)) return
  if (next.on > today) throw bodyProblem('bodies.minutes_early', { day: showDate(next.on) })
  const members = await sittingOn(db, body.bodyId, next.on)
  const sits = new Set(members.map((one) => one.officialId))
  if (next.present.some((one) => !sits.has(one))) throw bodyProblem('bodies.not_member')
  if (next.present.length > 0 && !isChaired(next, members)) throw bodyProblem('bodies.chair_missing')
}

/** Of each field who wrote it last. */
async function tellTouching(
  db: Db,
  { body, meeting }: { body: Body; meeting: meetings.Meeting },
  all: readonly Touching[],
) {
  const touching: object[] = []
  for (const one of all) {
    const facts = { meeting: meeting.meetingId, fields: [one.field] }
    const made = await lastMade(db, { subject: body.bodyId, what: 'body.meeting_written', facts })
    touching.push({ ...one, ...(await makerOf(db, body.unitId, made)) })
  }
  return problem('record.changed_since', { count: touching.length, touching })
}

type Moving = {
  readonly meeting: meetings.Meeting
  readonly next: Written
  readonly today: PlainDate
  readonly now: Instant
}
/** Refuses to move a meeting to come to a time that is over, for nobody could come. */
function mustNotMoveBack({ meeting, next, today, now }: Moving): void {
  const moment = { day: today, time: showTime(now) }
  if (isPast(meeting, moment) || isMinuted(next) || !isPast(next, moment)) return
  throw bodyProblem('bodies.meeting_past', { when: [next.time, showDate(next.on)].filter(Boolean).join(' ') })
}

const written = ['on', 'time', 'place', 'agenda', 'present', 'guests', 'chairedBy', 'conclusions'] as const

export const writeMeeting = change(contract.writeMeeting, async ({ db, actor, input, today, services }) => {
  const { meetingId, was, past = false, ...wanted } = input
  const { body, meeting } = await heldMeeting({ db, actor }, meetingId)
  mustNotBeSigned(meeting)
  const { set, touching } = merged({ was: was ?? null, wanted, now: meeting })
  if (touching.length > 0) throw await tellTouching(db, { body, meeting }, touching)
  const merge: Written = { ...meeting, ...set }
  const next = {
    ...merge,
    ...tidyCalled(merge),
    guests: tidy(merge.guests),
    present: [...new Set(merge.present)].toSorted(),
    conclusions: merge.conclusions.map(tidy),
  }
  await mustBeMinutes(db, body, { next, today })
  if (next.on !== meeting.on) await mustHaveUnit(db, body, { at: 'on', day: next.on })
  if (next.on !== meeting.on || next.time !== meeting.time)
    await mustMeetOnce(db, { bodyId: body.bodyId, meetingId, on: next.on, time: next.time })
  if (!past) mustNotMoveBack({ meeting, next, today, now: instantOf(services.clock) })
  const moves = movesAfter(meeting, next, isMinuted(meeting) || isMinuted(next))
  await meetings.updateMeeting(db, meetingId, { ...next, moves })
  const fields = written.filter((field) => JSON.stringify(next[field]) !== JSON.stringify(meeting[field]))
  const facts = { meeting: meetingId, fields }
  const event = bodyEvent('body.meeting_written', { subject: body.bodyId, area: body.unitId, facts })
  return happened(event, { bodyId: body.bodyId })
})

export const callOffMeeting = change(contract.callOffMeeting, async ({ db, actor, input }) => {
  const { meetingId, because } = input
  const { body, meeting } = await heldMeeting({ db, actor }, meetingId)
  mustNotBeSigned(meeting)
  if (isMinuted(meeting) || (await meetings.hasTasks(db, meetingId))) throw bodyProblem('bodies.meeting_held')
  await meetings.callOff(db, meetingId, because)
  const facts = { meeting: meetingId, because }
  const event = bodyEvent('body.meeting_called_off', { subject: body.bodyId, area: body.unitId, facts })
  return happened(event, { bodyId: body.bodyId })
})

export const keepMinutes = change(contract.keepMinutes, {
  work: ({ file, services }) => seenScan(file, services.readers),
  act: async ({ db, actor, input }, page) => {
    const { meetingId, fingerprint } = input
    const { body, meeting } = await heldMeeting({ db, actor }, meetingId)
    mustNotBeSigned(meeting)
    const minutes = await minutesOf(db, { meeting, body })
    if (!minutes) throw bodyProblem('bodies.minutes_missing')
    if (minutes.fingerprint !== fingerprint) throw bodyProblem('bodies.minutes_changed')
    const scan = await keepScan(db, page, { area: body.unitId, by: actor.accountId })
    await meetings.keepPaper(db, meetingId, { scan, paper: JSON.stringify(minutes) })
    const facts = { meeting: meetingId }
    const event = bodyEvent('body.minutes_signed', { subject: body.bodyId, area: body.unitId, facts })
    return happened(event, { bodyId: body.bodyId })
  },
})

export const replaceSigned = change(contract.replaceSigned, {
  work: ({ file, services }) => seenScan(file, services.readers),
  act: async ({ db, actor, input, today }, seen) => {
    const { meetingId, scanId: page, because } = input
    const { body, meeting } = await heldMeeting({ db, actor }, meetingId)
    if (meeting.scanId === null) throw bodyProblem('bodies.no_scan')
    if (meeting.scanId !== page) throw bodyProblem('bodies.page_replaced')
    const scan = await keepScan(db, seen, { area: body.unitId, by: actor.accountId })
    const earlier = [...meeting.earlierPages, { page, until: today, because: tidy(because) }]
    await meetings.replacePage(db, meetingId, { scan, earlier })
    const facts = { meeting: meetingId, because: tidy(because) }
    const event = bodyEvent('body.signed_page_replaced', { subject: body.bodyId, area: body.unitId, facts })
    return happened(event, { bodyId: body.bodyId })
  },
})
