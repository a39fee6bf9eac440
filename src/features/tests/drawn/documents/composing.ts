/** Tests on paper as a task of a worker: `workers.run(composing, 'testPdf', input, frame)`. */
import { tasksAt } from '#platform/server/workers/task.ts'

export const composing = tasksAt<typeof import('./compose.ts')>(new URL('./compose.ts', import.meta.url))
