/** The program of a worker process: does what the server sends, one task at a time, and ends with the server. */
import { enableCompileCache } from 'node:module'
import { Problem } from '#kernel/problem.ts'
import { type Doers, type Outcome, refusedBy, type Task } from './task.ts'

async function outcomeOf({ address, name, given }: Task): Promise<Outcome> {
  try {
    const tasks = (await import(address)) as Doers
    const doer = tasks[name]
    if (!doer) throw new Error(`${address} does no ${name}`)
    return { kind: 'done', result: await doer(...given) }
  } catch (error) {
    if (error instanceof Problem) return refusedBy(error)
    return { kind: 'fault', stack: (error as Error)?.stack ?? String(error) }
  }
}

enableCompileCache()
// A signal to the whole group is the server's to answer; it ends its workers.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
process.on('disconnect', () => process.exit())
process.on('message', async (task: Task) => process.send?.(await outcomeOf(task)))
