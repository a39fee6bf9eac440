/** What the accounts do by themselves. */
import { Type } from 'typebox'
import type { Instant } from '#kernel/dates.ts'
import { happened } from '#platform/server/handle.ts'
import { job } from '#platform/server/jobs/job.ts'
import { peopleEvent } from './events.ts'
import { guessesOlderThan } from './guesses.ts'
import { sessionsOverBefore } from './queries.ts'

const dayMs = 86_400_000
/** An ended session is kept for a while: something may have gone wrong in it. */
const sessionDays = 90

export const oldForgotten = job(
  {
    name: 'people.old_forgotten',
    says: { vi: 'Xóa phiên và lần đăng nhập sai đã cũ', en: 'Delete old sessions and failed sign-ins' },
    did: {
      vi: 'Đã xóa {failures} lần đăng nhập sai và {sessions} phiên.',
      en: 'Deleted {failures} failed sign-ins and {sessions} sessions.',
    },
    schedule: '20 3 * * *',
    input: Type.Object({}),
  },
  async ({ db, services, nation }) => {
    const before = (days: number) => new Date(services.clock.now() - days * dayMs).toISOString() as Instant
    const failures = await guessesOlderThan(db, before(1))
    const sessions = await sessionsOverBefore(db, before(sessionDays))
    const facts = { failures: deleted(failures), sessions: deleted(sessions) }
    return happened(peopleEvent('session.old_forgotten', { subject: nation, area: nation, facts }), null)
  },
)

const deleted = (results: readonly { numDeletedRows: bigint }[]): number => Number(results[0]?.numDeletedRows ?? 0n)

export const peopleJobs = [oldForgotten]
