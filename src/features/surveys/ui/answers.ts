/** What the calls of this room answer, by name. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type * as contract from '../contract.ts'

export type CaseAnswer = OutputOf<typeof contract.showCase>
export type SurveyRecord = NonNullable<CaseAnswer['survey']>
export type Difference = CaseAnswer['differences'][number]
