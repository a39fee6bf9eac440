// Stops the embedded database of a server that was killed. Runs on Node 24.
import { stopAbandoned } from '../src/platform/server/embedded/supervisor.ts'
import { settingsFrom } from '../src/platform/server/settings.ts'

// What cannot be stopped now is adopted by the next start, which also says what is wrong.
try {
  const { databaseUrl, dataDir } = settingsFrom(process.env)
  if (!databaseUrl) await stopAbandoned(dataDir)
} catch {}
