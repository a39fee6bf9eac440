/** The lists of this room as files and on paper. */
import { showDate } from '#kernel/dates.ts'
import type { Route } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { bodyColumns, memberColumns, memberGone, seatColumns, sittingColumns } from './columns.ts'
import * as contract from './contract.ts'
import { meetingColumns, owedColumns, taskColumns, tasksGiven } from './meetings/columns.ts'
import { bodyKindWords, memberRoleWords } from './model.ts'
import { bodiesIn, membersIn, seatsAndTasks, wholeBody } from './routes.ts'

const bodies = fileOf(contract.bodiesFile, async (call, window) => {
  const { rows, total, areaName } = await bodiesIn(call, window)
  const { kind, q, all, gone } = call.input
  return {
    rows,
    more: total > window.page * window.size,
    columns: bodyColumns,
    title: { vi: 'Danh sách Ban Chỉ đạo, Ban Giám sát', en: 'Steering and supervision bodies' },
    place: areaName,
    filters: [
      ...(kind ? [bodyKindWords[kind]] : []),
      ...(all ? [{ vi: 'cả Ban đã hết', en: 'ended ones too' }] : []),
      ...(gone ? [memberGone] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

const members = fileOf(
  contract.membersFile,
  async (call) => {
    const body = await wholeBody(call)
    const title = call.input.allMembers
      ? { vi: 'Thành viên mọi ngày', en: 'Members of all days' }
      : { vi: `Thành viên ngày ${showDate(body.day)}`, en: `Members on ${showDate(body.day)}` }
    return { rows: body.members, columns: memberColumns, title, place: body.name }
  },
  { whole: true },
)

const meetings = fileOf(
  contract.meetingsFile,
  async (call) => {
    const { meetings: rows, name } = await wholeBody(call)
    return { rows, columns: meetingColumns, title: { vi: 'Các cuộc họp', en: 'Meetings' }, place: name }
  },
  { whole: true },
)

const tasks = fileOf(
  contract.tasksFile,
  async (call) => {
    const { tasks: rows, name } = await wholeBody(call)
    return { rows, columns: taskColumns, title: tasksGiven, place: name }
  },
  { whole: true },
)

const sitting = fileOf(contract.allMembersFile, async (call, window) => {
  const { rows, total, areaName } = await membersIn(call, window)
  const { kind, role, q } = call.input
  return {
    rows,
    more: total > window.page * window.size,
    columns: sittingColumns,
    title: { vi: 'Thành viên Ban Chỉ đạo, Ban Giám sát', en: 'Members of steering and supervision bodies' },
    place: areaName,
    filters: [
      ...(kind ? [bodyKindWords[kind]] : []),
      ...(role ? [memberRoleWords[role]] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

const seats = fileOf(
  contract.seatsFile,
  async (call) => {
    const { seats: rows, name } = await seatsAndTasks(call)
    return { rows, columns: seatColumns, title: { vi: 'Là thành viên các Ban', en: 'Member of bodies' }, place: name }
  },
  { whole: true },
)

const owed = fileOf(
  contract.owedFile,
  async (call) => {
    const { tasks: rows, name } = await seatsAndTasks(call)
    return {
      rows,
      columns: owedColumns,
      title: { vi: 'Việc được các Ban giao', en: 'Tasks given by bodies' },
      place: name,
    }
  },
  { whole: true },
)

export const listRoutes: Route[] = [bodies, members, meetings, tasks, sitting, seats, owed]
