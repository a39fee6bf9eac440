/** Surveys sent as phones send them: one that was not answered, or "not now", is sent again under the same id. */
import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type Reply, type Sending, send } from '../api/load.ts'

/** A survey that the server has acknowledged, and how. */
export type Acknowledged = { readonly sending: Sending; readonly command: string; readonly answer: unknown }

export type Outbox = {
  readonly connections: number
  readonly acknowledged: Acknowledged[]
  /** How often a call was told to come again, and how often its connection broke off without an answer. */
  readonly count: { putOff: number; brokenOff: number }
  /** Answers that no phone should be given: faults, refusals of what is lawful, "not now" without saying when. */
  readonly wrong: string[]
  /** Takes no more; resolves when all in hand are acknowledged. */
  readonly close: () => Promise<void>
}

const commandOf = ({ headers }: Sending): string => headers['x-command'] ?? ''

const isPutOff = ({ status, headers }: Reply): boolean => status === 503 && Number(headers['retry-after']) > 0

export type Line = {
  readonly port: number
  readonly connections: number
  /** Whether sending has any sense still. */
  readonly isAlive: () => boolean
  /** The next survey; undefined for no more. */
  readonly next: () => Sending | undefined
}

export function openOutbox({ port, connections, isAlive, next }: Line): Outbox {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const outbox = { acknowledged: [] as Acknowledged[], count: { putOff: 0, brokenOff: 0 }, wrong: [] as string[] }
  let open = true

  const once = async (sending: Sending): Promise<boolean> => {
    const reply = await send(port, agent, sending).catch(() => null)
    if (reply === null) outbox.count.brokenOff++
    else if (reply.status === 200)
      outbox.acknowledged.push({ sending, command: commandOf(sending), answer: JSON.parse(reply.body) })
    else if (isPutOff(reply)) outbox.count.putOff++
    else outbox.wrong.push(`${reply.status}: ${reply.body}`)
    return reply?.status === 200
  }
  const worker = async () => {
    for (let sending = next(); open && sending; sending = next())
      while (!(await once(sending)) && isAlive()) await sleep(100)
  }
  const workers = Promise.all(Array.from({ length: connections }, worker))
  return {
    ...outbox,
    connections,
    close: async () => {
      open = false
      await workers
      agent.destroy()
    },
  }
}

/** Sends acknowledged commands once more; answers how many were answered otherwise than the first time. */
export async function resend(port: number, some: readonly Acknowledged[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  let changed = 0
  for (const { sending, answer } of some) {
    const reply = await send(port, agent, sending)
    if (reply.status !== 200 || !isDeepStrictEqual(JSON.parse(reply.body), answer)) changed++
  }
  agent.destroy()
  return changed
}
