/** Money and numbers as Vietnam writes them. Money is whole đồng in a safe integer. */
import { Type } from 'typebox'

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

export const showMoney = (amount: Vnd): string => `${showNumber(amount)} đ`

/**
 * Share of a part in a whole with one decimal: (96, 4571) -> `2,1%`; a part that is there never reads as none:
 * (1, 9083) -> `<0,1%`. Null where the whole is zero.
 */
export function showShare(part: number, whole: number): string | null {
  if (whole === 0) return null
  const tenths = Math.round((part / whole) * 1000)
  return part > 0 && tenths === 0 ? '<0,1%' : `${showNumber(tenths / 10)}%`
}
