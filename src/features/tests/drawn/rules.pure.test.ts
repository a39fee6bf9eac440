import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FrameworkTopicId, QuestionId } from '#kernel/ids.ts'
import { type QuestionBody, type QuestionKind, questionKindNames } from '../bank/model.ts'
import type { Part } from './model.ts'
import { drawn, type InBank, nextOf, orderOf, sheetOf, stepTo, variantOf } from './rules.ts'

const kinds = fc.constantFrom<QuestionKind>(...questionKindNames)
const topics = fc.constantFrom('t1', 't2', 't3').map((one) => one as FrameworkTopicId)
const bank = fc.uniqueArray(
  fc.record({ questionId: fc.uuid().map((id) => id as QuestionId), topicId: topics, kind: kinds }),
  { selector: ({ questionId }) => questionId, maxLength: 40 },
)
const parts = fc.array(
  fc.record({ topicId: topics, kind: fc.option(kinds, { nil: null }), count: fc.integer({ min: 1, max: 6 }) }),
  { minLength: 1, maxLength: 5 },
)
const seeds = fc.string({ minLength: 1, maxLength: 12 })
const idsOf = (items: readonly InBank[]) => items.map(({ questionId }) => questionId)

describe('a test that is drawn', () => {
  it('is the same for the same seed, whatever order the bank is read in, and asks nothing twice', () => {
    fc.assert(
      fc.property(bank, parts, seeds, (all, of, seed) => {
        const once = drawn(all, { parts: of, seed })
        expect(drawn([...all].reverse(), { parts: of, seed })).toEqual(once)
        expect(new Set(idsOf(once.items)).size).toBe(once.items.length)
      }),
    )
  })

  it('covers the blueprint, or says what the bank lacks, no more than it lacks', () => {
    const count = (all: readonly InBank[], { topicId, kind }: Pick<Part, 'topicId' | 'kind'>) =>
      all.filter((one) => one.topicId === topicId && (kind === null || one.kind === kind)).length
    fc.assert(
      fc.property(bank, parts, seeds, (all, of, seed) => {
        const { items, lacks } = drawn(all, { parts: of, seed })
        const asked = of.reduce((sum, one) => sum + one.count, 0)
        expect(items.length + lacks.reduce((sum, one) => sum + one.lacks, 0)).toBe(asked)
        // Of a topic for which something lacks, whatever would fit was taken.
        for (const lack of lacks) expect(count(items, lack)).toBe(count(all, lack))
      }),
    )
  })

  it('is put in the order of its variant: all of it, the same each time', () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    expect(orderOf(numbers, 'a', 1)).toEqual(orderOf([...numbers].reverse(), 'a', 1))
    expect([...orderOf(numbers, 'a', 2)].sort((a, b) => a - b)).toEqual(numbers)
    expect(orderOf(numbers, 'a', 1)).not.toEqual(orderOf(numbers, 'a', 2))
    fc.assert(
      fc.property(fc.uuid(), seeds, fc.integer({ min: 1, max: 8 }), (person, seed, variants) => {
        const variant = variantOf(person, { seed, variants })
        expect(variant).toBeGreaterThanOrEqual(1)
        expect(variant).toBeLessThanOrEqual(variants)
      }),
    )
  })
})

it('a learner is given what is asked and what can be chosen, and nothing of what is right', () => {
  const bodies: readonly QuestionBody[] = [
    { kind: 'single', options: ['Một', 'Hai'], right: 1 },
    { kind: 'multiple', options: ['Một', 'Hai', 'Ba'], rights: [0, 2], partial: true },
    { kind: 'true_false', right: true },
    { kind: 'numeric', right: '15', tolerance: '1', unit: 'ngày' },
  ]
  for (const body of bodies) {
    const given = Object.keys(sheetOf('Câu nào?', body))
    for (const key of ['right', 'rights', 'partial', 'tolerance', 'standardHash']) expect(given).not.toContain(key)
  }
})

describe('a test', () => {
  it('is fixed, opened and closed one after the other, and goes back while nobody has begun it', () => {
    expect(stepTo('draft', 'fixed')).toBe('on')
    expect(stepTo('closed', 'open')).toBe('back')
    expect(stepTo('draft', 'open')).toBeNull()
    const when = (begun: number, part: object = {}) => ({ begun, off: false, wasCompleted: false, ...part })
    expect(nextOf('open', when(0))).toEqual(['fixed', 'closed'])
    expect(nextOf('open', when(1))).toEqual(['closed'])
    expect(nextOf('fixed', when(1))).toEqual(['open'])
    expect(nextOf('closed', when(9))).toEqual(['open'])
    // Once what was right is shown nothing is opened again, and of a class that was called off nothing at all.
    expect(nextOf('closed', when(9, { wasCompleted: true }))).toEqual([])
    expect(nextOf('fixed', when(0, { wasCompleted: true }))).toEqual(['draft', 'open'])
    expect(nextOf('fixed', when(0, { off: true }))).toEqual(['draft'])
  })
})
