/** What the calls of this room answer, by name. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type * as desk from '../desk/contract.ts'

export type CaseAnswer = OutputOf<typeof desk.showCase>
export type SurveyRecord = NonNullable<CaseAnswer['survey']>
export type Difference = CaseAnswer['differences'][number]
