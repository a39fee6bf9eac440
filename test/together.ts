/** Several people in the same second: every act is brought to one line of its work, then all go on at once. */
import type { LightMyRequestResponse } from 'fastify'
import type { World } from './world.ts'

const waiting = `select count(*)::int as n from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`

/**
 * Runs the acts at the same time. Each is held at its first touch of the table `at` (or behind another act's lock) until
 * all wait; then the table is let go. An act that touches nothing there answers by itself and is not waited for.
 */
export async function meetingAt(
  { owner }: Pick<World, 'owner'>,
  at: string,
  acts: readonly (() => Promise<LightMyRequestResponse>)[],
): Promise<LightMyRequestResponse[]> {
  const gate = await owner.connect()
  let answered = 0
  try {
    await gate.query(`begin; lock table ${at} in access exclusive mode`)
    const replies = Promise.all(acts.map((act) => act().finally(() => (answered += 1))))
    for (let looks = 0; looks < 400; looks += 1) {
      const { rows } = await gate.query<{ n: number }>(waiting)
      if (Number(rows[0]?.n) + answered >= acts.length) break
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await gate.query('commit')
    return await replies
  } finally {
    gate.release()
  }
}

export const statusesOf = (replies: readonly LightMyRequestResponse[]): number[] => replies.map((r) => r.statusCode)
export const codesOf = (replies: readonly LightMyRequestResponse[]): (string | null)[] =>
  replies.map((r) => (r.statusCode === 200 ? null : r.json().code))
