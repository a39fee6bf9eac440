// Stops the embedded database of a server that was killed. Runs on Node 24.
import { resolve } from 'node:path'
import { stopAbandoned } from '../src/platform/server/embedded/supervisor.ts'

if (!process.env.DATABASE_URL) await stopAbandoned(resolve(process.env.DATA_DIR ?? 'data'))
