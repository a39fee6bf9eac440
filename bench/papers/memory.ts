/** The most memory that a process and those it started held together. Linux only; nothing elsewhere. */
import { readdirSync, readFileSync } from 'node:fs'

const pageBytes = 4096

function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes
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
    const own = residentBytes(pid)
    program = Math.max(program, own)
    together = Math.max(together, childrenOf(pid).reduce((sum, child) => sum + residentBytes(child), own))
  }
  const timer = setInterval(look, 20)
  return {
    stop: () => {
      look()
      clearInterval(timer)
      return { programMb: Math.round(program / 1e6), togetherMb: Math.round(together / 1e6) }
    },
  }
}
