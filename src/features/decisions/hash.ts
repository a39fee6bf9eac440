import { createHash } from 'node:crypto'
import { type Signer, signerKept } from '#features/papers/rules/signature.ts'
import type { RoundId } from '#kernel/ids.ts'
import type { DecisionRow, Listed } from './queries/decisions.ts'
import { type Entry, listText, type Printed } from './rules/decision.ts'

/** What a list was hashed as before papers were fixed with it: those printed then are still waiting to be signed. */
const asBefore = ({ place: _p, content: _c, ...entry }: Listed): Entry => entry

type Row = Pick<DecisionRow, 'roundId' | 'contentHash' | 'grounds'> & Parameters<typeof signerKept>[0]

/** Whether what is printed is still what was hashed. */
export function isHashed(row: Row, entries: readonly Listed[]): boolean {
  const { roundId, contentHash: hash, grounds } = row
  if (grounds) return hashOfDraft(roundId, entries, { signer: signerKept(row), grounds }) === hash
  return hashOf(roundId, entries) === hash || hashOf(roundId, entries.map(asBefore)) === hash
}

/** By the server's own SHA-256: a list of thousands does not hold up everybody else. */
const hashOf = (roundId: RoundId, entries: readonly Entry[], printed?: Printed): string =>
  createHash('sha256')
    .update(listText(roundId, entries, printed))
    .digest('hex')

type Fixed = { readonly signer: Signer | null; readonly grounds: readonly string[] }

/** Of the signer what is printed. */
export const printedOf = ({ signer, grounds }: Fixed): Printed => ({
  signer: signer && { name: signer.name, authority: signer.authority },
  grounds,
})

/** The list, what its papers say, who signs and on which grounds. */
export const hashOfDraft = (roundId: RoundId, entries: readonly Entry[], fixed: Fixed): string =>
  hashOf(roundId, entries, printedOf(fixed))
