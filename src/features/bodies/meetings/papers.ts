/** A meeting as paper: the invitation, the minutes to be signed, and the scan that came back. */
import { namesOn } from '#features/areas/queries.ts'
import { yearOf } from '#kernel/dates.ts'
import type { BodyMeetingId } from '#kernel/ids.ts'
import { type FileWords, paperFile, scanFile } from '#platform/server/documents/file.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { type Call, paper, type Route } from '#platform/server/handle.ts'
import { memberRoleWords } from '../model.ts'
import { bodyProblem } from '../problems.ts'
import { type Body, findBody, membersOf } from '../queries.ts'
import * as contract from './contract.ts'
import { composing } from './documents/composing.ts'
import type { MeetingPaper } from './documents/texts.ts'
import { findMeeting, findScan, type Meeting, tasksOf } from './queries.ts'
import { isWritten } from './rules.ts'

type Asking = Pick<Call<{ input: unknown }>, 'db' | 'today' | 'services'> & {
  readonly input: { readonly meetingId: BodyMeetingId }
}
type Read = { readonly paper: MeetingPaper; readonly frame: PaperFrame; readonly words: FileWords }

async function sourceOf({ db, input }: Asking): Promise<{ meeting: Meeting; body: Body; unit: string }> {
  const meeting = await findMeeting(db, input.meetingId)
  const body = meeting && (await findBody(db, meeting.bodyId))
  if (!meeting || !body) throw bodyProblem('bodies.meeting_not_found')
  return { meeting, body, unit: (await namesOn(db, [body.unitId], meeting.on)).get(body.unitId) ?? '' }
}

const whats = { invitation: 'Giấy mời họp', minutes: 'Biên bản họp' } as const
const wordsOf = (what: string, { body, meeting }: { body: Body; meeting: Meeting }): FileWords => ({
  ...{ what, place: body.name, day: meeting.on, year: yearOf(meeting.on) },
})

/** "Xã Tam Hồng" as the date line has it: "Tam Hồng". */
const placeOf = (unit: string): string =>
  unit.replace(/^(Xã|Phường|Thị trấn|Đặc khu|Tỉnh|Thành phố|Huyện|Thị xã|Quận) /, '')

const readPaper =
  (kind: MeetingPaper['kind']) =>
  async (call: Asking): Promise<Read> => {
    const source = await sourceOf(call)
    const { meeting, body, unit } = source
    if (meeting.calledOff !== null) throw bodyProblem('bodies.meeting_off')
    if (kind === 'minutes' && !isWritten(meeting)) throw bodyProblem('bodies.minutes_missing')
    const members = await membersOf(call.db, body.bodyId, meeting.on)
    const tasks = await tasksOf(call.db, { body: body.bodyId, meeting: meeting.meetingId, today: call.today })
    const nameOf = (role: string) => members.find((one) => one.role === role)?.name ?? null
    const present = new Set<string>(meeting.present)
    const chair = members.find((one) => one.officialId === meeting.chairedBy)?.name ?? nameOf('head')
    return {
      paper: {
        ...{ kind, issuer: { superior: unit, name: body.name, place: placeOf(unit) }, body: body.name },
        ...{ on: meeting.on, time: meeting.time, place: meeting.place, agenda: meeting.agenda },
        ...{ guests: meeting.guests, conclusions: meeting.conclusions },
        members: members.map((one) => ({
          ...{ name: one.name, role: memberRoleWords[one.role].vi, present: present.has(one.officialId) },
        })),
        tasks: tasks.filter((one) => one.takenBack === null).map(({ name, what, due }) => ({ name, what, due })),
        ...{ head: nameOf('head'), chair, secretary: nameOf('secretary') },
      },
      frame: { state: 'final', demo: call.services.settings.mode === 'demo', publicUrl: null },
      words: wordsOf(whats[kind], source),
    }
  }

const invitationPdf = paper(contract.invitationPdf, readPaper('invitation'), async (read, { services }) =>
  paperFile(read.words, 'pdf', await services.workers.run(composing, 'meetingPdf', read.paper, read.frame)),
)
const invitationDocx = paper(contract.invitationDocx, readPaper('invitation'), async (read, { services }) =>
  paperFile(read.words, 'docx', await services.workers.run(composing, 'meetingDocx', read.paper, read.frame)),
)
const minutesPdf = paper(contract.minutesPdf, readPaper('minutes'), async (read, { services }) =>
  paperFile(read.words, 'pdf', await services.workers.run(composing, 'meetingPdf', read.paper, read.frame)),
)
const minutesDocx = paper(contract.minutesDocx, readPaper('minutes'), async (read, { services }) =>
  paperFile(read.words, 'docx', await services.workers.run(composing, 'meetingDocx', read.paper, read.frame)),
)

const signed = paper(contract.signedMinutes, async (call) => {
  const source = await sourceOf(call)
  const scan = source.meeting.scanId && (await findScan(call.db, source.meeting.scanId))
  if (!scan) throw bodyProblem('bodies.no_scan')
  return scanFile(wordsOf('Biên bản họp (bản ký)', source), scan)
})

export const paperRoutes: Route[] = [invitationPdf, invitationDocx, minutesPdf, minutesDocx, signed]
