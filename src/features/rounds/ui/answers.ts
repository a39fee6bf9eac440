/** What the calls of this room answer, by name. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type * as assigning from '../assigning/contract.ts'
import type * as contract from '../contract.ts'
import type * as list from '../list/contract.ts'
import type * as progress from '../progress/contract.ts'

export type RoundRow = OutputOf<typeof contract.listRounds>['rounds'][number]
export type RoundAnswer = OutputOf<typeof contract.showRound>
export type CaseCounts = RoundRow['counts']
export type RoundVillage = RoundAnswer['villages'][number]
export type EnumeratorRow = OutputOf<typeof list.listEnumerators>['enumerators'][number]
export type ArrivalsAnswer = OutputOf<typeof list.listArrivals>
export type ProposalAnswer = OutputOf<typeof assigning.proposeVillages>
export type ProposalRow = ProposalAnswer['villages'][number]
export type ProgressAnswer = OutputOf<typeof progress.roundProgress>
export type ProgressRow = ProgressAnswer['rounds'][number]
