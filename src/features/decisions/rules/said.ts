/** What the papers of a decision say of one household. */

import type { Relation } from '#features/households/model.ts'
import type { supports } from '#features/standards/model/words.ts'
import type { Sex } from '#kernel/persons.ts'

export type SaidMember = {
  readonly name: string
  readonly birthYear: number
  readonly sex: Sex
  readonly relation: Relation
  /** Code of the group, as the register has it. */
  readonly ethnicity: string
}

/** As the register stood on the day of the draft; `merit`, `noLabour` and `supports` from the answers decided on. */
export type EntryContent = {
  readonly head: string
  readonly address: string
  readonly village: string
  /** The head first, then by age. */
  readonly members: readonly SaidMember[]
  readonly merit: boolean
  readonly noLabour: boolean
  readonly supports: readonly (typeof supports)[number][]
}
