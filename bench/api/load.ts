/** So many connections, each sending the next survey when the last is answered; what it cost in time and in processor. */
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export type Sending = { readonly path: string; readonly headers: Record<string, string>; readonly body: string }

export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }

/** Sends one; rejects where the connection breaks off without an answer. */
export function send(port: number, agent: Agent, { path, headers, body }: Sending): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, agent, method: 'POST', headers }
    const asked = request(
      { ...options, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (reply) => {
        const parts: Buffer[] = []
        reply.on('data', (part: Buffer) => parts.push(part))
        reply.on('error', reject)
        reply.on('end', () => {
          const { statusCode: status = 0, headers } = reply
          resolve({ status, headers, body: Buffer.concat(parts).toString() })
        })
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

const ticksPerSecond = 100

/** Processor time of a process and, for the database, of all its backends, in seconds. Linux only. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

function familyOf(postmaster: number): number[] {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const parentOf = (pid: string): number => {
    try {
      return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
    } catch {
      return 0
    }
  }
  return [postmaster, ...children.filter((pid) => parentOf(pid) === postmaster).map(Number)]
}

type Reading = { readonly server: number; readonly backends: ReadonlyMap<number, number> }

function readCpu({ server, postmaster }: Target): Reading {
  const backends = new Map<number, number>()
  for (const pid of familyOf(postmaster)) {
    try {
      backends.set(pid, cpuOf(pid))
    } catch {
      // a background worker that has just ended
    }
  }
  return { server: cpuOf(server), backends }
}

/** Milliseconds a piece: of the program, and of the database (processes that ended meanwhile are left out). */
function spent(before: Reading, after: Reading, count: number): { programMs: number; databaseMs: number } {
  const database = [...after.backends].reduce((sum, [pid, cpu]) => sum + cpu - (before.backends.get(pid) ?? 0), 0)
  const each = (seconds: number) => round((seconds / count) * 1000, 2)
  return { programMs: each(after.server - before.server), databaseMs: each(database) }
}

export type Measured = {
  perSecond: number
  p50: number
  p95: number
  cpuMs: number
  programMs: number
  databaseMs: number
}
export type Target = { readonly server: number; readonly postmaster: number }

const round = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits

/** `work` does the n-th piece. Throws at the first that fails. */
export async function measure(
  target: Target,
  of: { connections: number; count: number },
  work: (n: number) => Promise<void>,
): Promise<Measured> {
  const times: number[] = []
  let next = 0
  const before = readCpu(target)
  const started = performance.now()
  const worker = async () => {
    for (let n = next++; n < of.count; n = next++) {
      const begun = performance.now()
      await work(n)
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: of.connections }, worker))
  const seconds = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => round(times[Math.floor(times.length * share)] ?? 0, 2)
  const cpu = spent(before, readCpu(target), of.count)
  const cpuMs = round(cpu.programMs + cpu.databaseMs, 2)
  return { perSecond: Math.round(of.count / seconds), p50: at(0.5), p95: at(0.95), cpuMs, ...cpu }
}

/** Sends one that must be answered by 200. */
export function sender(port: number, connections: number): (sending: Sending) => Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  return async (sending) => {
    const { status, body } = await send(port, agent, sending)
    if (status !== 200) throw new Error(`${status}: ${body}`)
  }
}
