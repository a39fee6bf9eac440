/** What the pages of this room read, by name. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type * as contract from '../contract.ts'

export type HouseholdAnswer = OutputOf<typeof contract.showHousehold>
export type ListAnswer = OutputOf<typeof contract.listHouseholds>
export type ListedHousehold = ListAnswer['rows'][number]
export type FoundById = OutputOf<typeof contract.findByCitizenId>
export type MemberAnswer = HouseholdAnswer['members'][number]
export type EventAnswer = HouseholdAnswer['timeline'][number]
export type MovedAnswer = OutputOf<typeof contract.moveHouseholds>
