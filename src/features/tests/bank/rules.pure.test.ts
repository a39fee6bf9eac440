import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QuestionBody } from './model.ts'
import { askKeyOf, faultOf, isNear, letterOf, markOf, readDecimal } from './rules.ts'

const nobody = () => null
const single = (right = 1): QuestionBody => ({ kind: 'single', options: ['Một', 'Hai', 'Ba'], right })
const multiple = (partial: boolean, rights = [0, 2]): QuestionBody => ({
  ...{ kind: 'multiple', options: ['A', 'B', 'C', 'D'], rights, partial },
})

describe('what an answer is worth', () => {
  it('of one choice: all or nothing; no answer is nothing', () => {
    expect(markOf(single(), 1, nobody)).toEqual({ num: 1, of: 1 })
    for (const wrong of [0, 2, null, '1', true, [1]]) expect(markOf(single(), wrong, nobody).num).toBe(0)
  })

  it('of several: every right one and no wrong one, or in parts where it says so', () => {
    expect(markOf(multiple(false), [2, 0], nobody)).toEqual({ num: 1, of: 1 })
    expect(markOf(multiple(false), [0], nobody).num).toBe(0)
    expect(markOf(multiple(false), [0, 1, 2], nobody).num).toBe(0)
    expect(markOf(multiple(true), [0], nobody)).toEqual({ num: 1, of: 2 })
    expect(markOf(multiple(true), [0, 1], nobody)).toEqual({ num: 0, of: 2 })
    expect(markOf(multiple(true), [0, 0, 0], nobody)).toEqual({ num: 1, of: 2 })
  })

  it('in parts, is never below nothing nor above one, and choosing everything is worth less than what is right', () => {
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 4 })
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
        places,
        (rights, chosen) => {
          const { num, of } = markOf(multiple(true, rights), chosen, nobody)
          expect(num).toBeGreaterThanOrEqual(0)
          expect(num).toBeLessThanOrEqual(of)
          expect(num === of).toBe(markOf(multiple(false, rights), chosen, nobody).num === 1)
          expect(markOf(multiple(true, rights), [0, 1, 2, 3], nobody).num).toBeLessThan(of)
        },
      ),
    )
  })

  it('of a number: both ends of the tolerance are right, a millionth beyond is not', () => {
    const income = { right: '1500000', tolerance: '0' }
    expect(isNear(income, '1500000')).toBe(true)
    expect(isNear(income, '1500000,000001')).toBe(false)
    const share = { right: '0.3', tolerance: '0.1' }
    for (const [given, near] of [
      ['0,2', true],
      ['0.4', true],
      ['0,400001', false],
      ['0,199999', false],
      ['-0,3', false],
      ['', false],
      ['ba', false],
    ] as const)
      expect(isNear(share, given), given).toBe(near)
  })

  it('of a number: what is right is near whatever the tolerance, and apart by more than it never', () => {
    const decimal = fc
      .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 999_999 }))
      .map(([units, rest]) => `${units}.${String(rest).padStart(6, '0')}`)
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 1000 }), (right, tolerance) => {
        expect(isNear({ right, tolerance: String(tolerance) }, right)).toBe(true)
        const [units] = right.split('.')
        const beyond = String(Number(units) + tolerance + 2)
        expect(isNear({ right, tolerance: String(tolerance) }, beyond)).toBe(false)
      }),
    )
  })

  it('of a household: what the standard says, and nothing where it says none', () => {
    const body = {
      kind: 'household',
      standardId: 'x',
      standardHash: '',
      day: '2026-11-20',
      facts: {},
    } as unknown as QuestionBody
    expect(markOf(body, 'poor', () => 'poor').num).toBe(1)
    expect(markOf(body, 'near_poor', () => 'poor').num).toBe(0)
    expect(markOf(body, null, nobody).num).toBe(0)
  })
})

describe('a number as it is written', () => {
  it('has a comma or a point, and is none where it is words', () => {
    expect(readDecimal(' 1,5 ')).toBe('1.5')
    expect(readDecimal('-2.000001')).toBe('-2.000001')
    for (const none of ['', '1.500.000', '1,2,3', '1e6', 'NaN', '1,0000001', '1234567890123'])
      expect(readDecimal(none), none).toBeNull()
  })
})

describe('what is wrong with a question', () => {
  it('is a right choice that is nowhere, two alike, all right, a tolerance below nothing', () => {
    expect(faultOf(single())).toBeNull()
    expect(faultOf(single(3))).toBe('right_nowhere')
    expect(faultOf({ kind: 'single', options: ['Có', ' có '], right: 0 })).toBe('options_alike')
    // Tone marks tell words apart.
    expect(faultOf({ kind: 'single', options: ['má', 'mà'], right: 0 })).toBeNull()
    expect(faultOf(multiple(true, [0, 1, 2, 3]))).toBe('all_right')
    expect(faultOf({ kind: 'numeric', right: '1', tolerance: '-1', unit: '' })).toBe('tolerance')
  })
})

describe('two questions of a topic', () => {
  it('are the same by what they ask and what can be chosen, in any order and however large', () => {
    const turned: QuestionBody = { kind: 'single', options: ['ba', 'Một', 'hai'], right: 0 }
    expect(askKeyOf('Ý nào  đúng?', single())).toBe(askKeyOf('ý nào đúng?', turned))
    expect(askKeyOf('Ý nào đúng?', single())).not.toBe(askKeyOf('Ý nào đúng?', multiple(true)))
    expect(letterOf(2)).toBe('C')
  })
})
