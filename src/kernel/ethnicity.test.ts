import { describe, expect, it } from 'vitest'
import { ethnicGroups, ethnicName, findEthnicity, isMinority, likeEthnicity } from './ethnicity.ts'

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
  it.each([
    ['Hỏa', 'Hoa'],
    ['Mòng', 'Mông'],
    ['dân tộc Tấy', 'Tày'],
    ['người Thài', 'Thái'],
    ['Cò', 'Co'],
  ])('"%s" is none, and may be %s', (text, name) => {
    expect(findEthnicity(text)).toBeNull()
    expect(likeEthnicity(text)).toBe(name)
  })
  it.each([
    'Hoa',
    'tay',
    'Dan toc Thai',
    'Dân tộc Thái',
    'Người nước ngoài',
    'GIA RAI',
    'Hà Nhì',
    'ha nhi',
    'Giẻ Triêng',
  ])('"%s" is read without a question, with its tones or with no marks at all', (text) => {
    expect(findEthnicity(text)).not.toBeNull()
    expect(likeEthnicity(text)).toBeNull()
  })
  it('a minority is neither Kinh nor a foreigner', () => {
    expect(['01', '02', '55'].map(isMinority)).toEqual([false, true, false])
  })
})
