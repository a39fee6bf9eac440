/**
 * Uploads are held whole in memory, so only so many are taken at once; the others wait unread, and the sender with them.
 * Papers are made by few workers. One account has few turns at either, so that nobody fills the line for the others.
 */
import { bounded } from '../bounded.ts'

/** All together ten times twenty megabytes. */
const uploads = { atOnce: 10, waiting: 100, patience: 60 } as const
/** Of what may be larger: three times fifty. Its line is its own, so that no scan waits for a film. */
const largeUploads = { atOnce: 3, waiting: 50, patience: 120 } as const
/** The workers have bounds of their own. */
const papers = { atOnce: 100, waiting: 100, patience: 60 } as const
const ofEach = { atOnce: 2, waiting: 20, patience: 60 } as const

type Mine = { readonly turn: ReturnType<typeof bounded>; inside: number }

/** Runs the work of one account when it is its turn. Throws `server.busy` where too many wait, or too long. */
function turnsOf(together: Parameters<typeof bounded>[0]): <T>(who: string, work: () => Promise<T>) => Promise<T> {
  const all = bounded(together)
  const accounts = new Map<string, Mine>()
  return async (who, work) => {
    const mine = accounts.get(who) ?? { turn: bounded(ofEach), inside: 0 }
    accounts.set(who, mine)
    mine.inside += 1
    try {
      return await mine.turn(() => all(work))
    } finally {
      mine.inside -= 1
      if (mine.inside === 0) accounts.delete(who)
    }
  }
}

const usualBytes = 20 * 1024 * 1024

export function uploadTurns(): (maxBytes: number) => ReturnType<typeof turnsOf> {
  const [usual, large] = [turnsOf(uploads), turnsOf(largeUploads)]
  return (maxBytes) => (maxBytes > usualBytes ? large : usual)
}
export const paperTurns = () => turnsOf(papers)
