import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseStates } from '#features/rounds/model.ts'
import { classes } from '#features/standards/model/verdict.ts'
import { purposes, type SentSurvey, undecidables } from '../model.ts'
import { shortAnswer, wholeAnswer } from './answer.ts'
import { takenWords } from './taken.ts'

const id = fc.uuid()
const key = fc.constantFrom('cleanWater', 'housingQuality', 'hygienicToilet', 'employment')
const points = fc.option(fc.constantFrom(0, 10, 130, 137.5), { nil: null })
const line = fc
  .record({
    purpose: fc.constantFrom(...purposes),
    standardId: fc.constantFrom('vn-2027-2030', 'vn-2022-2025'),
    possible: fc.subarray([...classes], { minLength: 1 }),
    b1: points,
    b2: points,
    lacking: fc.uniqueArray(key),
    undecidable: fc.option(fc.constantFrom(...undecidables), { nil: null }),
  })
  .map(({ purpose, standardId, possible, ...rest }) => ({
    ...{ purpose, standardId, class: possible.length === 1 ? (possible[0] ?? null) : null, possible },
    ...rest,
  }))
const answers = fc
  .record({
    surveyId: id,
    caseId: id,
    state: fc.constantFrom(...caseStates),
    told: fc.constantFrom(null, ...Object.values(takenWords)),
    verdicts: fc.array(line, { minLength: 1, maxLength: 2 }),
  })
  .map((answer) => answer as unknown as SentSurvey)

describe('the answer to a survey', () => {
  it('kept in one line gives the same bytes again, whatever it said', () => {
    fc.assert(
      fc.property(answers, fc.option(id, { nil: null }), (answer, elsewhere) => {
        const asked = { surveyId: answer.surveyId, caseId: (elsewhere ?? answer.caseId) as SentSurvey['caseId'] }
        const kept: unknown = JSON.parse(JSON.stringify(shortAnswer(answer, asked)))
        expect(typeof kept).toBe('string')
        expect(JSON.stringify(wholeAnswer(kept, asked))).toBe(JSON.stringify(answer))
      }),
    )
  })

  it('is kept in letters, and a line in words, as those of before are, is read as well', () => {
    const asked = { surveyId: 's', caseId: 'c' } as unknown as Parameters<typeof wholeAnswer>[1]
    const line = 'submitted - -;closes vn-2022-2025 average - 40 housingQuality,cleanWater -'
    const answer = wholeAnswer(line, asked) as SentSurvey
    expect(answer).toMatchObject({ state: 'submitted', verdicts: [{ class: 'average', b2: 40 }] })
    expect(shortAnswer(answer, asked)).toBe('~A - -;E N H - 40 V,X -')
    expect(wholeAnswer('~A - -;E N H - 40 V,X -', asked)).toEqual(answer)
  })

  it('is kept as it is where the line would say another thing, as those of before are', () => {
    const strange = { surveyId: 's', caseId: 'c', state: 'submitted', told: { vi: 'Khác', en: 'Other' }, verdicts: [] }
    const asked = { surveyId: 's', caseId: 'c' } as unknown as SentSurvey
    expect(shortAnswer(strange as unknown as SentSurvey, asked)).toBe(strange)
    expect(wholeAnswer(strange, asked)).toBe(strange)
  })
})
