/** What the paper of a meeting says: as it was kept with the signed page, before that as its rows say it now. */
import { createHash } from 'node:crypto'
import { namesOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type BodyMember, memberRoleWords } from '../model.ts'
import { type Body, sittingOn } from '../queries.ts'
import { chairOf, type MeetingPaper } from './documents/texts.ts'
import { type Called, findKept, type Meeting, type Minuted, type MyInvitation, tasksGivenAt } from './queries.ts'
import { isWritten } from './rules.ts'

export type Source = { readonly meeting: Meeting; readonly body: Body }

/** Minutes with the fingerprint of what they say; null of those that were signed before there was one. */
export type MinutesPaper = { readonly paper: MeetingPaper; readonly fingerprint: string | null }

/** "Xã Tam Hồng" as the date line has it: "Tam Hồng". */
const placeOf = (unit: string): string =>
  unit.replace(/^(Xã|Phường|Thị trấn|Đặc khu|Tỉnh|Thành phố|Huyện|Thị xã|Quận) /, '')

type Facts = {
  readonly kind: MeetingPaper['kind']
  readonly meeting: Called & Minuted
  readonly body: string
  readonly unit: string
  /** The organ that founded the body, by its decision: it stands above it. */
  readonly decidedBy: string
  readonly members: readonly Pick<BodyMember, 'officialId' | 'name' | 'role'>[]
  readonly tasks: MeetingPaper['tasks']
}
export function paperFrom({ kind, meeting, body, unit, decidedBy, members, tasks }: Facts): MeetingPaper {
  const nameOf = (role: string) => members.find((one) => one.role === role)?.name ?? null
  const present = new Set<string>(meeting.present)
  const chair = members.find((one) => one.officialId === meeting.chairedBy)?.name ?? nameOf('head')
  return {
    ...{ kind, issuer: { superior: decidedBy, name: body, place: placeOf(unit) }, body },
    ...{ on: meeting.on, time: meeting.time, place: meeting.place, agenda: meeting.agenda },
    ...{ guests: meeting.guests, conclusions: meeting.conclusions },
    members: members.map((one) => ({
      ...{ name: one.name, role: memberRoleWords[one.role].vi, present: present.has(one.officialId) },
    })),
    ...{ tasks, head: nameOf('head'), chair, secretary: nameOf('secretary') },
  }
}

export const fingerprintOf = (paper: MeetingPaper): string =>
  createHash('sha256').update(JSON.stringify(paper)).digest('hex')

async function readPaper(db: Db, { meeting, body }: Source, kind: MeetingPaper['kind']): Promise<MeetingPaper> {
  const unit = (await namesOn(db, [body.unitId], meeting.on)).get(body.unitId) ?? ''
  const members = await sittingOn(db, body.bodyId, meeting.on)
  const tasks = await tasksGivenAt(db, meeting)
  return paperFrom({ kind, meeting, body: body.name, unit, decidedBy: body.decidedBy, members, tasks })
}

const keptOf = (db: Db, { meetingId, scanId }: Meeting) =>
  scanId === null ? null : findKept<MinutesPaper>(db, meetingId)

/** Null where they are not whole yet. */
export async function minutesOf(db: Db, source: Source): Promise<MinutesPaper | null> {
  const kept = await keptOf(db, source.meeting)
  if (kept) return kept
  if (!isWritten(source.meeting)) return null
  const paper = await readPaper(db, source, 'minutes')
  if (source.meeting.scanId !== null) return { paper, fingerprint: null }
  // Nobody signs for the chair of a meeting that nobody led: it is not paper yet.
  return chairOf(paper) ? { paper, fingerprint: fingerprintOf(paper) } : null
}

/** With the names of then, once the minutes are kept. */
export async function invitationOf(db: Db, source: Source): Promise<MeetingPaper> {
  const kept = await keptOf(db, source.meeting)
  const paper = kept?.paper ?? (await readPaper(db, source, 'invitation'))
  return { ...paper, kind: 'invitation', writtenOn: writtenOn(source.meeting) }
}

/** An invitation was written when the meeting was called: not where it was moved since, or entered after it was held. */
const writtenOn = ({ calledOn, moves, on }: Pick<Meeting, 'calledOn' | 'moves' | 'on'>): PlainDate | null =>
  moves.length === 0 && calledOn <= on ? calledOn : null

/** The same for who is invited, and may read nothing else of the body. */
export async function invitationToMe(db: Db, found: MyInvitation) {
  const paper = found.paper ? (found.paper as MinutesPaper).paper : await toMe(db, found, 'invitation')
  return { ...paper, kind: 'invitation', writtenOn: writtenOn(found) } as const
}

/** What was decided, for them; null before the minutes are signed. */
export async function minutesToMe(db: Db, found: MyInvitation): Promise<MinutesPaper | null> {
  if (found.paper) return found.paper as MinutesPaper
  return found.signed ? { paper: await toMe(db, found, 'minutes'), fingerprint: null } : null
}

const unsaid = { present: [], guests: '', chairedBy: null, conclusions: [], tasks: [] }
async function toMe(db: Db, found: MyInvitation, kind: MeetingPaper['kind']): Promise<MeetingPaper> {
  const { bodyName, unitId, members, decidedBy } = found
  const unit = (await namesOn(db, [unitId], found.on)).get(unitId) ?? ''
  const { tasks, ...minuted } = (kind === 'minutes' ? found.minutes : null) ?? unsaid
  return paperFrom({ kind, meeting: { ...found, ...minuted }, body: bodyName, unit, decidedBy, members, tasks })
}
