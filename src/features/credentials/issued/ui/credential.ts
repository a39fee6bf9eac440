import type { OutputOf } from '#kernel/endpoint.ts'
import type * as contract from '../contract.ts'
import type { CredentialState } from '../model.ts'

export type CredentialsAnswer = OutputOf<typeof contract.listCredentials>
export const credentialPath = (id: string): string => `/chung-nhan/${id}`

export const stateLooks = {
  valid: 'done',
  expiring: 'waits',
  coming: 'plain',
  expired: 'late',
  revoked: 'late',
  reissued: 'plain',
} as const satisfies Record<CredentialState, string>
