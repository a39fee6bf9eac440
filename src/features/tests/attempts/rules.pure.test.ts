import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QuestionBody } from '../bank/model.ts'
import type { Sheet } from '../drawn/model.ts'
import { comparable } from '../remark/rules.ts'
import {
  fits,
  isBetter,
  type Keyed,
  markedBy,
  markSaid,
  passes,
  pointsSaid,
  readAnswer,
  standing,
  summed,
  whyNotNow,
  writeAnswer,
} from './rules.ts'

const nobody = () => null
const multiple: QuestionBody = { kind: 'multiple', options: ['A', 'B', 'C', 'D'], rights: [0, 1, 2], partial: true }
const truth = (number: number, right = true): Keyed => ({
  ...{ number, dropped: false, bodies: [{ kind: 'true_false', right }] },
})
const fraction = fc
  .tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 7 }))
  .map(([num, of]) => ({ num: Math.min(num, of), of }))
const points = fc.array(fraction, { minLength: 1, maxLength: 40 }).map(summed)

describe('what an attempt is worth', () => {
  it('is summed exactly: three thirds are one, 79 and a half of 80 is not 80', () => {
    expect(
      summed([
        { num: 1, of: 3 },
        { num: 1, of: 3 },
        { num: 1, of: 3 },
      ]),
    ).toEqual({ num: 1, of: 1, questions: 3 })
    const nearly = summed([...Array.from({ length: 79 }, () => ({ num: 1, of: 1 })), { num: 1, of: 2 }])
    expect(nearly).toEqual({ num: 159, of: 2, questions: 80 })
    expect(passes(nearly, { num: 1, of: 1 })).toBe(false)
    expect(markSaid({ ...nearly, passed: false }, { num: 1, of: 1 }).vi).toBe(
      '79,5 trên 80 điểm; mức đạt 1/1 là 80 điểm: chưa đạt',
    )
  })

  it('counts each answer of its question, the best key of several, and no dropped question', () => {
    const keyed: readonly Keyed[] = [
      truth(1),
      { number: 2, dropped: true, bodies: [{ kind: 'true_false', right: true }] },
      { number: 3, dropped: false, bodies: [multiple] },
      {
        number: 4,
        dropped: false,
        bodies: [
          { kind: 'true_false', right: true },
          { kind: 'true_false', right: false },
        ],
      },
    ]
    const { points: got, worth } = markedBy(keyed, { 1: true, 2: false, 3: [0], 4: false }, nobody)
    expect(got).toEqual({ num: 7, of: 3, questions: 3 })
    expect(worth).toEqual({ 1: { num: 1, of: 1 }, 3: { num: 1, of: 3 }, 4: { num: 1, of: 1 } })
  })

  it('passes at the very mark, and says nothing where none is to be reached', () => {
    expect(passes({ num: 24, of: 1, questions: 30 }, { num: 80, of: 100 })).toBe(true)
    expect(passes({ num: 239, of: 10, questions: 30 }, { num: 80, of: 100 })).toBe(false)
    expect(passes({ num: 1, of: 1, questions: 1 }, null)).toBeNull()
  })

  it('is said as it is: decimals that end, fractions that do not', () => {
    expect(pointsSaid({ num: 47, of: 2 })).toBe('23,5')
    expect(pointsSaid({ num: 22, of: 3 })).toBe('7 1/3')
    expect(pointsSaid({ num: 2, of: 6 })).toBe('1/3')
    expect(pointsSaid({ num: 0, of: 3 })).toBe('0')
    expect(pointsSaid({ num: 400, of: 1 })).toBe('400')
  })
})

describe('a marking anew', () => {
  it('lowers nobody unless it is said to, and then stands as it is', () => {
    fc.assert(
      fc.property(points, points, (before, after) => {
        const kept = standing(before, after, false)
        expect(isBetter(before, kept)).toBe(false)
        expect(isBetter(after, kept)).toBe(false)
        expect(standing(before, after, true)).toBe(after)
      }),
    )
  })

  it('takes nobody’s pass away that they had', () => {
    const mark = fc.tuple(fc.integer({ min: 1, max: 100 }), fc.constant(100)).map(([num, of]) => ({ num, of }))
    fc.assert(
      fc.property(points, points, mark, (before, after, pass) => {
        if (passes(before, pass)) expect(passes(standing(before, after, false), pass)).toBe(true)
      }),
    )
  })

  it('goes by another version only where the answers say the same there', () => {
    const asked: QuestionBody = { kind: 'single', options: ['Một', 'Hai'], right: 0 }
    expect(comparable(asked, { ...asked, right: 1 })).toBe(true)
    expect(comparable(asked, { ...asked, options: ['Hai', 'Một'] })).toBe(false)
    expect(comparable(asked, { kind: 'true_false', right: true })).toBe(false)
    expect(
      comparable(
        { kind: 'numeric', right: '1', tolerance: '0', unit: '' },
        { kind: 'numeric', right: '2', tolerance: '0', unit: '' },
      ),
    ).toBe(true)
  })
})

describe('when a test can be taken', () => {
  const open = { off: false, state: 'open', purpose: 'after', attempts: 2, begun: 0 }
  it('is while it is open, as often as it may be', () => {
    expect(whyNotNow(open, [])).toBeNull()
    expect(whyNotNow({ ...open, state: 'closed' }, [])).toBe('closed')
    expect(whyNotNow({ ...open, begun: 2 }, [])).toBe('used')
    expect(whyNotNow({ ...open, off: true }, [])).toBe('off')
  })
  it('a retake is for who was tested at the end and has not passed', () => {
    const retake = { ...open, purpose: 'retake' }
    expect(whyNotNow(retake, [])).toBe('first')
    expect(whyNotNow(retake, [{ purpose: 'after', begun: 1, passed: false }])).toBeNull()
    expect(whyNotNow(retake, [{ purpose: 'after', begun: 1, passed: true }])).toBe('passed')
  })
})

describe('an answer on paper', () => {
  const of = (kind: Sheet['kind'], options?: string[]): Sheet => ({ ask: '?', kind, ...(options && { options }) })
  const four = ['Một', 'Hai', 'Ba', 'Bốn']
  it('is a letter, letters, Đ or S, a number, a class by its letter; nothing is no answer', () => {
    expect(readAnswer(of('single', four), ' b ')).toBe(1)
    expect(readAnswer(of('multiple', four), 'd, a')).toEqual([0, 3])
    expect(readAnswer(of('true_false'), 'đ')).toBe(true)
    expect(readAnswer(of('true_false'), 'Sai')).toBe(false)
    expect(readAnswer(of('numeric'), '1,5')).toBe('1.5')
    expect(readAnswer(of('household'), 'c')).toBe('near_poor')
    for (const kind of ['single', 'multiple', 'true_false', 'numeric', 'household'] as const)
      expect(readAnswer(of(kind, four), ' '), kind).toBeNull()
  })
  it('that cannot be read is told from none', () => {
    expect(readAnswer(of('single', four), 'E')).toBeUndefined()
    expect(readAnswer(of('single', four), 'AB')).toBeUndefined()
    expect(readAnswer(of('true_false'), 'x')).toBeUndefined()
    expect(readAnswer(of('numeric'), 'ba')).toBeUndefined()
  })
  it('is written as it is read', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1 }), (places) => {
        const sheet = of('multiple', four)
        expect(readAnswer(sheet, writeAnswer(sheet, places))).toEqual([...places].sort((a, b) => a - b))
      }),
    )
    for (const answer of ['poor', 'near_poor', 'average', 'not_poor'])
      expect(readAnswer(of('household'), writeAnswer(of('household'), answer))).toBe(answer)
  })
  it('of another kind is none to the question', () => {
    expect(fits(of('single', four), 4)).toBe(false)
    expect(fits(of('single', four), true)).toBe(false)
    expect(fits(of('multiple', four), [0, 3])).toBe(true)
    expect(fits(of('household'), 'rich')).toBe(false)
  })
})
