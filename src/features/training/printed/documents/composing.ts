/** The papers of plans as tasks of a worker: `workers.run(composing, 'planPdf', print, frame)`. */
import { tasksAt } from '#platform/server/workers/task.ts'

export const composing = tasksAt<typeof import('./compose.ts')>(new URL('./compose.ts', import.meta.url))
