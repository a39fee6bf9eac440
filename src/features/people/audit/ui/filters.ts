/** Rooms above bring filters by what is theirs (a household) to the page of the audit. */
import type { ComponentType } from 'preact'
import type { Words } from '#platform/web/language.ts'
import { placeFor } from '#platform/web/room.ts'

export type AuditFilterProps = {
  /** The household asked about by its name; null: all. */
  readonly household: Words | null
  readonly onHousehold: (householdId: string | null) => void
}
export const auditFilters = placeFor<ComponentType<AuditFilterProps>>('audit')
