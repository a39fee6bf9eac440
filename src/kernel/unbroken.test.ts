import { describe, expect, it } from 'vitest'
import { partsOf, unbroken, withoutJoiners } from './unbroken.ts'

const shown = (text: string): string => unbroken(text).replaceAll('\u2060', '~')

describe('numbers of papers, of households and years', () => {
  it.each([
    ['201/QĐ-UBND', '201/~QĐ-~UBND'],
    ['Giấy chứng nhận số 0001/GCN-2026 hết giá trị', 'Giấy chứng nhận số 0001/~GCN-~2026 hết giá trị'],
    ['Thông tư 07/2021/TT-BLĐTBXH;', 'Thông tư 07/~2021/~TT-~BLĐTBXH;'],
    ['1315/VBHN-BLĐTBXH năm 2023', '1315/~VBHN-~BLĐTBXH năm 2023'],
    ['giai đoạn 2022-2025', 'giai đoạn 2022-~2025'],
    ['hộ 1-339', 'hộ 1-~339'],
    ['không quá 1.500.000 đ.', 'không quá 1.500.000 ~đ.'],
    ['Nghị định 07/2021/NĐ-CP, Điều 3', 'Nghị định 07/~2021/~NĐ-~CP, Điều ~3'],
  ])('%s break nowhere', (text, joined) => {
    expect(shown(text)).toBe(joined)
    expect(withoutJoiners(unbroken(text))).toBe(text)
  })

  it.each(['12/12/2025', '2022 - 2025', 'Nam/Nữ', 'Cha/mẹ', 'Ê-đê', '5/7', '3 điểm', 'Yên Bái - Lào Cai'])(
    'are not %s',
    (text) => {
      expect(unbroken(text)).toBe(text)
    },
  )

  it('are told from what stands between them', () => {
    expect(partsOf('Quyết định số 201/QĐ-UBND')).toEqual(['Quyết định số ', '201/QĐ-UBND', ''])
    expect(partsOf('Hộ')).toEqual(['Hộ'])
  })
})
