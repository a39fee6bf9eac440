/** The program: starts what it stands on, prepares, serves, and stops cleanly when asked. */
import { enableCompileCache } from 'node:module'
import type pg from 'pg'
import { refreshTree } from '#features/areas/load.ts'
import { loadStandards } from '#features/standards/library.ts'
import { systemClock, todayOf } from '#platform/server/clock.ts'
import { explainDatabaseError } from '#platform/server/database/explain.ts'
import { NewerDataError } from '#platform/server/database/migrate.ts'
import { assertApplicationRole, openPool } from '#platform/server/database/open.ts'
import { explainListenError, StartFailure } from '#platform/server/embedded/failure.ts'
import { startEmbedded } from '#platform/server/embedded/supervisor.ts'
import { type Settings, SettingsError, settingsFrom } from '#platform/server/settings.ts'
import { buildApp } from './app.ts'
import { demoWelcome, loadDemo } from './demo/load.ts'
import { openHost } from './host.ts'
import { prepare, setupTokenFor } from './prepare.ts'
import { allRoutes } from './routes.ts'

type Undo = () => Promise<unknown>

const clock = systemClock
const undo: Undo[] = []

let stopping = false

/** Undoes what was started, last first. A signal and a failing start may both ask: the first one counts. */
async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  for (const step of undo.reverse()) await step().catch((error) => console.error(error))
  process.exit(code)
}

const ended =
  (pool: pg.Pool): Undo =>
  () =>
    pool.end()

async function ownerUrlOf(settings: Settings): Promise<string> {
  if (settings.databaseUrl) return settings.databaseUrl
  const embedded = await startEmbedded({ dataDir: settings.dataDir, log: (line) => console.log(line) })
  undo.push(() => embedded.stop())
  return embedded.ownerUrl
}

/** Units change their place with the day: once a day, who stands over what is worked out again. */
function watchTheDay(owner: pg.Pool): void {
  let known = todayOf(clock)
  const timer = setInterval(async () => {
    const today = todayOf(clock)
    if (today === known) return
    const connection = await owner.connect()
    await refreshTree(connection, today)
      .then(() => (known = today))
      .catch((error) => console.error(error))
    connection.release()
  }, 60_000)
  undo.push(async () => clearInterval(timer))
}

async function run(): Promise<void> {
  const settings = settingsFrom(process.env)
  const ownerUrl = await ownerUrlOf(settings)
  const owner = openPool({ url: ownerUrl, asApplication: false, max: 3 })
  undo.push(ended(owner))
  const library = loadStandards()
  const { dataDir } = settings
  const keys = await prepare({ owner, ownerUrl, dataDir, clock, library })
  const demo = settings.mode === 'demo' ? await loadDemo({ owner, keys, library, settings, clock }) : null
  const setupToken = await setupTokenFor(owner)
  const database = openHost({ clock, keys, settings }, { url: settings.appDatabaseUrl ?? ownerUrl })
  undo.push(database.close)
  await assertApplicationRole(database.pool)
  const app = await buildApp(database, allRoutes({ library, demo }))
  undo.push(() => app.close())
  const { host, port } = settings
  await app.listen({ host, port }).catch((error) => {
    throw explainListenError(error, { host, port })
  })
  watchTheDay(owner)
  welcome(settings, { setupToken, demo })
}

function welcome(
  settings: Settings,
  { setupToken, demo }: { setupToken: string | null; demo: Awaited<ReturnType<typeof loadDemo>> | null },
): void {
  const address = settings.publicUrl ?? `${settings.tls ? 'https' : 'http'}://${settings.host}:${settings.port}`
  console.log(`\nNâng Bước: ${address}`)
  if (demo) console.log(demoWelcome(demo))
  else if (setupToken)
    console.log(
      `Mã khởi tạo, dùng một lần, để tạo người quản trị đầu tiên / One-time token for the first administrator:\n  ${setupToken}`,
    )
}

/** What a person can mend is one sentence; anything else shows its stack. */
const spoken = (error: unknown): unknown =>
  error instanceof StartFailure || error instanceof SettingsError || error instanceof NewerDataError
    ? error.message
    : error

enableCompileCache()
// Asked twice is asked once: the database must be stopped before we end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0))
run().catch((error) => {
  console.error(spoken(explainDatabaseError(error)))
  return stop(1)
})
