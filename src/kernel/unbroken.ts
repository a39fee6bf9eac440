/**
 * Numbers of papers (`201/QĐ-UBND`, `0001/GCN-2026`), of households (`1-339`), years (`2022-2025`), articles (`Điều 3`) and
 * sums (`1.500.000 đ`) stand on one line: no line ends after their strokes, hyphens and blanks.
 */

const whole = /(\d+(?:\/[\p{L}\d]+)*\/[\p{L}\d]+(?:-[\p{L}\d]+)+|\d+-\d+|Điều \d+|\d[\d.,]* đ(?!\p{L}))/gu

/** U+2060: nothing is seen of it, and no line ends at it. */
const joiner = '\u2060'

/** For laying out only: what is drawn, read and copied is the text `withoutJoiners`. */
export const unbroken = (text: string): string =>
  text.replace(whole, (number) => number.replace(/[/ -]/g, (at) => `${at}${joiner}`))

export const withoutJoiners = (text: string): string => text.replaceAll(joiner, '')

/** A text in parts: those at odd places are such numbers, the others what stands between them. */
export const partsOf = (text: string): string[] => text.split(whole)
