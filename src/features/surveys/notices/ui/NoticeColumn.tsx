import type { VillageColumns } from '#features/rounds/ui/panel.ts'
import { useTo } from '#platform/web/address.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { villageNotices } from '../columns.ts'
import { listNotices } from './calls.ts'
import { roundNoticesPath } from './paths.ts'

/** Beside what is surveyed in a village: how many of its notices wait; no column where nothing was ever told. */
export const NoticeColumn: VillageColumns = ({ of: { round }, children }) => {
  const read = useRead(listNotices, { roundId: round.roundId })
  const to = useTo()
  const { villages = [] } = read.data ?? {}
  if (villages.length === 0) return <>{children([])}</>
  const open = new Map<string, number>(villages.map((one) => [one.villageId, one.open]))
  const cell = ({ villageId }: { readonly villageId: string }) => {
    const n = open.get(villageId) ?? 0
    if (n === 0) return '0'
    const there = roundNoticesPath(round.roundId)
    return <a href={to(there, { 'tinh-trang': 'open', thon: villageId })}>{showNumber(n)}</a>
  }
  return <>{children([{ ...villageNotices, cell }])}</>
}
