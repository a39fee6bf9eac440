/** Where the pages of this room stand, and how the filters of a list are written in an address. */
import type { CaseId } from '../model.ts'
import type { DecisionId, HouseholdId, RoundId } from '#kernel/ids.ts'
import type { Query } from '#platform/web/address.ts'

export const roundsPath = '/ra-soat'
export const roundPath = (roundId: RoundId): string => `${roundsPath}/${roundId}`
export const casesPath = (roundId: RoundId): string => `${roundPath(roundId)}/danh-sach`
export const assignPath = (roundId: RoundId): string => `${roundPath(roundId)}/giao-viec`
export const casePath = (one: { roundId: RoundId; householdId: HouseholdId; caseId: CaseId }): string =>
  `${roundPath(one.roundId)}/ho/${one.householdId}/${one.caseId}`
/** The form at a desk. */
export const surveyPath = (one: { householdId: HouseholdId; caseId: CaseId }): string =>
  `/phieu/${one.householdId}/${one.caseId}`
export const decisionPath = (decisionId: DecisionId): string => `/quyet-dinh/${decisionId}`
export const householdPath = (householdId: HouseholdId): string => `/ho/${householdId}`

/** A filter of `surveys.list` and its name in the address. */
export const filterNames = {
  villageId: 'thon',
  state: 'tinh-trang',
  enumeratorId: 'nguoi',
  class: 'dien',
  closingClass: 'dien-cu',
  undecidable: 'vuong',
  q: 'tim',
} as const
export type FilterName = keyof typeof filterNames

/** The address query of a filter given in the words of the call; what is no filter is left out. */
export const asQuery = (filter: Readonly<Record<string, string | boolean | undefined>>): Query =>
  Object.fromEntries(
    (Object.keys(filterNames) as FilterName[])
      .filter((name) => filter[name] !== undefined)
      .map((name) => [filterNames[name], String(filter[name])]),
  )
