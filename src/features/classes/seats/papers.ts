/** What leaves the house for who learns: a letter to each unit, and the sessions for a calendar. */
import { issuerOf } from '#features/training/printed/inputs.ts'
import { yearOf } from '#kernel/dates.ts'
import { type FileWords, fileName, paperFile } from '#platform/server/documents/file.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { type Call, type Paper, paper, type Route } from '#platform/server/handle.ts'
import type { Services } from '#platform/server/services.ts'
import { momentOf } from '../list/must.ts'
import { classListProblem } from '../list/problems.ts'
import { findClass } from '../list/queries.ts'
import { sessionsOf } from '../sessions/queries.ts'
import { slotSaid } from '../sessions/rules.ts'
import { type Calendar, calendarOf } from './calendar.ts'
import * as contract from './contract.ts'
import { composing } from './documents/composing.ts'
import type { CallingPaper, Letter } from './documents/texts.ts'
import { seatProblem } from './problems.ts'
import * as seats from './queries.ts'
import { isMine } from './rules.ts'

/** "02 Nghiệp vụ rà soát": the number by which the class is asked after. */
const titleOf = ({ code, title }: { readonly code: string; readonly title: string }) =>
  [code, title].filter(Boolean).join(' ')

type Asking = Call<typeof contract.letterPdf> | Call<typeof contract.letterDocx>
type Read = { readonly paper: CallingPaper; readonly frame: PaperFrame; readonly words: FileWords }

async function readLetters(call: Asking): Promise<Read> {
  const { db, input, today, services } = call
  const { trainingClassId: id, fromId } = input
  const found = await findClass(db, id, today)
  if (!found) throw classListProblem('class.not_found')
  const people = (await seats.seatsOf(db, { id, today })).filter(
    (one) => one.state === 'enrolled' && (!fromId || one.fromId === fromId),
  )
  if (people.length === 0) throw seatProblem('seat.nobody')
  const letters = new Map<string, Letter>()
  for (const { fromId: unit, fromName, name, posts } of people) {
    const had = letters.get(unit)?.people ?? []
    letters.set(unit, { unit: issuerOf(fromName, null).name, people: [...had, { name, post: posts?.vi ?? '' }] })
  }
  const sessions = await sessionsOf(db, id, { today, moment: momentOf(call) })
  const said = {
    ...{ issuer: issuerOf(found.areaName, null), title: titleOf(found), on: today, letters: [...letters.values()] },
    sessions: sessions.map((one) => [slotSaid(one).vi, one.where].filter(Boolean).join(', ')),
    topics: found.topics.map(({ code, title }) => `${code}. ${title}`),
    trainers: [...new Set(sessions.flatMap(({ trainers }) => trainers))],
  }
  return {
    paper: said,
    frame: { state: 'final', demo: services.settings.mode === 'demo', publicUrl: null },
    words: { what: 'Giấy mời học', place: found.title, day: today, year: yearOf(today) },
  }
}

const pdf = async ({ paper, frame, words }: Read, { workers }: Services) =>
  paperFile(words, 'pdf', await workers.run(composing, 'callingPdf', paper, frame))
const docx = async ({ paper, frame, words }: Read, { workers }: Services) =>
  paperFile(words, 'docx', await workers.run(composing, 'callingDocx', paper, frame))

const letterPdf = paper(contract.letterPdf, readLetters, (read, { services }) => pdf(read, services))
const letterDocx = paper(contract.letterDocx, readLetters, (read, { services }) => docx(read, services))

/** Sessions as a file that a calendar takes in: again after each change. */
const calendarFile = (of: Calendar): Paper => ({
  name: `${fileName({ what: 'Lịch học', place: of.title })}.ics`,
  mediaType: 'text/calendar; charset=utf-8',
  body: Buffer.from(calendarOf(of)),
})

const myCalendar = paper(contract.myCalendar, async ({ db, input, today, services }) => {
  const found = (await seats.myClasses(db, today)).find(({ classSeatId }) => classSeatId === input.classSeatId)
  if (!found) throw seatProblem('seat.not_found')
  const { state, classState } = found
  const off = classState === 'cancelled' || !isMine(state)
  return calendarFile({ ...found, title: titleOf(found), off, now: services.clock.now() })
})

const classCalendar = paper(contract.classCalendar, async (call) => {
  const { db, input, today, services } = call
  const found = await findClass(db, input.trainingClassId, today)
  if (!found) throw classListProblem('class.not_found')
  const sessions = await sessionsOf(db, input.trainingClassId, { today, moment: momentOf(call) })
  return calendarFile({
    ...{ title: titleOf(found), organiser: found.areaName, changes: found.revision, off: found.state === 'cancelled' },
    sessions: sessions.map(({ classSessionId: id, where: place, day, from, until }) => ({
      id,
      day,
      from,
      until,
      place,
    })),
    now: services.clock.now(),
  })
})

export const seatPaperRoutes: Route[] = [letterPdf, letterDocx, myCalendar, classCalendar]
