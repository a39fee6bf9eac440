import type { OutputOf } from '#kernel/endpoint.ts'
import type * as contract from '../contract.ts'

export type TestsAnswer = OutputOf<typeof contract.listTests>
