import { describe, expect, it } from 'vitest'
import { draft, final } from '#platform/server/documents/samples.ts'
import { textsIn } from '#test/zip.ts'
import { sampleDecision } from '../samples.ts'
import { decisionDocx } from './decision.ts'

const partsOf = async (file: Promise<Uint8Array>) => textsIn(await file)
const wordsOf = (xml: string | undefined): string =>
  (xml ?? '')
    .replace(/<\/w:p>/g, ' ')
    .replace(/<w:noBreakHyphen\/>/g, '-')
    .replace(/<[^>]+>/g, '')
const headersOf = (parts: Map<string, string>) => [...parts].filter(([name]) => /header\d+\.xml$/.test(name))

describe('the decision in Word', () => {
  it('says the same as on paper, in Times New Roman, with heading rows that come again', async () => {
    const input = sampleDecision('k.p.s')
    const parts = await partsOf(decisionDocx(input, { ...final, demo: false }))
    const xml = parts.get('word/document.xml')
    const words = wordsOf(xml)
    for (const text of [...input.articles, ...input.recipients, 'XÃ TAM HỒNG', 'Tam Hồng, ngày 10 tháng 12 năm 2026'])
      expect(words).toContain(text)
    for (const household of input.households) expect(words).toContain(household.head)
    expect(words).toContain('Tổng số: 96 hộ nghèo')
    // The number of a paper stands on one line.
    expect(words).toContain('24/2021/QĐ-TTg')
    expect(xml).not.toContain('QĐ-TTg')
    expect(xml?.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    const titles = headersOf(parts).map(([, header]) => wordsOf(header))
    for (const name of ['Phụ lục I - trang ', 'Phụ lục II - trang '])
      expect(
        titles.filter((title) => title.includes(name)),
        name,
      ).toHaveLength(2)
    // QUYẾT ĐỊNH: stays with its first article, the last rows with the total under them.
    expect(xml).toMatch(/<w:keepNext\/>(?:(?!<\/w:p>).)*QUYẾT ĐỊNH:/)
    expect(xml?.match(/<w:keepNext\/>/g)?.length).toBeGreaterThan(2 * 3 * 7)
    expect(parts.get('word/styles.xml')).toContain('Times New Roman')
    expect(words).not.toContain('DỰ THẢO')
    for (const [, header] of headersOf(parts)) expect(wordsOf(header)).not.toContain('BẢN MẪU')
  })

  it('as a demo draft says both on the first page and on the others of every section', async () => {
    const parts = await partsOf(decisionDocx(sampleDecision(null), draft))
    const headers = headersOf(parts)
    expect(headers.length).toBe(6)
    for (const [, header] of headers) {
      expect(wordsOf(header)).toContain('BẢN MẪU - dữ liệu trình diễn')
      expect(wordsOf(header)).toContain('DỰ THẢO')
    }
  })
})
