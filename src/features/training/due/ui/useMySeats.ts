import { useTo } from '#platform/web/address.ts'
import { useRead } from '#platform/web/reads.ts'
import type { Worklist } from '#platform/web/work.ts'
import { mySeatSaid } from '../columns.ts'
import { mySeats } from './calls.ts'

/** On the home page: that I have a seat in an approved plan, until its weeks are over. */
export function useMySeats(): Worklist {
  const read = useRead(mySeats, {})
  const to = useTo()
  const coming = (read.data?.seats ?? []).filter((seat) => !seat.over)
  return {
    work: coming.map((seat) => ({
      ...{ key: `my seat ${seat.planSeatId}`, group: 'skills', state: 'coming', count: null },
      label: { vi: 'Tôi có chỗ trong kế hoạch đào tạo', en: 'My seat in a plan of training' },
      note: mySeatSaid(seat),
      href: to('/nhu-cau-dao-tao/cua-toi'),
    })),
    loading: read.loading && read.data === null,
    problem: read.problem,
  }
}
