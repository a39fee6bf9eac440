import { describe, expect, it } from 'vitest'
import { defineProblems } from './problem.ts'

const toyProblem = defineProblems({
  'toy.stands': { status: 409, vi: 'Đang ở “{state}” từ ngày {from}.', en: 'At “{state}” since {from}.' },
})

describe('the sentence of a refusal', () => {
  it('says a word of the house in its own language, and a day as people write it', () => {
    const { said, facts } = toyProblem('toy.stands', { state: { vi: 'Khảo sát', en: 'Surveying' }, from: '2026-11-05' })
    expect(said).toEqual({ vi: 'Đang ở “Khảo sát” từ ngày 05/11/2026.', en: 'At “Surveying” since 05/11/2026.' })
    // As data it stays what it was.
    expect(facts['from']).toBe('2026-11-05')
  })

  it('leaves alone what only looks like a day', () => {
    const { said } = toyProblem('toy.stands', { state: '2026-11-05/QĐ-UBND', from: 'hôm qua' })
    expect(said.vi).toBe('Đang ở “2026-11-05/QĐ-UBND” từ ngày hôm qua.')
  })
})
