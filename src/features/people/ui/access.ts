import { type Role, roleNames, roles } from '#kernel/access.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { Choice } from '#platform/web/kit/ChoiceField.tsx'
import type * as contract from '../contract.ts'

export type AccessAnswer = OutputOf<typeof contract.whoHasAccess>
export type GrantRow = AccessAnswer['grants'][number]

/** Roles that can be given today. The district level ended on 01/07/2025, so its role can not. */
export const roleChoices: readonly Choice<Role>[] = roleNames
  .filter((role) => role !== 'district')
  .map((role) => ({ value: role, label: roles[role] }))
