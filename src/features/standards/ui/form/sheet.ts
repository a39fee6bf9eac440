/** What every screen of a form is given: the form, the answers, and what is known about them. */
import type { PlainDate } from '#kernel/dates.ts'
import type { Keeping } from '#platform/web/kit/unread.ts'
import type { Words } from '#platform/web/language.ts'
import type { Facts } from '../../model/facts.ts'
import type { Form } from '../../model/form.ts'
import type { FactFault } from '../../rules/faults.ts'
import type { MissingAnswer } from '../../rules/form.ts'
import type { OddAnswer } from '../../rules/oddPeople.ts'
import type { Screen } from './walk.ts'
import type { Lists } from './words.ts'

/** Somebody's words about an answer. `question` '' speaks of the whole. */
export type SheetNote = {
  readonly question: string
  readonly person: string | null
  readonly note: string
  readonly by: string
}

export type Sheet = {
  readonly form: Form
  readonly facts: Facts
  readonly day: PlainDate
  readonly lists: Lists
  readonly screens: readonly Screen[]
  readonly missing: readonly MissingAnswer[]
  readonly faults: readonly FactFault[]
  /** Answers that seldom are so: asked again, never refused. */
  readonly odd: readonly OddAnswer[]
  readonly notes: readonly SheetNote[]
  /** Numbers and days that cannot be read, as they stand in their boxes. */
  readonly asTyped: Keeping
  /** Where an unchanged answer was taken from, in a few words; null where it was given here. */
  readonly originOf: (path: string, person: string | null) => Words | null
  /** Screens whose answers were filled in beforehand and that nobody has opened. */
  readonly unseen: readonly string[]
  /** Screens were read to the family elsewhere than on themselves. */
  readonly saw: (keys: readonly string[]) => void
  readonly change: (facts: Facts) => void
  /** Goes to a screen; `fix` comes back to the check page. */
  readonly go: (key: string, fix?: boolean) => void
  /** A fresh id for a person. */
  readonly newPerson: () => string
  /** The facts with another head, as the relations of the others turn; null where a form need not name one. */
  readonly headed: ((facts: Facts, id: string) => Facts) | null
}
