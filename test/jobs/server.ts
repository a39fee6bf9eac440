/**
 * A server process that does one job, to be killed in the middle of it. The job leaves a mark, and ends when nobody holds
 * the gate any more. `node server.ts DATABASE_URL`.
 */
import { sql } from 'kysely'
import { Type } from 'typebox'
import { openHost } from '#apps/server/host.ts'
import { nationId } from '#features/areas/nation/snapshot.ts'
import { systemClock } from '#platform/server/clock.ts'
import { happened } from '#platform/server/handle.ts'
import { job } from '#platform/server/jobs/job.ts'
import { startJobs } from '#platform/server/jobs/worker.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { settingsFrom } from '#platform/server/settings.ts'
import { testEvent } from '../event.ts'

export const gate = 1_207

export const marking = job(
  {
    name: 'test.marking',
    says: { vi: 'Ghi một dấu', en: 'Leave a mark' },
    did: { vi: 'Đã ghi.', en: 'Done.' },
    input: Type.Object({}),
  },
  async ({ db, nation }) => {
    await sql`insert into mark default values`.execute(db)
    await sql`select pg_advisory_xact_lock(${gate}::bigint)`.execute(db)
    return happened(testEvent('test.marked', { subject: nation, area: nation }), null)
  },
)

const [url] = process.argv.slice(2)
if (process.argv[1] === import.meta.filename && url) {
  const host = openHost({ clock: systemClock, keys: {} as Keys, settings: settingsFrom({}) }, { url })
  const pace = { look: 0.5, supervise: 1, stop: 1 }
  const jobs = await startJobs(host, { url, jobs: [marking], nation: nationId, pace })
  process.on('SIGTERM', async () => {
    await jobs.stop()
    process.exit(0)
  })
  console.log('started')
}
