/** The hash of what a correction says, and its QR. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '#features/standards/rules/hash.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import type { CorrectionId, DecisionId, HouseholdId } from '#kernel/ids.ts'
import { signPaper } from '#platform/server/documents/signed.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import type { Place } from '../place.ts'
import type { Printed } from '../rules/decision.ts'
import type { Told } from './model.ts'

type Said = {
  readonly decisionId: DecisionId
  readonly householdId: HouseholdId
  readonly before: Told
  readonly after: Told
  readonly because: string
  /** Who signs and the grounds, of what was drafted since both are printed. */
  readonly printed?: Printed
}
export const hashOfCorrection = (said: Said): string => createHash('sha256').update(canonicalJson(said)).digest('hex')

type Signing = {
  readonly id: CorrectionId
  readonly day: PlainDate
  readonly hash: string
  readonly place: Pick<Place, 'name' | 'code'>
}
type Words = { readonly holder: string; readonly decision: string }

/**
 * The QR of the print: its number is written by hand later, what it says is fixed by the hash. What it states fits with the
 * longest number (`signPaper` cuts).
 */
export const signCorrection = ({ id, day, hash, place }: Signing, { holder, decision }: Words, keys: Keys): string =>
  signPaper(
    {
      v: 1,
      kind: 'correction',
      number: '',
      id,
      issuedBy: { name: place.name, code: place.code },
      holder,
      states: `đính chính Quyết định ${decision}`,
      years: { from: yearOf(day), to: yearOf(day) },
      day,
      hash: hash.slice(0, 16),
    },
    keys,
  )
