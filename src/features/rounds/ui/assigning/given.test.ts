/** What is sent once a person has chosen between two who were given the same. */
import { expect, it } from 'vitest'
import type { AccountId, AreaId, HouseholdId, RoundId } from '#kernel/ids.ts'
import type { Told } from '#platform/web/told.ts'
import { chooseHouseholds, chooseVillages } from './given.ts'

const roundId = 'round' as RoundId
const [mai, dao] = ['mai', 'dao'] as AccountId[] as [AccountId, AccountId]
const told = (field: string): Told => ({ field, was: null, yours: mai, theirs: dao, by: 'Hùng', at: null })

it('a village that stays with whom it was given to is left out; of the other what is seen now goes along', () => {
  const [one, two] = ['one', 'two'] as AreaId[] as [AreaId, AreaId]
  const input = {
    roundId,
    given: [one, two].map((villageId) => ({ villageId, accountId: mai })),
    was: { holders: [one, two].map((villageId) => ({ villageId, accountId: null })) },
  }
  const next = chooseVillages(input, [told(one), told(two)], (field) => field === two)
  expect(next?.given).toEqual([{ villageId: two, accountId: mai }])
  expect(next?.was?.holders).toContainEqual({ villageId: two, accountId: dao })
  expect(chooseVillages(input, [told(one), told(two)], () => false)).toBeNull()
})

it('so is a household', () => {
  const [one, two] = ['one', 'two'] as HouseholdId[] as [HouseholdId, HouseholdId]
  const was = { holders: [one, two].map((householdId) => ({ householdId, accountId: null })) }
  const input = { roundId, accountId: mai, householdIds: [one, two], was }
  const next = chooseHouseholds(input, [told(one)], () => false)
  expect(next?.householdIds).toEqual([two])
  expect(next?.was?.holders).toContainEqual({ householdId: two, accountId: null })
  expect(chooseHouseholds({ ...input, householdIds: [one] }, [told(one)], () => false)).toBeNull()
})
