/** The program of a worker process: does what the server sends, one task at a time, and ends with the server. */
import { enableCompileCache } from 'node:module'
import { Problem } from '#kernel/problem.ts'
import { type Doers, type Outcome, refusedBy, type Task } from './task.ts'

const faultOf = (error: unknown): Outcome => ({ kind: 'fault', stack: (error as Error)?.stack ?? String(error) })

async function outcomeOf({ address, name, given }: Task): Promise<Outcome> {
  try {
    const tasks = (await import(address)) as Doers
    const doer = tasks[name]
    if (!doer) throw new Error(`${address} does no ${name}`)
    return { kind: 'done', result: await doer(...(given as never[])) }
  } catch (error) {
    if (error instanceof Problem) return refusedBy(error)
    return faultOf(error)
  }
}

enableCompileCache()
// A signal to the whole group is the server's to answer; it ends its workers.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
process.on('disconnect', () => process.exit())
process.on('message', async (task: Task) => {
  const outcome = await outcomeOf(task)
  try {
    process.send?.(outcome)
  } catch (error) {
    process.send?.(faultOf(error)) // a result that cannot be copied
  }
})
