/** What waits for me, as the rooms say it: the home page lists it and the rooms on the left count it. */
import type { Words } from './language.ts'
import type { WebProblem } from './problem.ts'

/** The rooms in the order of the year. */
export type NavGroup = 'home' | 'review' | 'skills' | 'support' | 'programme' | 'reports' | 'settings'

/** What of a group folds together where it is long. */
export type NavPart = 'plans' | 'classes' | 'proof' | 'study'

export type Work = {
  readonly key: string
  readonly group: NavGroup
  /** "Phiếu chờ kiểm tra" */
  readonly label: Words
  /** Null while it is being counted. */
  readonly count: number | null
  /** The list that is counted. */
  readonly href: string
  /** One sentence: which village, until when. */
  readonly note?: Words | undefined
  /** `late` stands first and is red; `elsewhere`: others must do it first; `coming`: a day of mine that comes; `changed` is news since yesterday: of both nothing is to do. */
  readonly state: 'waits' | 'late' | 'coming' | 'elsewhere' | 'changed'
}

export type Worklist = {
  readonly work: readonly Work[]
  readonly loading: boolean
  readonly problem: WebProblem | null
}

/** A hook of a room. It is called on every page for everybody signed in: it asks `holds(...)` before it reads. */
export type WorkProvider = () => Worklist
