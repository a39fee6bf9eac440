import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Called, othersCalled } from './rules.ts'

const called = fc.record({
  householdId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  headName: fc.constantFrom('An', 'Bình'),
  phone: fc.constantFrom('', '1', '2'),
}) as fc.Arbitrary<Called>
const some = fc.uniqueArray(called, { selector: ({ householdId }) => householdId })

it('a number stands twice for one exactly where it does for the other, never with itself, and no number is nobody’s', () => {
  fc.assert(
    fc.property(some, some, (written, known) => {
      const others = othersCalled(written, known)
      for (const one of written) {
        const found = others(one)
        expect(found.every((other) => other.phone === one.phone && other.householdId !== one.householdId)).toBe(true)
        if (one.phone === '') expect(found).toEqual([])
        for (const other of written)
          expect(found.includes(other)).toBe(other !== one && one.phone !== '' && others(other).includes(one))
      }
    }),
  )
})

it('who is given another number is not called by the old one any more', () => {
  const [old, now] = [
    { householdId: 'a', headName: 'An', phone: '1' },
    { householdId: 'a', headName: 'An', phone: '2' },
  ] as Called[]
  const other = { householdId: 'b', headName: 'Bình', phone: '1' } as Called
  expect(othersCalled([now as Called, other], [old as Called])(other)).toEqual([])
})
