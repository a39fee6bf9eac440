/** The same as tasks of a worker: `workers.run(composing, 'tableXlsx', input, frame)`. */
import { tasksAt } from '../workers/task.ts'

export const composing = tasksAt<typeof import('./compose.ts')>(new URL('./compose.ts', import.meta.url))
