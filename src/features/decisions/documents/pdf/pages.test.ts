/** Where the papers break: what belongs together stays on one page. */
import { describe, expect, it, vi } from 'vitest'
import { pdfBytes } from '#platform/server/documents/pdf/bytes.ts'
import { type LookedPage, lookAt } from '#platform/server/documents/pdf/look.ts'
import { final } from '#platform/server/documents/samples.ts'
import { sampleCorrection, sampleDecision, sampleList } from '../samples.ts'
import { correctionPdf } from './correction.ts'
import { decisionPdf } from './decision.ts'
import { householdListPdf } from './householdList.ts'

// Each paper embeds its fonts again: a busy machine may take a second for one.
vi.setConfig({ testTimeout: 60_000 })

const text = (page: LookedPage | undefined): string => (page?.text ?? '').replace(/\s+/g, ' ')
const look = async (doc: PDFKit.PDFDocument): Promise<LookedPage[]> => lookAt(await pdfBytes(doc))
const signed = 'k.cGF5bG9hZA.c2ln'

/** Grounds of growing length push what follows over the page, line by line. */
const pushed = (at: number) => Array.from({ length: at }, (_, one) => `Căn cứ văn bản thứ ${one + 1}`)

describe('what belongs together on a page', () => {
  it('is QUYẾT ĐỊNH: and its first article, of a decision and of a correction', async () => {
    let breaks = 0
    for (let extra = 10; extra < 24; extra++) {
      const decision = { ...sampleDecision(signed), households: [] }
      const grounds = [...decision.grounds, ...pushed(extra)]
      for (const paper of [
        decisionPdf({ ...decision, grounds }, final),
        correctionPdf({ ...sampleCorrection(signed), grounds }, final),
      ]) {
        const pages = await look(paper)
        const page = pages.find((one) => one.text.includes('QUYẾT ĐỊNH:'))
        expect(text(page)).toContain('Điều 1.')
        if (page !== pages[0]) breaks += 1
      }
    }
    expect(breaks).toBeGreaterThan(2)
  })

  it('are the last rows of a list: never one alone over the signature', async () => {
    for (let count = 20; count < 36; count++) {
      const one = { ...sampleList(1).groups[0], households: sampleList(40).groups[0]?.households.slice(0, count) ?? [] }
      const pages = await look(householdListPdf({ ...sampleList(1), groups: [{ name: 'Thôn 1', ...one }] }, final))
      const rows = (text(pages.at(-1)).match(/Kinh|Sán Dìu/g) ?? []).length
      expect(rows, `${count} households`).toBeGreaterThanOrEqual(3)
    }
  })

  it('are two lines of a long article at least on either side of a page, and as many over the signature', async () => {
    const words = Array.from({ length: 70 }, (_, at) => `chữ${at}`)
    let parted = 0
    for (let extra = 4; extra < 20; extra += 2) {
      const input = { ...sampleDecision(signed), households: [] }
      const grounds = [...input.grounds, ...pushed(extra)]
      const pages = await look(decisionPdf({ ...input, grounds, articles: ['Một.', words.join(' ')] }, final))
      const on = pages.map((page) => words.filter((word) => text(page).split(' ').includes(word)).length)
      expect(on.reduce((sum, count) => sum + count)).toBe(words.length)
      expect(text(pages.at(-1))).toContain('Nguyễn Thị Bích')
      // A line has eleven of them and more.
      expect(on.at(-1), `${extra} grounds more`).toBeGreaterThan(11)
      if (on.filter((count) => count > 0).length < 2) continue
      parted += 1
      expect(on.at(-2), `${extra} grounds more`).toBeGreaterThan(11)
    }
    expect(parted).toBeGreaterThan(2)
  })

  it('is a day in its line, and a body over its place', async () => {
    const place = 'Nông Trường Việt Lâm'
    const issuer = { superior: null, name: `Ủy ban nhân dân thị trấn ${place}`, place }
    const authority = `Chủ tịch Ủy ban nhân dân thị trấn ${place}`
    const pages = await look(decisionPdf({ ...sampleDecision(signed), issuer, authority }, final))
    expect(pages[0]?.text).toContain('Nông Trường Việt Lâm, ngày 10 tháng 12 năm 2026')
    expect(pages[0]?.text).toContain('CHỦ TỊCH ỦY BAN NHÂN DÂN THỊ TRẤN NÔNG TRƯỜNG VIỆT LÂM')
    expect(pages.map(text).join(' ')).toContain('ngày 10 tháng 12 năm 2026 của Chủ tịch')
  })

  it('is a letterhead with a long place and what stands under it', async () => {
    const issuer = {
      superior: null,
      name: 'Ủy ban nhân dân đặc khu Trường Sa - Vạn Ninh - Phong Nha Kẻ Bàng',
      place: 'Trường Sa - Vạn Ninh - Phong Nha Kẻ Bàng',
    }
    const [page] = await look(decisionPdf({ ...sampleDecision(signed), issuer }, final))
    // Names are cut between them, none in two.
    expect(page?.text).toMatch(/TRƯỜNG SA -\s+VẠN NINH -\s+PHONG NHA KẺ BÀNG/)
  })
})
