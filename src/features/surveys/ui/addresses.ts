/** Where the pages of this room stand, and how the filters of its list are written in an address. */
import { queryBy, standingNames } from '#features/rounds/ui/addresses.ts'
import type { HouseholdId, ReviewCaseId, RoundId } from '#kernel/ids.ts'
import { type Query, withQuery } from '#platform/web/address.ts'

/** The form at a desk. */
export const surveyPath = (one: { householdId: HouseholdId; caseId: ReviewCaseId }): string =>
  `/phieu/${one.householdId}/${one.caseId}`
export const householdPath = (householdId: HouseholdId): string => `/ho/${householdId}`

/** The list on the phone: what waits of one kind in one round, as the home page counts it. */
export const myListPath = (of: { kind: string; roundId: RoundId }): string =>
  withQuery('/phone', { viec: of.kind, ky: of.roundId })

/** A filter of `surveys.list` and its name in the address. */
export const filterNames = {
  ...standingNames,
  class: 'dien',
  closingClass: 'dien-cu',
  undecidable: 'vuong',
  unclassed: 'chua-dien',
  q: 'tim',
} as const
export type FilterName = keyof typeof filterNames

export const asQuery = (filter: Readonly<Record<string, string | boolean | undefined>>): Query =>
  queryBy(filterNames, filter)
