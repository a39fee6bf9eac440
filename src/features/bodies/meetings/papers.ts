/** A meeting as paper: the invitation, the minutes to be signed, and the scan that came back. */
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import type { BodyMeetingId } from '#kernel/ids.ts'
import { type FileWords, paperFile, scanFile } from '#platform/server/documents/file.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { type Call, paper, type Route } from '#platform/server/handle.ts'
import type { Services } from '#platform/server/services.ts'
import { bodyProblem } from '../problems.ts'
import { findBody } from '../queries.ts'
import * as contract from './contract.ts'
import { composing } from './documents/composing.ts'
import type { MeetingPaper } from './documents/texts.ts'
import { invitationOf, invitationToMe, type MinutesPaper, minutesOf, minutesToMe, type Source } from './inputs.ts'
import { findInvitation, findMeeting, findScan, signedPageOfMine } from './queries.ts'
import { codeSaid } from './rules.ts'

type Asking = Pick<Call<{ input: unknown }>, 'db' | 'services'> & {
  readonly input: { readonly meetingId: BodyMeetingId }
}
type Read = {
  readonly paper: MeetingPaper
  readonly frame: PaperFrame
  readonly words: FileWords
  /** Under every page of a PDF alone: the text of a Word file can be changed, and no code vouches for it. */
  readonly foot?: string
}

async function sourceOf({ db, input }: Asking): Promise<Source> {
  const meeting = await findMeeting(db, input.meetingId)
  const body = meeting && (await findBody(db, meeting.bodyId))
  if (!meeting || !body) throw bodyProblem('bodies.meeting_not_found')
  return { meeting, body }
}

const wordsOf = (what: string, { body, on }: { body: string; on: PlainDate }): FileWords => ({
  ...{ what, place: body, day: on, year: yearOf(on) },
})
const frameOf = ({ services }: Asking): PaperFrame => ({
  ...{ state: 'final', demo: services.settings.mode === 'demo', publicUrl: null },
})

async function standing(call: Asking): Promise<Source> {
  const source = await sourceOf(call)
  if (source.meeting.calledOff !== null) throw bodyProblem('bodies.meeting_off')
  return source
}

async function readInvitation(call: Asking): Promise<Read> {
  const paper = await invitationOf(call.db, await standing(call))
  return { paper, frame: frameOf(call), words: wordsOf('Giấy mời họp', paper) }
}

async function readMine(call: Asking): Promise<Read> {
  const found = await findInvitation(call.db, call.input.meetingId)
  if (!found) throw bodyProblem('bodies.not_invited')
  if (found.calledOff !== null) throw bodyProblem('bodies.meeting_off')
  const paper = await invitationToMe(call.db, found)
  return { paper, frame: frameOf(call), words: wordsOf('Giấy mời họp', paper) }
}

const readMinutes = async (call: Asking): Promise<Read> =>
  printedOf(call, await minutesOf(call.db, await standing(call)))

async function readMyMinutes(call: Asking): Promise<Read> {
  const found = await findInvitation(call.db, call.input.meetingId)
  if (!found) throw bodyProblem('bodies.not_invited')
  return printedOf(call, await minutesToMe(call.db, found))
}

function printedOf(call: Asking, minutes: MinutesPaper | null): Read {
  if (!minutes) throw bodyProblem('bodies.minutes_missing')
  const { paper, fingerprint } = minutes
  const read = { paper, frame: frameOf(call), words: wordsOf('Biên bản họp', paper) }
  return fingerprint === null ? read : { ...read, foot: codeSaid(fingerprint) }
}

const pdf = async ({ paper, frame, words, foot }: Read, { workers }: Services) =>
  paperFile(words, 'pdf', await workers.run(composing, 'meetingPdf', paper, foot ? { ...frame, foot } : frame))
const docx = async ({ paper, frame, words }: Read, { workers }: Services) =>
  paperFile(words, 'docx', await workers.run(composing, 'meetingDocx', paper, frame))

const invitationPdf = paper(contract.invitationPdf, readInvitation, (read, { services }) => pdf(read, services))
const invitationDocx = paper(contract.invitationDocx, readInvitation, (read, { services }) => docx(read, services))
const myInvitationPdf = paper(contract.myInvitationPdf, readMine, (read, { services }) => pdf(read, services))
const myInvitationDocx = paper(contract.myInvitationDocx, readMine, (read, { services }) => docx(read, services))
const minutesPdf = paper(contract.minutesPdf, readMinutes, (read, { services }) => pdf(read, services))
const minutesDocx = paper(contract.minutesDocx, readMinutes, (read, { services }) => docx(read, services))

const signed = paper(contract.signedMinutes, async (call) => {
  const source = await sourceOf(call)
  const { scanId, earlierPages } = source.meeting
  const asked = call.input.scanId ?? scanId
  const isTheirs = asked === scanId || earlierPages.some(({ page }) => page === asked)
  const scan = asked && isTheirs && (await findScan(call.db, asked))
  if (!scan) throw bodyProblem('bodies.no_scan')
  const { meeting, body } = source
  return scanFile(wordsOf('Biên bản họp (bản ký)', { body: body.name, on: meeting.on }), scan)
})

const mySigned = paper(contract.mySignedMinutes, async ({ db, input: { meetingId } }) => {
  const found = await findInvitation(db, meetingId)
  if (!found) throw bodyProblem('bodies.not_invited')
  const scan = await signedPageOfMine(db, meetingId)
  if (!scan) throw bodyProblem('bodies.no_scan')
  return scanFile(wordsOf('Biên bản họp (bản ký)', { body: found.bodyName, on: found.on }), scan)
})
const myMinutesPdf = paper(contract.myMinutesPdf, readMyMinutes, (read, { services }) => pdf(read, services))

export const paperRoutes: Route[] = [
  ...[invitationPdf, invitationDocx, myInvitationPdf, myInvitationDocx, minutesPdf, minutesDocx, signed],
  ...[myMinutesPdf, mySigned],
]
