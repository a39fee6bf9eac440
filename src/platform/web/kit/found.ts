/** In which order Ctrl K shows what the rooms found. */
import { fold } from '#kernel/text.ts'

export type Found = {
  readonly href: string
  readonly label: string
  readonly detail?: string
  /** Its number, or the whole of its name, is the very text that was typed. */
  readonly exact?: boolean
  /** Called so by a name that is not shown, with the marks that were typed. */
  readonly spelled?: boolean
  /** Of other units, or found by what it was called before. */
  readonly far?: boolean
}

const spelling = (text: string): string =>
  ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** The least first: the very name or number; the words as they were typed, `họp` before `Hợp`; the words without marks; a part of words. */
function rankOf({ label, exact, spelled, far }: Found, q: string): number {
  const near = far ? 1 : 0
  if (exact && !far) return 0
  if (spelled || spelling(label).includes(spelling(q))) return 1 + near
  if (exact) return 2
  return (
    (fold(spelling(label))
      .concat(' ')
      .includes(`${fold(q)} `)
      ? 3
      : 5) + near
  )
}

/** What is as near stays in the order in which it came. */
export const inRank = <F extends Found>(found: readonly F[], q: string): F[] =>
  found
    .map((one, at) => ({ one, at, rank: rankOf(one, q) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ one }) => one)
