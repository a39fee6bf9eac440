/** The "Căn cứ" lines of a decision: in the official form, of its day, its standard and its province. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { loadStandards } from './library.ts'
import type { Grounds } from './model/grounds.ts'
import { groundsOn } from './rules/grounds.ts'

const { grounds } = loadStandards()
const on = (id: string, day: string, all: readonly Grounds[] = grounds, provinceCode?: string) =>
  groundsOn(all, { standard: { id }, day: plainDate(day), provinceCode })

describe('the grounds of a decision', () => {
  it('name number, day, issuer and subject, from the law to the circulars', () => {
    const lines = on('vn-2022-2025', '2026-11-20')
    expect(lines.map((line) => line.split(' ').slice(0, 4).join(' '))).toEqual([
      'Luật Tổ chức chính',
      'Nghị định số 07/2021/NĐ-CP',
      'Nghị định số 30/2025/NĐ-CP',
      'Nghị định số 351/2025/NĐ-CP',
      'Quyết định số 24/2021/QĐ-TTg',
      'Thông tư số 07/2021/TT-BLĐTBXH',
      'Thông tư số 02/2022/TT-BLĐTBXH',
    ])
    expect(lines[1]).toBe(
      'Nghị định số 07/2021/NĐ-CP ngày 27 tháng 01 năm 2021 của Chính phủ quy định chuẩn nghèo đa chiều giai đoạn 2021 - 2025',
    )
    for (const line of lines.slice(1)) expect(line).toMatch(/số \S+ ngày \d\d tháng \d+ năm \d{4} của \S+/)
  })

  it('are never younger than the decision, nor older than their end: a decision of 2021 stands on the law of 2015', () => {
    expect(on('vn-2022-2025', '2021-12-10').map((line) => line.slice(0, 46))).toEqual([
      'Luật Tổ chức chính quyền địa phương ngày 19 th',
      'Nghị định số 07/2021/NĐ-CP ngày 27 tháng 01 nă',
      'Quyết định số 24/2021/QĐ-TTg ngày 16 tháng 7 n',
      'Thông tư số 07/2021/TT-BLĐTBXH ngày 18 tháng 7',
    ])
  })

  it('are those of its standard: one of 2027 does not stand on the decree of 2021', () => {
    const lines = on('vn-2027-2030', '2027-11-20').join('\n')
    expect(lines).toContain('351/2025/NĐ-CP')
    expect(lines).not.toMatch(/Nghị định số 07\/2021/)
  })

  it('every document says how far it is to be trusted, and what has no day says since when it is a ground', () => {
    for (const one of grounds.flatMap((list) => list.grounds)) {
      expect(one.mark).toMatch(/text|secondary|recalled/)
      expect(one.signed ?? one.from, one.id).toBeDefined()
      if (one.kind !== 'Luật') expect([one.number, one.signed, one.issuer], one.id).not.toContain(undefined)
    }
  })
})

const resolution = {
  id: 'nq-1',
  kind: 'Nghị quyết',
  number: '1/2026/NQ-HĐND',
  signed: '2026-07-01',
  issuer: 'Hội đồng nhân dân tỉnh',
  about: 'quy định chuẩn của tỉnh',
  mark: 'illustrative',
}

function withFile(document: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'grounds-'))
  mkdirSync(join(folder, 'grounds'))
  writeFileSync(join(folder, 'grounds', 'tinh.json'), JSON.stringify(document))
  return folder
}
const loading = (document: object) => {
  const folder = withFile(document)
  try {
    return loadStandards(folder).grounds
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('a province', () => {
  it('adds its own grounds by a file, and no other province reads them', () => {
    const own = [...grounds, ...loading({ schema: 1, provinceCode: '22', grounds: [resolution] })]
    expect(on('vn-2022-2025', '2026-11-20', own, '22')[1]).toBe(
      'Nghị quyết số 1/2026/NQ-HĐND ngày 01 tháng 7 năm 2026 của Hội đồng nhân dân tỉnh quy định chuẩn của tỉnh',
    )
    expect(on('vn-2022-2025', '2026-11-20', own, '25').join()).not.toContain('NQ-HĐND')
  })

  it.each([
    ['no mark', { schema: 1, grounds: [{ ...resolution, mark: undefined }] }],
    ['a kind that is none', { schema: 1, grounds: [{ ...resolution, kind: 'Công văn' }] }],
    ['a day that is none', { schema: 1, grounds: [{ ...resolution, signed: '2026-02-30' }] }],
    ['a standard that is not here', { schema: 1, grounds: [{ ...resolution, standards: ['vn-1999'] }] }],
  ])('is refused with %s', (_what, document) => {
    expect(() => loading(document)).toThrow(/tinh\.json/)
  })
})
