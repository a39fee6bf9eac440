/** What stands against adding a household to the list of a round, in words. */

import { type PlainDate, showDate } from '#kernel/dates.ts'
import { plainFigures } from '#kernel/figures.ts'
import type { Said } from '#kernel/text.ts'
import { type Doubt, namedRounds } from '../rules/doubts.ts'

/** How a household stands towards a round. */
export type Standing = {
  readonly listed: boolean
  /** It lives in a village of the round. */
  readonly here: boolean
  readonly endedOn: PlainDate | null
  /** Names of the open rounds that ask it; '' of one of a commune that the actor does not hold. */
  readonly asked: readonly string[]
  /** The day of the round, where another decision gives it a class from then already. */
  readonly given: PlainDate | null
}
/** `doubts`: what is asked of one that is added with a reason. */
export type WhyNot = { readonly said: Said; readonly withReason: boolean; readonly doubts: readonly Doubt[] }

const firmly = (said: Said): WhyNot => ({ said, withReason: false, doubts: [] })

/** Null: nothing stands against it. */
export function whyNotAdded({ listed, here, endedOn, ...standing }: Standing): WhyNot | null {
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
  const doubts = doubtsOf(standing)
  if (doubts.length === 0) return null
  const said = { vi: doubts.map(({ vi }) => vi).join(' '), en: doubts.map(({ en }) => en).join(' ') }
  return { said, withReason: true, doubts }
}

function doubtsOf({ asked, given }: Pick<Standing, 'asked' | 'given'>): Doubt[] {
  const rounds = asked.length > 0 ? namedRounds(asked) : null
  const day = given && showDate(given)
  return [
    ...(rounds
      ? [{ code: 'asked_elsewhere', vi: `Đang được rà soát trong ${rounds.vi}.`, en: `Under review in ${rounds.en}.` }]
      : []),
    ...(day
      ? [
          {
            code: 'class_given',
            vi: `Đã có diện bắt đầu từ ngày ${day} theo quyết định khác, nên kỳ này không quyết định được nữa.`,
            en: `It has a class from ${day} by another decision, so this round cannot decide on it.`,
          },
        ]
      : []),
  ]
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
