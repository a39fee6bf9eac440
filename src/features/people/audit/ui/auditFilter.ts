/** The filter of the audit, kept in the address; a value that is none is left out. */
import { useLocation } from 'preact-iso'
import { findPlainDate } from '#kernel/dates.ts'
import { type AccountId, type HouseholdId, isId } from '#kernel/ids.ts'
import { usePageNumber, withQuery } from '#platform/web/address.ts'

const names = ['viec', 'nguoi', 'ho', 'tu', 'den'] as const
type Name = (typeof names)[number]
export type AuditFilter = ReturnType<typeof useAuditFilter>

const idOf = <I extends string>(text: string | undefined): I | null => (text && isId(text) ? (text as I) : null)

export function useAuditFilter() {
  const { url, query, route } = useLocation()
  const [page] = usePageNumber()
  const what = /^[a-z_]{1,30}(\.[a-z_]{1,40})?$/.test(query.viec ?? '') ? query.viec : null
  const accountId = idOf<AccountId>(query.nguoi)
  const householdId = idOf<HouseholdId>(query.ho)
  const from = findPlainDate(query.tu ?? '')
  const until = findPlainDate(query.den ?? '')
  /** A last day before the first is said at its field, and the list is not asked for by it. */
  const crossed = Boolean(from && until && until < from)
  return {
    page,
    until,
    crossed,
    asked: {
      ...(what && { what }),
      ...(accountId && { accountId }),
      ...(householdId && { householdId }),
      ...(from && { from }),
      ...(until && !crossed && { until }),
    },
    any: Boolean(what || accountId || householdId || from || until),
    set: (name: Name, value: string | null) => route(withQuery(url, { trang: null, [name]: value }), true),
    clear: () => route(withQuery(url, { trang: null, ...Object.fromEntries(names.map((name) => [name, null])) }), true),
  }
}
