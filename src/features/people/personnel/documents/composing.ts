/** The files for the personnel system as tasks of a worker: `workers.run(composing, 'sheetsXlsx', tables, title, frame)`. */
import { tasksAt } from '#platform/server/workers/task.ts'

export const composing = tasksAt<typeof import('./compose.ts')>(new URL('./compose.ts', import.meta.url))
