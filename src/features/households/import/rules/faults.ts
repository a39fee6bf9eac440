/** What is wrong with a file: all of it counted, the first by row shown. Pure. */
import type { ImportChecked, RowFaultShown } from '../../model/views.ts'

const shown = 200

export type Faults = Pick<ImportChecked, 'faults' | 'faultCount'>
export const noFaults: Faults = { faults: [], faultCount: 0 }

export const withMore = ({ faults, faultCount }: Faults, more: readonly RowFaultShown[]): Faults =>
  more.length === 0
    ? { faults, faultCount }
    : {
        faults: [...faults, ...more].sort((a, b) => a.row - b.row).slice(0, shown),
        faultCount: faultCount + more.length,
      }
