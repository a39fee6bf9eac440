import { describe, expect, it } from 'vitest'
import { faultOfCitizenId, maskedCitizenId, tidyCitizenId } from '#kernel/citizenId.ts'
import { isInsuranceNo, tidyInsuranceNo } from './numbers.ts'

const mai = { sex: 'female', birthYear: 1976 } as const

describe('a citizen id', () => {
  it.each([
    ['026176000123', 'female', 1976],
    ['001099000123', 'male', 1999],
    ['096200999999', 'male', 2000],
    ['026304000001', 'female', 2004],
    ['026000000001', 'male', 1900],
  ] as const)('%s fits a %s born in %i', (id, sex, birthYear) => {
    expect(faultOfCitizenId(id, { sex, birthYear })).toBeNull()
  })

  it.each([
    ['26176000123', 'digits'], // a spreadsheet dropped the zero
    ['0261760001234', 'digits'],
    ['02617600012a', 'digits'],
    ['', 'digits'],
    ['000176000123', 'province'],
    ['097176000123', 'province'],
    ['026076000123', 'sex'],
    ['026376000123', 'century'],
    ['026177000123', 'birth_year'],
  ] as const)('%s of Mai, born 1976, is refused: %s', (id, fault) => {
    expect(faultOfCitizenId(id, mai)).toBe(fault)
  })

  it('is read with the spaces and dots people write', () => {
    expect(tidyCitizenId(' 026 176.000-123 ')).toBe('026176000123')
  })

  it('shows its last three digits only', () => {
    expect(maskedCitizenId('123')).toBe('*********123')
    expect(maskedCitizenId(null)).toBeNull()
  })
})

describe('an insurance number', () => {
  it.each(['0123456789', 'HN4010123456789'])('%s is one', (text) => expect(isInsuranceNo(text)).toBe(true))
  it.each(['012345678', '01234567890', 'H14010123456789', 'HN401012345678'])('%s is none', (text) =>
    expect(isInsuranceNo(text)).toBe(false),
  )
  it('is tidied to capitals', () => expect(tidyInsuranceNo('hn 401 0123456789')).toBe('HN4010123456789'))
})
