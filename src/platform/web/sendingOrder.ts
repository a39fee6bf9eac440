/**
 * What goes next. Commands of one household go in the order in which they were made, one at a time: the second rests on
 * the first. Among households the small ones go first: on a bad line more of them come home.
 *
 * A refused command holds up what was made of its household before that was known, since who made it counted on the
 * first; what is made afterwards goes, and all of it once the refused one was sent again or put away. Others go on.
 */
import type { StoredCommand } from './stored.ts'

export const mostAtOnce = { commands: 100, bytes: 256 * 1024 } as const

/** Commands of one line rest on one another. */
export const lineOf = ({ path, subject }: Pick<StoredCommand, 'path' | 'subject'>): string =>
  /^\/api\/households\/([^/]+)\//.exec(path)?.[1] ?? (subject ? `${subject.kind} ${subject.id}` : path)

type Queued = StoredCommand & { readonly seq: number }

const inOrder = (commands: readonly StoredCommand[]): Queued[] =>
  commands.filter((one): one is Queued => one.seq !== undefined).sort((a, b) => a.seq - b.seq)

/** Waiting ones that a refused one of their household holds up. */
export function heldUp(commands: readonly StoredCommand[]): StoredCommand[] {
  const until = new Map<string, number>()
  const held: StoredCommand[] = []
  for (const command of inOrder(commands)) {
    const line = lineOf(command)
    if (command.state === 'refused') until.set(line, Math.max(until.get(line) ?? 0, command.unknownTo ?? 0))
    else if (command.state === 'waiting' && command.seq <= (until.get(line) ?? 0)) held.push(command)
  }
  return held
}

/** The first that waits of each line, in the order they were made; of a line in `passed` none. */
export function readyToGo(commands: readonly StoredCommand[], passed: ReadonlySet<string>): StoredCommand[] {
  const held = new Set(heldUp(commands))
  const seen = new Set<string>(passed)
  return inOrder(commands).filter((command) => {
    const line = lineOf(command)
    if (command.state !== 'waiting' || seen.has(line)) return false
    seen.add(line)
    return !held.has(command)
  })
}

const encoder = new TextEncoder()
const sizeOf = ({ input }: StoredCommand): number => encoder.encode(input ?? '').length

/** As many of them as go together; one that is larger than all may be goes by itself. */
export function nextBatch(ready: readonly StoredCommand[]): StoredCommand[] {
  const sized = ready.map((command) => ({ command, size: sizeOf(command) })).sort((a, b) => a.size - b.size)
  let left: number = mostAtOnce.bytes
  const fits = sized.slice(0, mostAtOnce.commands).filter(({ size }, at) => {
    left -= size
    return at === 0 || left >= 0
  })
  return fits.map(({ command }) => command)
}

const pauses = { firstMs: 2_000, longestMs: 5 * 60_000 } as const

/** How long to wait after so many failures in a row; `chance` in [0, 1) keeps a village's phones from asking together. */
export const pauseMs = (failures: number, chance: number): number =>
  Math.min(pauses.longestMs, pauses.firstMs * 2 ** Math.max(0, failures - 1)) * (0.5 + chance / 2)
