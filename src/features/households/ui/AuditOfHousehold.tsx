/** On the page of the audit: the lines of one household. */
import type { AuditFilterProps } from '#features/people/audit/ui/filters.ts'
import { say } from '#platform/web/language.ts'
import { holds } from '#platform/web/session.ts'
import { HouseholdPicker } from './list/HouseholdPicker.tsx'

export default function AuditOfHousehold({ household, onHousehold }: AuditFilterProps) {
  if (!holds('household.read')) return null
  return (
    <HouseholdPicker
      label={{ vi: 'Hộ', en: 'Household' }}
      required
      chosen={household === null ? null : say(household)}
      onChoose={onHousehold}
    />
  )
}
