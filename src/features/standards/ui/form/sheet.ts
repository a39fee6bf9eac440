/** What every screen of a form is given: the form, the answers, and what is known about them. */
import type { PlainDate } from '#kernel/dates.ts'
import type { Keeping } from '#platform/web/kit/unread.ts'
import type { Words } from '#platform/web/language.ts'
import type { Facts } from '../../model/facts.ts'
import type { Form } from '../../model/form.ts'
import type { FactFault } from '../../rules/faults.ts'
import type { MissingAnswer } from '../../rules/form.ts'
import type { OddAnswer } from '../../rules/oddPeople.ts'
import type { RecapScreen, Screen } from './walk.ts'
import type { Lists } from './words.ts'

/** Somebody's words about an answer. `question` '' speaks of the whole. */
export type SheetNote = {
  readonly question: string
  readonly person: string | null
  readonly note: string
  readonly by: string
}

/** What stands against finishing, in words, with the screen where it is mended. */
export type Stop = { readonly key: string; readonly said: string }

export type Gone = {
  readonly person: string
  readonly name: string
  readonly reason: string
  readonly on: string | null
}

/** How somebody leaves who is in the register. */
export type Leaving = {
  readonly reasons: readonly { readonly value: string; readonly label: Words }[]
  /** Who was only added here is taken off without a reason. */
  readonly asks: (person: string) => boolean
  readonly gone: readonly Gone[]
  readonly leave: (person: string, how: { reason: string; newHead: string | null }) => void
  readonly leftOn: (person: string, on: string | null) => void
  readonly takeBack: (person: string) => void
}

export type Sheet = {
  readonly form: Form
  readonly facts: Facts
  readonly day: PlainDate
  readonly lists: Lists
  readonly screens: readonly Screen[]
  readonly missing: readonly MissingAnswer[]
  readonly faults: readonly FactFault[]
  /** All that stands against finishing: one list, and its length is the count said everywhere. */
  readonly stops: readonly Stop[]
  /** Answers that seldom are so: asked again, never refused. */
  readonly odd: readonly OddAnswer[]
  /** It is so; asked no more. Null where nobody needs to be believed. */
  readonly beSure: ((said: OddAnswer['said']) => void) | null
  readonly notes: readonly SheetNote[]
  /** Numbers and days that cannot be read, as they stand in their boxes. */
  readonly asTyped: Keeping
  /** Where an unchanged answer was taken from, in a few words; null where it was given here. */
  readonly originOf: (path: string, person: string | null) => Words | null
  /** Answers of last time that are not offered again, by their paths (`members[p1].job`): asked as if for the first time. */
  readonly anew: ReadonlySet<string>
  /** A person is one card. */
  readonly cards: boolean
  /** What a card that was read back whole is kept as; null where there is nothing to keep. */
  readonly keptAs: (card: RecapScreen) => Words | null
  /** Screens were read to the family elsewhere than on themselves. */
  readonly saw: (keys: readonly string[]) => void
  readonly change: (facts: Facts) => void
  /** Goes to a screen; `fix` comes back to the check page. */
  readonly go: (key: string, fix?: boolean) => void
  /** A fresh id for a person. */
  readonly newPerson: () => string
  /** The facts with another head, as the relations of the others turn; null where a form need not name one. */
  readonly headed: ((facts: Facts, id: string) => Facts) | null
  /** Null where nobody's leaving is recorded. */
  readonly leaving: Leaving | null
}
