/** Who of the list may be the household that is spoken of: heads called alike. Pure; the phone points them out by itself. */
import { heardAs } from '#features/households/rules/doubles.ts'
import { fold } from '#kernel/text.ts'

export type KnownHead = {
  readonly householdId: string
  readonly headName: string
  readonly address: string
  /** Null where it is not known here. */
  readonly birthYear: number | null
}
export type SpokenOf = Omit<KnownHead, 'householdId'> & { readonly householdId: string | null }

const sameYear = (a: number | null, b: number | null): boolean => a !== null && a === b
const samePlace = (a: string, b: string): boolean => fold(a) !== '' && fold(a) === fold(b)

/** Heads whose names are heard alike, itself left out: those of the same year of birth or the same address first (`likely`). */
export function headsAlike<K extends KnownHead>(of: SpokenOf, known: readonly K[]): { of: K; likely: boolean }[] {
  const heard = heardAs(of.headName)
  if (heard === '') return []
  return known
    .filter((one) => one.householdId !== of.householdId && heardAs(one.headName) === heard)
    .map((one) => ({
      of: one,
      likely: sameYear(of.birthYear, one.birthYear) || samePlace(of.address, one.address),
    }))
    .sort((a, b) => Number(b.likely) - Number(a.likely))
}

/** Of a whole list each household that another one of it is likely to be, with those others. */
export function likelyDoubles<K extends KnownHead>(known: readonly K[]): ReadonlyMap<string, readonly K[]> {
  const byName = new Map<string, K[]>()
  for (const one of known) {
    const heard = heardAs(one.headName)
    if (heard !== '') byName.set(heard, [...(byName.get(heard) ?? []), one])
  }
  const found = new Map<string, readonly K[]>()
  for (const alike of byName.values())
    for (const one of alike) {
      const others = headsAlike(one, alike).flatMap(({ of, likely }) => (likely ? [of] : []))
      if (others.length > 0) found.set(one.householdId, others)
    }
  return found
}
