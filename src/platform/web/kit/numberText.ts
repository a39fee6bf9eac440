/** Numbers as they are typed in Vietnam: points between thousands, a comma before decimals. */
import { showNumber } from '#kernel/numbers.ts'

/** The number a text says, null where it says none (empty, letters, `1.2.3`). */
export function readNumber(text: string, decimals: number): number | null {
  const bare = text.trim().replace(/\s/g, '')
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(bare)) return null
  const [whole = '', part = ''] = bare.replace(/\./g, '').split(',')
  if (part.length > decimals) return null
  const value = Number(part ? `${whole}.${part}` : whole)
  return Number.isFinite(value) ? value : null
}

export const writeNumber = (value: number | null): string => (value === null ? '' : showNumber(value))
