/** What the share of a class is a share of: one reading for every page, list and file. */
import { type PlainDate, showDate } from '#kernel/dates.ts'
import { showNumber, showShare } from '#kernel/numbers.ts'
import type { Said } from '#kernel/text.ts'

type Count = { readonly households: number; readonly day: PlainDate }

/** Households of a place: as it declared them, and as the register counts them; null where the reader does not reach all of it. */
export type Counted = { readonly declared: Count | null; readonly register: Count | null }

/** A count to divide by, with the day of which it speaks. */
export type Whole = Count & { readonly by: 'declared' | 'register' }

/**
 * What shares of a place are told of. The total that the place declared comes first: reports are drawn from it. The count
 * of the register stands beside it where it is another, so that no two pages tell two rates without saying of what; by
 * it places compare of which one has declared nothing.
 */
export function wholesOf({ declared, register }: Counted): readonly Whole[] {
  const own: Whole[] = register ? [{ by: 'register', households: register.households, day: register.day }] : []
  if (!declared) return own
  const said: Whole = { by: 'declared', households: declared.households, day: declared.day }
  return declared.households === register?.households ? [said] : [said, ...own]
}

/** `9.083 hộ khai báo ngày 01/09/2026` */
export function wholeSaid({ by, households, day }: Whole): Said {
  const [n, on] = [showNumber(households), showDate(day)]
  return by === 'declared'
    ? { vi: `${n} hộ khai báo ngày ${on}`, en: `${n} households declared on ${on}` }
    : { vi: `${n} hộ trong sổ ngày ${on}`, en: `${n} households in the register on ${on}` }
}

/** Null of nobody, and where fewer were declared than counted. */
export const shareOf = (part: number, { households }: Whole): string | null =>
  part > households ? null : showShare(part, households)

/** The share of a place with what it is a share of, and the other beside it where it differs; null where there is none. */
export function shareSaid(part: number, place: Counted): Said | null {
  const said = wholesOf(place).flatMap((whole): Said[] => {
    const [share, of] = [shareOf(part, whole), wholeSaid(whole)]
    return share === null ? [] : [{ vi: `${share} của ${of.vi}`, en: `${share} of ${of.en}` }]
  })
  return said.length === 0 ? null : { vi: said.map(({ vi }) => vi).join('; '), en: said.map(({ en }) => en).join('; ') }
}
