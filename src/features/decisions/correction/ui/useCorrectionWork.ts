import { useTo } from '#platform/web/address.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Worklist } from '#platform/web/work.ts'
import { correctionPath } from './addresses.ts'
import { correctionWork } from './calls.ts'

/** Corrections to be signed, each on its line with whose papers it puts right. */
export function useCorrectionWork(): Worklist {
  const mine = holds('decision.enforce')
  const read = useRead(correctionWork, mine ? {} : null)
  const to = useTo()
  return {
    work: (read.data?.items ?? []).map(({ areaId, areaName, headName, correctionId }) => ({
      key: `correction ${correctionId}`,
      group: 'review',
      label: { vi: 'Đính chính chờ ký, ban hành', en: 'Corrections to be signed and put in force' },
      count: 1,
      href: to(correctionPath(correctionId), { noi: areaId }),
      note: `${headName}, ${areaName}`,
      state: 'waits',
    })),
    loading: mine && read.loading && read.data === null,
    problem: read.problem?.status === 403 ? null : read.problem,
  }
}
