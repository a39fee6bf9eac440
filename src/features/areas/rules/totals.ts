/** By what a rate divides, and when two counts of one thing must both be shown. */
import type { PlainDate } from '#kernel/dates.ts'
import type { Mark } from '../words.ts'

type Declared = { readonly households: number; readonly day: PlainDate; readonly source: string; readonly mark: Mark }

/**
 * The number of households a rate divides by, named: the declared total where there is one, else the register's own
 * count. `contradicts`: the register holds another number, so both are shown; more than declared means the declared
 * total is behind, fewer that the register is not complete.
 */
export type Denominator =
  | {
      readonly by: 'declared'
      readonly households: number
      readonly of: Declared
      readonly contradicts: 'register_more' | 'register_fewer' | null
    }
  | { readonly by: 'register'; readonly households: number }

export function denominator(declared: Declared | null, registered: number): Denominator {
  if (!declared) return { by: 'register', households: registered }
  const contradicts =
    registered > declared.households ? 'register_more' : registered < declared.households ? 'register_fewer' : null
  return { by: 'declared', households: declared.households, of: declared, contradicts }
}
