import type { HouseholdAnswer } from '../answers.ts'

/** What the form of every change is given. */
export type DeedProps = { readonly household: HouseholdAnswer; readonly onDone: () => void }
