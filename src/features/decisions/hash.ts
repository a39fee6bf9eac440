import { createHash } from 'node:crypto'
import type { RoundId } from '#kernel/ids.ts'
import type { Listed } from './queries/decisions.ts'
import { type Entry, listText } from './rules/decision.ts'

/** What a list was hashed as before papers were fixed with it: those printed then are still waiting to be signed. */
const asBefore = ({ place: _p, content: _c, ...entry }: Listed): Entry => entry

/** Whether the list is still the one that was hashed. */
export const isHashed = (hash: string, roundId: RoundId, entries: readonly Listed[]): boolean =>
  hashOfList(roundId, entries) === hash || hashOfList(roundId, entries.map(asBefore)) === hash

/** `listHash` by the server's own SHA-256: a list of thousands does not hold up everybody else. */
export const hashOfList = (roundId: RoundId, entries: readonly Entry[]): string =>
  createHash('sha256').update(listText(roundId, entries)).digest('hex')
