// Stops the embedded database of a server that was killed. Runs on Node 24.
import { resolve } from 'node:path'
import { stopAbandoned } from '../src/platform/server/embedded/supervisor.ts'

// What cannot be stopped now is adopted by the next start, which also says what is wrong.
if (!process.env.DATABASE_URL) await stopAbandoned(resolve(process.env.DATA_DIR ?? 'data')).catch(() => {})
