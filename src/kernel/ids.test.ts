import { expect, expectTypeOf, it } from 'vitest'
import { type AreaId, type HouseholdId, type Id, IdOf, isId, uuidV7 } from './ids.ts'

const area = uuidV7<'area'>(Date.UTC(2026, 10, 20), new Uint8Array(10))

it('is a UUID of version 7 that begins with its time', () => {
  expect(isId(area)).toBe(true)
  expect(area).toBe('01a1f640-bc00-7000-8000-000000000000')
  expect(isId(area.toUpperCase())).toBe(false)
})

it("never stands where another kind's is wanted", () => {
  expectTypeOf(area).toEqualTypeOf<AreaId>()
  expectTypeOf<Id<'household'>>().toEqualTypeOf<HouseholdId>()
  // @ts-expect-error an area's id is no household's
  const household: HouseholdId = area
  // @ts-expect-error nor is any text
  const text: AreaId = '019a9ea5-d000-7000-8000-000000000000'
  expect([household, text]).toHaveLength(2)
})

it('is of a kind that the database has', () => {
  // @ts-expect-error no table has such records
  expect(IdOf<'huosehold'>()).toBeDefined()
})
