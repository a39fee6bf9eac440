/** Household numbers that are no whole number: in a cell of numbers mostly a slip, in one of letters perhaps meant. Pure. */
import { type Fault, faultAt } from '#kernel/imports.ts'
import type { Said } from '#kernel/text.ts'
import type { ColumnKey } from './columns.ts'
import type { ReadMember } from './rows.ts'

const asked = (number: string): Said => ({
  vi: `Số hộ “${number}” là số lẻ. Có đúng là số của hộ này không?`,
  en: `The household number “${number}” is no whole number. Is it what the household is called?`,
})

/** Asked once for each number of a village, where it first stands. */
export function* brokenNumbers(members: readonly ReadMember[]): Generator<Fault<ColumnKey>> {
  const seen = new Set<string>()
  for (const member of members) {
    const key = `${member.villageId} ${member.number}`
    if (!/^\d+[.,]\d+$/.test(member.number) || seen.has(key)) continue
    seen.add(key)
    yield faultAt(member, 'number', asked(member.number))
  }
}
