/**
 * The day I look at. `?ngay=` is the day of the facts, `?donvi=` the day of the units (the same one when it is not
 * said). Today by default, and today is the server's.
 */
import { useLocation } from 'preact-iso'
import { dayInVietnam, findPlainDate, type PlainDate } from '#kernel/dates.ts'
import { withQuery } from './address.ts'
import { me } from './session.ts'

export type LookedAtDay = {
  readonly facts: PlainDate
  readonly units: PlainDate
  readonly today: PlainDate
  readonly isToday: boolean
  /** Null goes back to today (facts) or to the day of the facts (units). */
  readonly set: (next: { facts?: PlainDate | null; units?: PlainDate | null }) => void
}

export const today = (): PlainDate => (me.value && !me.value.keptAt ? me.value.today : dayInVietnam(Date.now()))

export function useDay(): LookedAtDay {
  const { url, query, route } = useLocation()
  const now = today()
  const facts = findPlainDate(query.ngay ?? '') ?? now
  const units = findPlainDate(query.donvi ?? '') ?? facts
  return {
    facts,
    units,
    today: now,
    isToday: facts === now && units === now,
    set: (next) =>
      route(
        withQuery(url, {
          ...('facts' in next && { ngay: next.facts === now ? null : next.facts }),
          ...('units' in next && { donvi: next.units }),
          trang: null,
        }),
      ),
  }
}
