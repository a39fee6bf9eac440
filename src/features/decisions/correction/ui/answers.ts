/** What the calls about corrections answer, by name. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type * as contract from '../contract.ts'

export type CorrectionAnswer = OutputOf<typeof contract.showCorrection>
