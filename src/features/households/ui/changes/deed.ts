import type { MemberId } from '#kernel/ids.ts'
import type { HouseholdAnswer } from '../answers.ts'

/** What the form of every change is given. */
export type DeedProps = { readonly household: HouseholdAnswer; readonly onDone: () => void }

/** The head as the page has it: what is said to the head rests on that. */
export const headIdOf = ({ members }: HouseholdAnswer): MemberId | undefined =>
  members.find(({ relation }) => relation === 'head')?.memberId
