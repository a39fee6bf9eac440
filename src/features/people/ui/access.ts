import type { OutputOf } from '#kernel/endpoint.ts'
import type * as contract from '../contract.ts'

export type AccessAnswer = OutputOf<typeof contract.whoHasAccess>
export type GrantRow = AccessAnswer['grants'][number]
