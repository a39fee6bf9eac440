import { describe, expect, it } from 'vitest'
import { lackedBy } from './joining.ts'

const pao = { birth: { year: 2012 }, citizenId: null, hasInsuranceNo: false, facts: {}, leftOn: null }

describe('what Páo lacks of what his second record knows', () => {
  it.each([
    [{ year: 2012 }, { year: 2012, month: 9, day: 2 }, ['birth']],
    [{ year: 2012, month: 9 }, { year: 2012, month: 9, day: 2 }, ['birth']],
    [{ year: 2012 }, { year: 2012 }, []],
    [{ year: 2012 }, { year: 2011, month: 9, day: 2 }, []],
    [{ year: 2012, month: 8 }, { year: 2012, month: 9, day: 2 }, []],
    [{ year: 2012, month: 9, day: 2 }, { year: 2012 }, []],
  ])('born %j, and %j', (birth, known, lacked) =>
    expect(lackedBy({ ...pao, birth }, { ...pao, birth: known })).toEqual(lacked),
  )

  it('numbers and facts, where he has none himself', () => {
    const other = {
      ...pao,
      citizenId: '*********901',
      hasInsuranceNo: true,
      facts: { job: 'farm', merit: false } as const,
    }
    expect(lackedBy(pao, other)).toEqual(['citizenId', 'insuranceNo', 'facts.job', 'facts.merit'])
    expect(lackedBy({ ...other, facts: { job: 'wage' } }, other)).toEqual(['facts.merit'])
  })

  it('nothing where he has left', () =>
    expect(lackedBy({ ...pao, leftOn: '2026-01-10' as never }, { ...pao, hasInsuranceNo: true })).toEqual([]))
})
