/**
 * The life of the process: whatever was started is ended, last first, before the process ends with a code that the
 * launcher understands (scripts/serve.mjs). Nothing that hangs can keep it from ending.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Host } from '#platform/server/services.ts'

/** As asked; refused, in words that a person must act on; a fault, worth another start. */
export const exitCodes = { asked: 0, refused: 1, fault: 70 } as const
type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

type End = { readonly what: string; readonly patienceMs: number | undefined; readonly end: () => Promise<unknown> }

const ends: End[] = []
let ending = false

export const isEnding = (): boolean => ending

/** How the thing just started is ended, and how long that may take where it needs more than the usual ten seconds. */
export function endLater(what: string, end: End['end'], patienceMs?: number): void {
  ends.push({ what, end, patienceMs })
}

const usualPatienceMs = 10_000
/** After a fault, what is in hand may never come to its end. */
const patienceAfterFaultMs = 2_000

async function endOne({ what, end, patienceMs }: End, otherwiseMs: number): Promise<void> {
  const late = sleep(patienceMs ?? otherwiseMs, 'late')
  const outcome = await Promise.race([Promise.resolve().then(end), late]).catch((error: unknown) =>
    console.error(error),
  )
  if (outcome === 'late') console.error(`Không dừng kịp / Did not end in time: ${what}`)
}

/** Ends what was started, then the process. Signals, a failing start and a fault may all ask: the first one counts. */
export async function endProcess(code: ExitCode): Promise<void> {
  if (ending) return
  ending = true
  for (const one of ends.reverse()) await endOne(one, code === exitCodes.fault ? patienceAfterFaultMs : usualPatienceMs)
  process.exit(code)
}

const outdated =
  'Cơ sở dữ liệu đã được một phiên bản mới hơn nâng cấp; máy chủ này dừng lại. / The database was upgraded by a newer version; this server ends.'
const lookEveryMs = 5_000

/** Ends the process as a fault once the database is a newer version's: whoever starts it again starts that version. */
export function watchSchema({ refusal }: Pick<Host, 'refusal'>): void {
  const look = async () => {
    if ((await refusal())?.code !== 'server.outdated') return
    console.error(outdated)
    void endProcess(exitCodes.fault)
  }
  const watch = setInterval(() => void look(), lookEveryMs)
  endLater('the look at the schema', async () => clearInterval(watch))
}

/**
 * What nobody caught may have left anything behind half done: it is logged and ends the process as a fault. Signals end
 * it as asked.
 */
export function watchProcess(): void {
  // Whoever read what we print has gone: that is no reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  process.on('uncaughtException', (error) => {
    console.error('Lỗi ngoài dự kiến, máy chủ dừng lại. / A fault that nobody caught, the server ends.\n', error)
    void endProcess(exitCodes.fault)
  })
  // Asked twice is asked once: the database must be stopped before we end.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void endProcess(exitCodes.asked))
}
