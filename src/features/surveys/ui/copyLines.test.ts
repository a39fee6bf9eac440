import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Line } from '#features/standards/rules/words.ts'
import { partLines, wrapped } from './copyLines.ts'

const line = (kind: Line['kind'], text: string) => ({ kind, text }) as Line
const part = {
  heading: 'Theo chuẩn áp dụng',
  standard: 'Chuẩn 2022-2025',
  className: 'Hộ nghèo',
  lines: [
    line('class', 'Là hộ nghèo.'),
    line('income', 'Thu nhập 1.000.000 đ.'),
    line('lacking', 'Thiếu hụt nhà tiêu.'),
    line('change', 'Có nhà tiêu hợp vệ sinh.'),
    line('note', 'Bảng điểm minh hoạ.'),
  ],
  changes: 'Điều gì sẽ làm thay đổi kết quả?',
}

describe('the copy of a family', () => {
  it('says the class, why line by line, and what would change it', () => {
    expect(partLines({ ...part, class: 'poor' }).map(({ text }) => text)).toEqual([
      'Theo chuẩn áp dụng',
      'Chuẩn 2022-2025',
      'Hộ nghèo',
      '- Thu nhập 1.000.000 đ.',
      '- Thiếu hụt nhà tiêu.',
      'Điều gì sẽ làm thay đổi kết quả?',
      '- Có nhà tiêu hợp vệ sinh.',
    ])
  })

  it('says of an open class what it may be, and nothing of a change where none is known', () => {
    const said = partLines({ ...part, class: null, lines: part.lines.filter(({ kind }) => kind !== 'change') })
    expect(said.map(({ text }) => text)).toContain('- Là hộ nghèo.')
    expect(said.map(({ text }) => text)).not.toContain(part.changes)
  })

  it('loses no word when it is broken into lines, and no line is wider than the paper but one long word', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 12 }).filter((word) => !word.includes(' ')))
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 40 }), (all, width) => {
        const lines = wrapped(all.join(' '), width, (text) => text.length)
        expect(lines.join(' ')).toBe(all.join(' '))
        for (const one of lines) expect(one.length <= width || !one.includes(' ')).toBe(true)
      }),
    )
  })
})
