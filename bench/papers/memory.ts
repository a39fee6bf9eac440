/** The most memory that a process and those it started held together, shared pages counted once. Linux only. */
import { readdirSync, readFileSync } from 'node:fs'

/** Kilobytes. */
function heldBy(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0 // it has just ended
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    )
  } catch {
    return []
  }
}

export function watchMemory(pid: number): { stop: () => { programMb: number; togetherMb: number } } {
  let [program, together] = [0, 0]
  const look = (): void => {
    const own = heldBy(pid)
    program = Math.max(program, own)
    together = Math.max(
      together,
      childrenOf(pid).reduce((sum, child) => sum + heldBy(child), own),
    )
  }
  const timer = setInterval(look, 50)
  return {
    stop: () => {
      look()
      clearInterval(timer)
      return { programMb: Math.round(program / 1024), togetherMb: Math.round(together / 1024) }
    },
  }
}
