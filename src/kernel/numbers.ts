/** Money and numbers as Vietnam writes them. Money is whole đồng in a safe integer. */
import { Type } from 'typebox'
import { plainFigures } from './figures.ts'
import type { Said } from './text.ts'

export type Vnd = number & { readonly __vnd: true }

export const VndSchema = Type.Unsafe<Vnd>(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }))

/** Whole đồng, zero or more; throws RangeError otherwise. */
export function vnd(amount: number): Vnd {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not an amount of whole đồng: ${amount}`)
  return amount as Vnd
}

/** 1234567 -> `1.234.567` */
export const showNumber = (value: number): string => {
  const [whole = '0', part] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.')
  return part ? `${grouped},${part}` : grouped
}

const swapped: Readonly<Record<string, string>> = { '.': ',', ',': '.' }

/** A number as it is shown here, in the writing of a language of the interface: `1.234,5` is `1,234.5` in English. */
export const inWriting = (shown: string, language: keyof Said): string =>
  language === 'vi' ? shown : shown.replace(/[.,]/g, (sign) => swapped[sign] ?? sign)

const mostDecimals = 12

/**
 * A number held against others, shown with as few decimals (`least` at least) as leave it on the side of each of them on
 * which it is: beside 1.500.000 an income of 1500000.01 is `1.500.000,01`, not `1.500.000`.
 */
export function showBeside(value: number, others: readonly number[], least = 0): string {
  const sides = others.map((other) => Math.sign(value - other))
  for (let decimals = least; decimals < mostDecimals; decimals++) {
    const shown = Number(value.toFixed(decimals))
    if (others.every((other, i) => Math.sign(shown - other) === sides[i])) return showNumber(shown)
  }
  return showNumber(value)
}

export const showMoney = (amount: Vnd): string => `${showNumber(amount)} đ`

/** How a number is written: what stands between its thousands, and before its decimals. */
type Writing = { readonly group: string; readonly point: string }
const vietnamese: Writing = { group: '.', point: ',' }
const international: Writing = { group: ',', point: '.' }

/** By one writing, null where it cannot be that: a group has three digits, and none begins with a zero. */
function readAs(text: string, decimals: number, { group, point }: Writing): number | null {
  const [whole = '', part, more] = text.split(point)
  if (more !== undefined || (part !== undefined && !/^\d+$/.test(part)) || (part ?? '').length > decimals) return null
  const [first = '', ...groups] = whole.split(group)
  const grouped = groups.length > 0
  if (!(grouped ? /^-?[1-9]\d{0,2}$/ : /^-?\d+$/).test(first) || !groups.every((g) => /^\d{3}$/.test(g))) return null
  const value = Number(part === undefined ? first + groups.join('') : `${first}${groups.join('')}.${part}`)
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : null
}

/** Thousands may stand apart by blanks too: `1 500 000`. */
const spaced = /^-?[1-9]\d{0,2}(\s\d{3})+(?!\d)/
const bareOf = (text: string): string => {
  const plain = plainFigures(text)
  return spaced.test(plain) ? plain.replace(/\s/g, '') : plain
}

/**
 * The number that a text typed in our own forms says, which write points between thousands and a comma before decimals:
 * `1.234,5`. Null where it says none (empty, letters, `1.2.3`).
 */
export const readNumber = (text: string, decimals: number): number | null => readAs(bareOf(text), decimals, vietnamese)

/** Nobody knows who wrote a file: `12.500` m² may be twelve and a half, or twelve thousand. */
export type FileNumber = { readonly value: number } | { readonly fault: Said }

const notWhole = (text: string): Said => ({
  vi: `“${text}” không phải một số nguyên; hãy ghi 1500000, 1.500.000 hoặc 1,500,000`,
  en: `“${text}” is not a whole number; write 1500000, 1.500.000 or 1,500,000`,
})
const notNumber = (text: string): Said => ({
  vi: `“${text}” không phải một số; hãy ghi 62,5 hoặc 62.5`,
  en: `“${text}” is not a number; write 62,5 or 62.5`,
})
const twoNumbers = (text: string, less: string, more: string): Said => ({
  vi: `“${text}” có thể là ${less} hoặc ${more}; hãy ghi đúng một trong hai cách ấy`,
  en: `“${text}” may be ${less} or ${more}; write one of these two`,
})

/** So that only one number can be read in it: no point between thousands, never three decimals. */
function clearly(value: number): string {
  const [whole = '', part] = String(value).split('.')
  return part === undefined ? whole : `${whole},${part.length === 3 ? `${part}0` : part}`
}

/** What is left where a number was cut at its commas: `1,800,000` leaves `000`. */
const cutOff = /^-?0\d/

/**
 * The number that a cell of a file says by either writing, Vietnam's (`1.500.000`, `62,5`) or the other (`1,500,000`,
 * `62.5`). Where the two read two numbers, or none, the fault says how to write it. A `whole` number has no decimals, so
 * `800.000` đồng is never 800.
 */
export function readFileNumber(text: string, kind: 'whole' | 'decimal'): FileNumber {
  const bare = bareOf(text)
  const shown = bare.slice(0, 40)
  const decimals = kind === 'whole' ? 0 : Number.POSITIVE_INFINITY
  const one = readAs(bare, decimals, vietnamese)
  const other = readAs(bare, decimals, international)
  const value = one ?? other
  if (value === null || cutOff.test(bare)) return { fault: (kind === 'whole' ? notWhole : notNumber)(shown) }
  if (one === null || other === null || one === other) return { value }
  const [less, more] = one < other ? [one, other] : [other, one]
  return { fault: twoNumbers(shown, clearly(less), clearly(more)) }
}

/**
 * Share of a part in a whole, everywhere with one decimal, so that one figure is one text: (96, 4571) -> `2,1%`, (2, 100) ->
 * `2,0%`. None is `0%` and all `100%`, and nothing else reads as either: (1, 9083) -> `<0,1%`. Null where the whole is zero.
 */
export function showShare(part: number, whole: number): string | null {
  if (whole === 0) return null
  if (part === 0 || part === whole) return part === 0 ? '0%' : '100%'
  const tenths = Math.round((part / whole) * 1000)
  if (tenths === 0) return '<0,1%'
  if (tenths === 1000 && part < whole) return '>99,9%'
  return `${showNumber(Math.floor(tenths / 10))},${tenths % 10}%`
}
