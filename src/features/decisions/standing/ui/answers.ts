/** What the call about one household answers, by name. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type { householdReview } from '../contract.ts'

export type HouseholdReview = OutputOf<typeof householdReview>
