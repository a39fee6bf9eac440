import { describe, expect, it } from 'vitest'
import { ethnicGroups, ethnicName, findEthnicity, isMinority } from './ethnicity.ts'

describe('ethnic groups', () => {
  it('are 54 and the foreigner, each found by its name and its code', () => {
    expect(ethnicGroups).toHaveLength(55)
    for (const { code, name } of ethnicGroups) {
      expect(findEthnicity(name), name).toBe(code)
      expect(findEthnicity(code)).toBe(code)
      expect(ethnicName(code)).toBe(name)
    }
  })
  it.each([
    ['Khmer', '05'],
    ['khơ me', '05'],
    ['Mông', '08'],
    ["H'Mông", '08'],
    ['HMONG', '08'],
    ['Dân tộc Tày', '02'],
    ['người Kinh', '01'],
    ['Ê Đê', '12'],
    ['Vân Kiều', '23'],
    ['Cao Lan', '15'],
    ['8', '08'],
  ])('"%s" is %s', (text, code) => expect(findEthnicity(text)).toBe(code))
  it.each(['', 'Klingon', '56', '00', '1.5'])('"%s" is none', (text) => expect(findEthnicity(text)).toBeNull())
  it('a minority is neither Kinh nor a foreigner', () => {
    expect(['01', '02', '55'].map(isMinority)).toEqual([false, true, false])
  })
})
