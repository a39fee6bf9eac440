import { oversOf } from '#features/areas/must.ts'
import { seenScan } from '#features/papers/files.ts'
import { ownRecord } from '#features/training/needs/queries.ts'
import { can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { Problem } from '#kernel/problem.ts'
import { scanFile } from '#platform/server/documents/file.ts'
import { type Call, paper, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { momentOf } from '../list/must.ts'
import { classListProblem } from '../list/problems.ts'
import { findClass } from '../list/queries.ts'
import { sessionProblem } from '../sessions/problems.ts'
import { classOfSession } from '../sessions/queries.ts'
import { slotSaid } from '../sessions/rules.ts'
import { countHeads, dropPage, keepPage, markAttendance, reopenSession } from './changes.ts'
import { learnerColumns, sheetColumns, sheetSigners } from './columns.ts'
import * as contract from './contract.ts'
import { attendanceButtons } from './model.ts'
import { attendanceOf } from './must.ts'
import { attendanceProblem } from './problems.ts'
import { findPage, pagesOf, toldIn } from './queries.ts'
import { mayDo } from './rules.ts'

async function ofClass(call: Call<typeof contract.classAttendance>) {
  const { db, input, today } = call
  const found = await findClass(db, input.trainingClassId, today)
  if (!found) throw classListProblem('class.not_found')
  const { areaId, code, title, areaName } = found
  return {
    code,
    title,
    areaName,
    areaId,
    ...(await attendanceOf(db, input.trainingClassId, { areaId, today, moment: momentOf(call) })),
  }
}

const showClass = read(contract.classAttendance, async (call) => {
  const { db, actor, input } = call
  const { code: _code, areaName: _areaName, areaId, sessions, learners, ...of } = await ofClass(call)
  return {
    ...{ ...of, sessions: [...sessions], learners: [...learners] },
    pages: await pagesOf(db, input.trainingClassId),
    mayWrite: can(actor, 'class.manage', (await oversOf(db, [areaId])).get(areaId) ?? []),
  }
})
const check = read(contract.checkPage, {
  look: async ({ file }) => file,
  work: ({ services }, file) => seenScan(file, services.readers),
  act: async (_call, seen) => ({ fault: seen instanceof Problem ? seen.said : null }),
})
const page = paper(contract.signedPage, async ({ db, input, today }) => {
  const { trainingClassId: classId, fileId: file } = input
  const found = await findClass(db, classId, today)
  const scan = found && (await findPage(db, { classId, file }))
  if (!scan) throw attendanceProblem('attendance.no_page')
  return scanFile({ what: 'Tờ điểm danh (bản ký)', place: found.title, day: today }, scan)
})
const classFile = fileOf(
  contract.attendanceFile,
  async (call) => {
    const { code, title, areaName, sessions, learners } = await ofClass(call)
    return {
      rows: learners,
      columns: sheetColumns(sessions),
      title: {
        vi: `Tờ điểm danh: ${[code, title].filter(Boolean).join(' ')}`,
        en: `Attendance: ${[code, title].filter(Boolean).join(' ')}`,
      },
      place: areaName,
      toSign: sheetSigners,
    }
  },
  { whole: true },
)

async function ofSession(call: Call<typeof contract.sessionAttendance>) {
  const { db, actor, input, today } = call
  const { classSessionId } = input
  const trainingClassId = await classOfSession(db, classSessionId)
  const found = trainingClassId && (await findClass(db, trainingClassId, today))
  if (!found) throw sessionProblem('session.not_found')
  const { areaId, title, state } = found
  const moment = momentOf(call)
  const { sessions, learners } = await attendanceOf(db, trainingClassId, { areaId, today, moment })
  const at = sessions.findIndex((one) => one.classSessionId === classSessionId)
  const session = sessions[at]
  if (!session) throw sessionProblem('session.not_found')
  const told = await toldIn(db, classSessionId)
  const self = (await ownRecord(db))?.officialId
  const nothing = { mark: null, how: null, by: null, at: null, afterCount: false, because: '', earlier: [] }
  const over = (await oversOf(db, [areaId])).get(areaId) ?? []
  return {
    ...{ ...session, trainingClassId, title },
    learners: learners.map(({ officialId, name, fromName, since }) => ({
      ...{ officialId, name, fromName, own: officialId === self, notYet: since > at },
      ...(told.get(officialId) ?? nothing),
    })),
    can: buttonsFor(attendanceButtons, { actor, over }, (_button, deed) => mayDo(deed, session, { state, moment })),
  }
}

const showSession = read(contract.sessionAttendance, ofSession)
const sessionFile = fileOf(
  contract.sessionAttendanceFile,
  async (call) => {
    const { learners, title, ...slot } = await ofSession(call)
    const { vi, en } = slotSaid(slot)
    return {
      rows: learners,
      columns: learnerColumns,
      title: { vi: `Điểm danh ${vi}`, en: `Attendance ${en}` },
      place: title,
    }
  },
  { whole: true },
)

export const attendanceRoutes: Route[] = [
  ...[showClass, classFile, showSession, sessionFile],
  ...[markAttendance, countHeads, reopenSession],
  ...[check, keepPage, dropPage, page],
]
