/** What a household is tried by: the standard itself, and the exercise with borrowed thresholds where it is asked for. */
import { useMemo } from 'preact/hooks'
import { useRead } from '#platform/web/reads.ts'
import type { Standard } from '../../model/standard.ts'
import { borrowThresholds } from '../../rules/borrow.ts'
import { compileStandard, type Scorer } from '../../rules/compile.ts'
import { getPointsTable, getStandard } from '../calls.ts'

export type Chosen = { readonly tableId: string; readonly lender: string }

/** The standard first; then, where thresholds are borrowed, the exercise. */
export function useScorers(standard: Standard, { tableId, lender }: Chosen): Scorer[] {
  const table = useRead(getPointsTable, tableId ? { tableId } : null).data?.table
  const from = useRead(getStandard, lender ? { standardId: lender } : null).data?.standard
  const points = tableId && table?.id === tableId ? table : undefined
  const lent = lender && from?.id === lender ? from : undefined
  return useMemo(() => {
    const own = compileStandard(standard, points)
    return lent ? [own, compileStandard(borrowThresholds(standard, lent))] : [own]
  }, [standard, points, lent])
}
