/** What is wrong with a number as it is typed. */
import { readNumber, showNumber } from '#kernel/numbers.ts'
import type { Words } from '../language.ts'

type Bounds = { readonly min: number; readonly max: number; readonly decimals: number }

/** Of the kind that is asked: square metres, persons, đồng. */
const exampleOf = ({ max, decimals }: Bounds): string => (decimals > 0 ? '62,5' : max < 1000 ? '4' : '1.500.000')

/** What is a number and no whole one is told so, where whole ones are asked for. */
export function faultOf(text: string, bounds: Bounds): Words | null {
  const read = readNumber(text, bounds.decimals)
  if (read === null && bounds.decimals === 0 && readNumber(text, mostDecimals) !== null) {
    const example = exampleOf(bounds)
    return {
      vi: `Hãy nhập số nguyên, không có phần lẻ, ví dụ ${example}.`,
      en: `Type a whole number, for example ${example}.`,
    }
  }
  return findFault(read, bounds)
}
const mostDecimals = 6

function findFault(value: number | null, bounds: Bounds): Words | null {
  const { min, max } = bounds
  const example = exampleOf(bounds)
  if (value === null) return { vi: `Hãy nhập một số, ví dụ ${example}.`, en: `Type a number, for example ${example}.` }
  if (value < min) return { vi: `Không nhỏ hơn ${showNumber(min)}.`, en: `Not below ${showNumber(min)}.` }
  if (value > max) return { vi: `Không lớn hơn ${showNumber(max)}.`, en: `Not above ${showNumber(max)}.` }
  return null
}
