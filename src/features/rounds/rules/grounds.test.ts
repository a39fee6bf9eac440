import { describe, expect, it } from 'vitest'
import { loadStandards, scorerOf } from '#features/standards/library.ts'
import { plainDate } from '#kernel/dates.ts'
import { groundsOf } from './grounds.ts'

const { legal } = scorerOf(loadStandards(), 'vn-2022-2025').standard

describe('the grounds of a decision', () => {
  it('go from the law to the circulars, the procedure once and in full, and no consolidated text', () => {
    expect(groundsOf(legal, plainDate('2026-11-20'))).toEqual([
      'Luật Tổ chức chính quyền địa phương',
      'Nghị định 07/2021/NĐ-CP',
      'Nghị định 30/2025/NĐ-CP (sửa đổi)',
      'Nghị định 351/2025/NĐ-CP',
      expect.stringMatching(/^Quyết định số 24\/2021\/QĐ-TTg ngày 16 tháng 7 năm 2021/),
      'Thông tư 07/2021/TT-BLĐTBXH',
      'Thông tư 02/2022/TT-BLĐTBXH',
    ])
  })

  it('are never younger than the decision: Bích of 2021 cannot stand on a decree of 2025', () => {
    expect(groundsOf(legal, plainDate('2021-12-10'))).toEqual([
      'Luật Tổ chức chính quyền địa phương',
      'Nghị định 07/2021/NĐ-CP',
      expect.stringContaining('24/2021/QĐ-TTg'),
      'Thông tư 07/2021/TT-BLĐTBXH',
    ])
  })
})
