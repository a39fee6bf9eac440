/** What was given to somebody else while it was being given: what is sent after a person has chosen. */
import type { InputOf } from '#kernel/endpoint.ts'
import type { AccountId, AreaId, HouseholdId } from '#kernel/ids.ts'
import type { Choose } from '#platform/web/edits.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import type { Told } from '#platform/web/told.ts'
import type { assignVillages } from '../../assigning/contract.ts'
import type { assign } from '../../list/contract.ts'

/** As it was seen, but what was just told: that is seen now. */
function seenNow<Id extends string>(
  before: readonly { readonly of: Id; readonly accountId: AccountId | null }[],
  touching: readonly Told[],
) {
  const told = new Map(touching.map((one) => [one.field, one.theirs as AccountId | null]))
  return before.map(({ of, accountId }) => ({ of, accountId: told.has(of) ? (told.get(of) ?? null) : accountId }))
}

const stays = (touching: readonly Told[], mine: (field: string) => boolean) => {
  const left = new Set(touching.flatMap(({ field }) => (mine(field) ? [] : [field])))
  return (of: string): boolean => !left.has(of)
}

export const chooseVillages: Choose<InputOf<typeof assignVillages>> = (input, touching, mine) => {
  const keeps = stays(touching, mine)
  const given = input.given.filter(({ villageId }) => keeps(villageId))
  const before = (input.was?.holders ?? []).map(({ villageId: of, accountId }) => ({ of, accountId }))
  const holders = seenNow<AreaId>(before, touching).map(({ of: villageId, accountId }) => ({ villageId, accountId }))
  return given.length > 0 ? { ...input, given, was: { holders } } : null
}

export const chooseHouseholds: Choose<InputOf<typeof assign>> = (input, touching, mine) => {
  const householdIds = (input.householdIds ?? []).filter(stays(touching, mine))
  const before = (input.was?.holders ?? []).map(({ householdId: of, accountId }) => ({ of, accountId }))
  const holders = seenNow<HouseholdId>(before, touching).map(({ of: householdId, accountId }) => ({
    householdId,
    accountId,
  }))
  return householdIds.length > 0 ? { ...input, householdIds, was: { holders } } : null
}

/** Each by the name of its village or household; values are told in words by the server. */
export const givenWords = (nameOf: (id: string) => string): FieldWords => ({
  label: (field) => ({ vi: `${nameOf(field)}: rà soát viên`, en: `${nameOf(field)}: enumerator` }),
  show: () => '',
})
