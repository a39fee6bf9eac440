/** What the calls about decisions answer, by name. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type * as contract from '../contract.ts'

export type DecisionAnswer = OutputOf<typeof contract.showDecision>
export type EntryRow = DecisionAnswer['entries'][number]
