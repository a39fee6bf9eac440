/** One round of sending: what waits goes together where the server takes it so, else one by one. */
import type { Said } from '#kernel/text.ts'
import { sendStored } from './calls.ts'
import { device } from './device.ts'
import { asProblem, WebProblem } from './problem.ts'
import { refresh } from './reads.ts'
import { lineOf, nextBatch, readyToGo } from './sendingOrder.ts'
import type { StoredCommand } from './stored.ts'
import { canHash, type Delivering, hashOf, sendSealed, sendTogether, type Together, type Told } from './together.ts'
import { wire } from './wire.ts'

export type Round = {
  /** How many are sent at once; null once the server turned out not to know it. */
  together: Together | null
  /** How what is sealed for the server goes. */
  readonly delivering: Delivering | null
  /** Lines that met something which may pass: they wait for the next round. */
  readonly passed: Set<string>
  /** What may go now, and what it rests on. */
  readonly outgoing: () => Promise<StoredCommand[]>
  readonly look: () => Promise<void>
  asked: boolean
  /** Something was answered for good. */
  settled: boolean
  /** True: the server confirmed other bytes than these. Null: nothing was sent together. */
  misheard: boolean | null
  /** How long the server asks to be left in peace. */
  waitMs: number
}

/** Refusals that speak of the session, not of the command. */
const notItsFault: readonly string[] = ['access.csrf', 'access.password_change_first', 'access.sign_in_needed']

/** Whether the same bytes may be taken later: nobody heard them, too many came at once, or the session had ended. */
export const mayPass = (problem: WebProblem): boolean =>
  problem.passes || problem.status === 401 || notItsFault.includes(problem.code)

/** A server of before, which has no such address. */
const knowsNone = ({ status }: WebProblem): boolean => status === 404 || status === 405

type Change = Partial<StoredCommand>
type Settled = { readonly command: StoredCommand; readonly change: Change }

const asSent = (answer: unknown): Change => {
  const told = (answer as { readonly told?: Said | null } | null)?.told
  return { state: 'sent', input: null, delivery: null, settledAt: Date.now(), ...(told && { told }) }
}
const asRefused = ({ code, title }: WebProblem): Change => ({
  state: 'refused',
  settledAt: Date.now(),
  problem: { code, title },
})

/** Sends until nothing is left that may go now. */
export async function sendRound(round: Round): Promise<void> {
  let singly = !canHash()
  for (;;) {
    const ready = readyToGo(await round.outgoing(), round.passed)
    const [first] = ready
    if (!first) return
    round.asked = true
    const alike = ready.filter(({ delivery }) => Boolean(delivery) === Boolean(first.delivery))
    const alone = !first.delivery && (singly || !round.together)
    const way = alone ? await sendOne(round, first) : await sendMany(round, nextBatch(alike))
    if (way === 'stop') return
    if (way === 'singly') singly = true
  }
}

/** `singly`: what was sent together goes one by one in this round. */
type Way = 'on' | 'singly' | 'stop'

function passing(round: Round, problem: WebProblem): void {
  const { retryAfterSeconds } = problem.facts
  if (typeof retryAfterSeconds === 'number') round.waitMs = Math.max(round.waitMs, retryAfterSeconds * 1000)
}

async function sendOne(round: Round, command: StoredCommand): Promise<Way> {
  const { id, path, input, schemaVersion } = command
  let change: Change
  try {
    change = asSent(await sendStored({ path, body: input ?? '{}', commandId: id, schemaVersion }))
  } catch (fault) {
    const problem = asProblem(fault)
    if (mayPass(problem)) {
      passing(round, problem)
      return 'stop'
    }
    change = asRefused(problem)
  }
  await settle(round, [{ command, change }])
  return 'on'
}

function sendAs({ together, delivering }: Round, sealed: boolean, batch: readonly StoredCommand[]) {
  if (sealed && delivering) return sendSealed(delivering, batch)
  if (!sealed && together) return sendTogether(together, batch)
  return Promise.resolve([])
}

async function sendMany(round: Round, batch: readonly StoredCommand[]): Promise<Way> {
  const sealed = Boolean(batch[0]?.delivery)
  let told: readonly Told[]
  try {
    told = await sendAs(round, sealed, batch)
  } catch (fault) {
    const problem = asProblem(fault)
    passing(round, problem)
    if (sealed) return 'stop'
    if (knowsNone(problem)) round.together = null
    // Something on the way did not take the whole; it says nothing of each.
    return mayPass(problem) ? 'stop' : 'singly'
  }
  return takeAnswers(round, batch, new Map(told.map((one) => [one.id, one])))
}

/** Only what is said of these very bytes counts: all else leaves a command as it is. */
async function takeAnswers(
  round: Round,
  batch: readonly StoredCommand[],
  told: ReadonlyMap<string, Told>,
): Promise<Way> {
  const settled: Settled[] = []
  const alone: StoredCommand[] = []
  let ended = false
  let misheard = false
  for (const command of batch) {
    const said = told.get(command.id)
    const problem =
      said?.problem && new WebProblem(said.problem.code, said.status, said.problem.title, said.problem.facts)
    if (!said || said.hash !== (await hashOf(command)) || (said.status !== 200 && !problem)) {
      misheard = true
      round.passed.add(lineOf(command))
    } else if (!problem) settled.push({ command, change: asSent(said.answer) })
    else if (problem.code === 'input.alone') alone.push(command)
    else if (mayPass(problem)) {
      passing(round, problem)
      round.passed.add(lineOf(command))
      ended ||= problem.status === 401
      if (problem.status === 401) void wire.renewed(problem)
    } else settled.push({ command, change: asRefused(problem) })
  }
  round.misheard = misheard || round.misheard === true
  await settle(round, settled)
  for (const command of alone) if ((await sendOne(round, command)) === 'stop') return 'stop'
  return ended ? 'stop' : 'on'
}

async function settle(round: Round, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return
  const last = (await round.outgoing()).at(-1)?.seq ?? 0
  const changes = settled.map(({ command: { seq = 0 }, change }) => ({
    key: seq,
    changes: change.state === 'refused' ? { ...change, unknownTo: Math.max(last, seq) } : change,
  }))
  await device.command.bulkUpdate(changes)
  round.settled = true
  if (settled.some(({ change }) => change.state === 'sent')) refresh()
  await round.look()
}
