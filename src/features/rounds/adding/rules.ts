/** What stands against adding a household to the list of a round, in words. */

import { type PlainDate, showDate } from '#kernel/dates.ts'
import { plainFigures } from '#kernel/figures.ts'
import type { Said } from '#kernel/text.ts'

/** How a household stands towards a round. */
export type Standing = {
  readonly listed: boolean
  /** It lives in a village of the round. */
  readonly here: boolean
  readonly endedOn: PlainDate | null
  /** Names of the open rounds that ask it; '' of one that the actor does not see. */
  readonly asked: readonly string[]
}
export type WhyNot = { readonly said: Said; readonly withReason: boolean }

const firmly = (said: Said): WhyNot => ({ said, withReason: false })

/** Null: nothing stands against it. */
export function whyNotAdded({ listed, here, endedOn, asked }: Standing): WhyNot | null {
  if (listed) return firmly({ vi: 'Đã có trong danh sách.', en: 'It is on the list already.' })
  if (endedOn)
    return firmly({
      vi: `Hộ đã kết thúc ngày ${showDate(endedOn)}.`,
      en: `The household ended on ${showDate(endedOn)}.`,
    })
  if (!here)
    return firmly({
      vi: 'Hộ không ở trong các thôn của kỳ này.',
      en: 'It does not live in the villages of this round.',
    })
  if (asked.length === 0) return null
  const names = asked.filter((name) => name !== '').map((name) => `“${name}”`)
  return {
    said:
      names.length > 0
        ? { vi: `Đang được rà soát trong kỳ ${names.join(', ')}.`, en: `Under review in ${names.join(', ')}.` }
        : { vi: 'Đang được rà soát trong kỳ của xã khác.', en: 'Under review in a round of another commune.' },
    withReason: true,
  }
}

/** Blanks part numbers where each part has a figure: `2-001 1-999`, not `12 B`. */
function apart(part: string): readonly string[] {
  const words = part.split(' ')
  return words.every((word) => /\d/.test(word)) ? words : [part]
}

/** Numbers as people paste them: one a line, or apart by commas, semicolons, tabs, blanks. Each once, in order. */
export const numbersIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n\r,;\t]+/)
      .map(plainFigures)
      .filter(Boolean)
      .flatMap(apart),
  ),
]
