/** The worklist of the whole application, put together once in the frame and read by the home page and the rooms. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { NavGroup, Work, Worklist } from '#platform/web/work.ts'

const empty: Worklist = { work: [], loading: false, problem: null }
export const WorklistContext = createContext<Worklist>(empty)
export const useWorklist = (): Worklist => useContext(WorklistContext)

/** Late first, then what waits, then what comes, then what others do, then news; within each in the order of the year. */
export function joinWork(lists: readonly Worklist[]): Worklist {
  const order = { late: 0, waits: 1, coming: 2, elsewhere: 3, changed: 4 } as const
  const work = lists.flatMap((list) => list.work).filter((one) => one.count !== 0)
  return {
    work: work.sort((a, b) => order[a.state] - order[b.state]),
    loading: lists.some((list) => list.loading),
    problem: lists.find((list) => list.problem)?.problem ?? null,
  }
}

/** To be done by who reads it: not by others, and no news. */
export const isToDo = ({ state }: Work): boolean => state === 'late' || state === 'waits'

/** How many things wait. The home page says the sum of what the rooms say. */
export const waiting = (work: readonly Work[]): number =>
  work.filter(isToDo).reduce((sum, one) => sum + (one.count ?? 0), 0)

export const waitingIn = (group: NavGroup, work: readonly Work[]): number =>
  waiting(work.filter((one) => one.group === group))
