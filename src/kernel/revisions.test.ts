import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decided, type Fields, merged, same } from './revisions.ts'

const names = ['name', 'sex', 'birth', 'facts']
const leaf = fc.oneof(fc.constant(null), fc.nat(3), fc.record({ year: fc.nat(2) }))
const group = fc.dictionary(fc.constantFrom('job', 'studying', 'disability'), fc.nat(2))
const thing: fc.Arbitrary<Fields> = fc.record({ name: leaf, sex: leaf, birth: leaf, facts: group })
const edit = (was: Fields, wanted: Fields, now: Fields) => merged({ was, wanted, now }, ['facts'])
const written = (now: Fields, { set }: { set: Fields }) => ({ ...now, ...set })
const at = (of: Fields, field: string): unknown => {
  const [name = '', inner] = field.split('.')
  return inner ? (of[name] as Fields | null)?.[inner] : of[name]
}
const every = [...names.filter((name) => name !== 'facts'), 'facts.job', 'facts.studying', 'facts.disability']
const changed = (a: Fields, b: Fields) => every.filter((field) => !same(at(a, field), at(b, field)))

describe('two changes of one thing', () => {
  it('merge where they do not touch, whoever comes first', () => {
    fc.assert(
      fc.property(thing, thing, thing, (base, one, other) => {
        const both = changed(base, one).filter((field) => changed(base, other).includes(field))
        fc.pre(both.every((field) => same(at(one, field), at(other, field))))
        const first = written(one, edit(base, other, one))
        const second = written(other, edit(base, one, other))
        expect(same(first, second)).toBe(true)
        for (const field of every)
          expect(same(at(first, field), at(changed(base, one).includes(field) ? one : other, field))).toBe(true)
      }),
    )
  })

  it('never lose a value: what a person changed stands, stood there already, or is told beside the other', () => {
    fc.assert(
      fc.property(thing, thing, thing, (was, wanted, now) => {
        const result = edit(was, wanted, now)
        const after = written(now, result)
        const told = new Map(result.touching.map((one) => [one.field, one]))
        for (const field of every) {
          const mine = !same(at(was, field), at(wanted, field))
          const theirs = !same(at(was, field), at(now, field))
          const one = told.get(field)
          if (one)
            expect([mine, theirs, one.yours ?? null, one.theirs ?? null]).toEqual([
              true,
              true,
              at(wanted, field) ?? null,
              at(now, field) ?? null,
            ])
          else expect(same(at(after, field), at(mine ? wanted : now, field))).toBe(true)
        }
      }),
    )
  })

  it('written twice change nothing more', () => {
    fc.assert(
      fc.property(thing, thing, thing, (was, wanted, now) => {
        const result = edit(was, wanted, now)
        fc.pre(result.touching.length === 0)
        expect(edit(was, wanted, written(now, result))).toEqual({ set: {}, touching: [] })
      }),
    )
  })

  it('are decided by a person field by field, and then nothing touches', () => {
    fc.assert(
      fc.property(thing, thing, thing, fc.array(fc.constantFrom(...every)), (was, wanted, now, mine) => {
        const { touching } = edit(was, wanted, now)
        const { was: seen, ...again } = decided({ ...wanted, was }, touching, (field) => mine.includes(field))
        const result = edit(seen as Fields, again, now)
        expect(result.touching).toEqual([])
        for (const { field } of touching)
          expect(same(at(written(now, result), field), at(mine.includes(field) ? wanted : now, field))).toBe(true)
      }),
    )
  })

  it('write all they say where they do not say what they saw', () => {
    fc.assert(
      fc.property(thing, thing, (wanted, now) => {
        const result = merged({ was: null, wanted, now }, ['facts'])
        expect(result.touching).toEqual([])
        expect(same(written(now, result), wanted)).toBe(true)
      }),
    )
  })
})
