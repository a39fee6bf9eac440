import { createHash } from 'node:crypto'
import type { RoundId } from '#kernel/ids.ts'
import { type Entry, listText } from './rules/decision.ts'

/** `listHash` by the server's own SHA-256: a list of thousands does not hold up everybody else. */
export const hashOfList = (roundId: RoundId, entries: readonly Entry[]): string =>
  createHash('sha256').update(listText(roundId, entries)).digest('hex')
