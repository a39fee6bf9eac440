/** Tasks for the tests of the workers: what goes wrong in heavy work, on purpose. */
import { defineProblems } from '#kernel/problem.ts'

const heavyProblem = defineProblems({
  'heavy.refused': { status: 422, vi: 'Không làm {what}.', en: 'Will not do {what}.' },
})

export const pid = (): number => process.pid
export const echo = <T>(given: T): T => given
export const surroundings = (): string[] => Object.keys(process.env)

/** Holds the process for so many seconds without giving way. */
export function spin(seconds: number): string {
  const until = performance.now() + seconds * 1000
  while (performance.now() < until) {}
  return 'done'
}

/** Asks for memory without end, in one list that only grows: such a thread would take its whole process along. */
export function eat(): number {
  const list: number[] = []
  for (;;) list.push(Math.random())
}

/** What no process can hand to another. */
export const uncopiable =
  (given: unknown): (() => unknown) =>
  () =>
    given

export const die = (): never => process.exit(3)

export function refuse(): never {
  throw heavyProblem('heavy.refused', { what: '{what}' })
}

export function stumble(): never {
  throw new Error('a fault of ours')
}
