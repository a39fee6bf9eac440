/** The second look at a change that was refused, and the second try of one that collided. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem, problem } from '#kernel/problem.ts'
import type { Asked, Standing } from '../database/change.ts'
import { problemOfDatabase } from '../database/constraints.ts'
import type { Host } from '../services.ts'
import { isRefusal } from './route.ts'
import { reading } from './standing.ts'

const tries = 3
/** Serialization failure and deadlock: the database undid all of it, and the same once more will do. */
const collided = (error: unknown): boolean =>
  ['40001', '40P01'].includes((error as { code?: string } | null)?.code ?? '')

/** Runs a whole change again where it collided with another one. */
export async function withTries<T>(work: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n++) {
    try {
      return await work()
    } catch (error) {
      if (!collided(error) || n === tries) throw error
      await sleep(10 * n)
    }
  }
}

/** `nb_finish` found the command's id used: sent twice at once, or somebody else's. */
const usedMeanwhile = (error: unknown): boolean => (error as { code?: string } | null)?.code === 'NB001'

/**
 * Runs a change. Where it is refused, the command is looked for once more: the same one may have been sent twice at
 * once, and the other one, which changed what this one found, has been answered by now.
 */
export async function withSecondLook(
  host: Host,
  asking: Standing & { readonly asked: Asked },
  work: () => Promise<unknown>,
): Promise<unknown> {
  try {
    return await withTries(work)
  } catch (error) {
    const refusal = usedMeanwhile(error) ? problem('command.reused') : asRefusal(error)
    if (!refusal) throw error
    const before = await reading(host, asking, async (_, before) => before)
    if (before.state !== 'kept') throw refusal
    if (before.answer !== null) return before.answer
    if (!usedMeanwhile(error)) throw refusal
    return withTries(work)
  }
}

function asRefusal(error: unknown): Problem | null {
  const told = error instanceof Problem ? error : problemOfDatabase(error)
  return told && isRefusal(told) ? told : null
}
