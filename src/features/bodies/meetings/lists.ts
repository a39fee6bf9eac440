/** Tasks of a meeting, and those of who asks, as files and on paper. */
import { showDate } from '#kernel/dates.ts'
import type { Route } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { myTaskColumns, taskColumns, tasksGiven } from './columns.ts'
import * as contract from './contract.ts'
import { mine, wholeMeeting } from './routes.ts'

const ofMeeting = fileOf(
  contract.meetingTasksFile,
  async (call) => {
    const { tasks: rows, bodyName, on } = await wholeMeeting(call)
    return { rows, columns: taskColumns, title: tasksGiven, place: `${bodyName}, ${showDate(on)}` }
  },
  { whole: true },
)

const ofMine = fileOf(
  contract.myTasksFile,
  async (call) => {
    const { tasks: rows } = await mine(call)
    const title = { vi: 'Việc Ban Chỉ đạo, Ban Giám sát giao', en: 'Tasks given by bodies' }
    return { rows, columns: myTaskColumns, title }
  },
  { whole: true },
)

export const meetingFiles: Route[] = [ofMeeting, ofMine]
