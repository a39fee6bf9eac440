/** The program: starts what it stands on, prepares, serves, and stops cleanly when asked. */
import { enableCompileCache } from 'node:module'
import { loadStandards, StandardFileError } from '#features/standards/library.ts'
import { systemClock } from '#platform/server/clock.ts'
import { alone } from '#platform/server/database/alone.ts'
import { explainDatabaseError, type Through } from '#platform/server/database/explain.ts'
import { assertApplicationRole, DatabaseAway, openPool } from '#platform/server/database/open.ts'
import { proveApplicationLogin, proveServer } from '#platform/server/database/prove.ts'
import { explainListenError, StartFailure } from '#platform/server/embedded/failure.ts'
import { startEmbedded } from '#platform/server/embedded/supervisor.ts'
import { proveTls, type Settings, settingsFrom } from '#platform/server/settings.ts'
import { buildApp } from './app.ts'
import { demoWelcome, loadDemo } from './demo.ts'
import { openHost } from './host.ts'
import { startAllJobs } from './jobs.ts'
import { endLater, endProcess, exitCodes, isEnding, watchProcess, watchSchema } from './lifetime.ts'
import { prepare, setupTokenFor } from './prepare.ts'
import { allRoutes } from './routes.ts'

const clock = systemClock
const log = (line: string) => console.log(line)

const anew = 'Chương trình sẽ khởi động lại để dùng cổng khác. / The program will be started anew to use another port.'

/** Address of the database for its owner: an own server, proven; else the one that comes with the program, started. */
async function ownerUrlOf({ databaseUrl, dataDir }: Settings): Promise<string> {
  if (databaseUrl) {
    await proveServer(databaseUrl)
    return databaseUrl
  }
  const onLost = (error: Error) => {
    log(`${error.message}\n${anew}`)
    void endProcess(exitCodes.fault)
  }
  const starting = startEmbedded({ dataDir, log, onLost })
  // Told to stop while it starts, we wait for the start; one that failed has left nothing.
  const stopped = starting.then(
    (embedded) => embedded.stop,
    () => async () => {},
  )
  endLater('PostgreSQL', async () => (await stopped)(), 30_000)
  return (await starting).ownerUrl
}

async function run(through: Through, settings: Settings): Promise<void> {
  const library = loadStandards()
  const { dataDir, appDatabaseUrl, host, port } = settings
  const ownerUrl = await ownerUrlOf(settings)
  const owner = openPool({ url: ownerUrl, asApplication: false, max: 3 })
  endLater('connections of the owner', () => owner.end(), 3_000)
  const where = { ownerUrl, through, log }
  const keys = await alone(where, async () => {
    const keys = await prepare({ owner, ownerUrl, through, dataDir, clock, library })
    if (settings.mode === 'demo') await loadDemo({ owner, keys, library, clock })
    return keys
  })
  if (appDatabaseUrl) await proveApplicationLogin(ownerUrl, appDatabaseUrl)
  const url = appDatabaseUrl ?? ownerUrl
  const database = openHost({ clock, keys, settings }, { url })
  endLater('connections', database.close, 3_000)
  await assertApplicationRole(database.pool)
  proveTls(settings)
  const app = await buildApp(database, allRoutes({ library }))
  endLater('HTTP', () => app.close())
  await app.listen({ host, port }).catch((error) => {
    throw explainListenError(error, { host, port })
  })
  // Only a start that serves may end the token that another one has printed.
  welcome(settings, await alone(where, () => setupTokenFor(owner)))
  endLater('jobs', (await startAllJobs(database, url)).stop)
  watchSchema(database)
}

function welcome(settings: Settings, setupToken: string | null): void {
  const address = settings.publicUrl ?? `${settings.tls ? 'https' : 'http'}://${settings.host}:${settings.port}`
  console.log(`\nNâng Bước: ${address}`)
  if (settings.mode === 'demo') console.log(demoWelcome())
  else if (setupToken)
    console.log(
      `Mã khởi tạo, dùng một lần, để tạo người quản trị đầu tiên / One-time token for the first administrator:\n  ${setupToken}`,
    )
}

const explainLawError = (error: unknown): unknown =>
  error instanceof StandardFileError
    ? new StartFailure({
        vi: 'Một tệp trong thư mục standards không dùng được; lý do ở dòng sau.',
        en: error.message,
      })
    : error

/** The database that comes with the program died under the start: the next one says why where it cannot come back. */
const brokeOff =
  'Cơ sở dữ liệu ngắt kết nối trong lúc khởi động.\nThe database broke off while the program was starting.'

/** What a person must mend is one sentence, and no other start mends it; anything else shows its stack. */
async function refuse(error: unknown, through: Through): Promise<void> {
  // What was being started fails because it is being ended.
  if (isEnding()) return
  const explained = explainLawError(explainDatabaseError(error, through))
  const refused = explained instanceof StartFailure
  if (explained instanceof DatabaseAway) console.error(brokeOff)
  else console.error(refused ? explained.message : explained)
  await endProcess(refused ? exitCodes.refused : exitCodes.fault)
}

async function start(): Promise<void> {
  let through: Through = null
  try {
    const settings = settingsFrom(process.env)
    through = settings.databaseUrl ? 'DATABASE_URL' : null
    await run(through, settings)
  } catch (error) {
    await refuse(error, through)
  }
}

enableCompileCache()
watchProcess()
void start()
