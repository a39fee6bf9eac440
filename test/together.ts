/** Several people in the same second: every act is brought to one line of its work, then all go on at once. */
import type { LightMyRequestResponse } from 'fastify'
import type { World } from './world.ts'

type Act = () => Promise<LightMyRequestResponse>

const waiting = `select count(*)::int as n from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`

/**
 * Runs the acts at the same time. Each begins once the one before waits: at its first touch of the table `at`, or behind
 * the lock of another. When all wait, the table is let go. So whoever comes first holds what it has locked before that
 * line. An act that touches nothing there answers by itself and is not waited for.
 */
export async function meetingAt(
  { owner }: Pick<World, 'owner'>,
  at: string,
  acts: readonly Act[],
): Promise<LightMyRequestResponse[]> {
  const gate = await owner.connect()
  let answered = 0
  const arrived = async (many: number) => {
    for (let looks = 0; looks < 1000; looks += 1) {
      // Not by the gate's own connection: within a transaction it would see the same moment again and again.
      const { rows } = await owner.query<{ n: number }>(waiting)
      if (Number(rows[0]?.n) + answered >= many) return
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    throw new Error(`of ${many} acts some neither wait nor answer`)
  }
  try {
    await gate.query(`begin; lock table ${at} in access exclusive mode`)
    const replies: Promise<LightMyRequestResponse>[] = []
    for (const act of acts) {
      replies.push(act().finally(() => (answered += 1)))
      await arrived(replies.length)
    }
    await gate.query('commit')
    return await Promise.all(replies)
  } finally {
    await gate.query('rollback')
    gate.release()
  }
}

/** What each was answered: `ok`, or the code of its problem. */
export const answersIn = (replies: readonly LightMyRequestResponse[]): string[] =>
  replies.map((reply) => (reply.statusCode === 200 ? 'ok' : reply.json().code))
