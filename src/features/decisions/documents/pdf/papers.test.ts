import { describe, expect, it, vi } from 'vitest'
import { pdfBytes } from '#platform/server/documents/pdf/bytes.ts'
import { elementsOf, type LookedPage, lookAt } from '#platform/server/documents/pdf/look.ts'
import { draft, final } from '#platform/server/documents/samples.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { sampleCertificate, sampleCorrection, sampleDecision, sampleList } from '../samples.ts'
import { certificatesPdf } from './certificate.ts'
import { correctionPdf } from './correction.ts'
import { decisionPdf } from './decision.ts'
import { householdListPdf } from './householdList.ts'

// Each paper embeds its fonts again: a busy machine may take a second for one.
vi.setConfig({ testTimeout: 60_000 })

const text = (page: LookedPage | undefined): string => (page?.text ?? '').replace(/\s+/g, ' ')
const look = async (doc: PDFKit.PDFDocument): Promise<LookedPage[]> => lookAt(await pdfBytes(doc))
const signed = 'k.cGF5bG9hZA.c2ln'
const plain: PaperFrame = { ...final, demo: false }
const certificate = (members: number) => sampleCertificate(1, signed, members)

describe('every paper', () => {
  it('draws each of its letters with an outline', async () => {
    const papers = [
      certificatesPdf([certificate(5), certificate(15)], final),
      decisionPdf(sampleDecision(signed), final),
      decisionPdf(sampleDecision(null), draft),
      householdListPdf(sampleList(30), final),
    ]
    for (const paper of papers) for (const page of await look(paper)) expect(page.unseen).toEqual([])
  })

  it('says on every page that it is a sample, and only in the demo', async () => {
    for (const page of await look(householdListPdf(sampleList(96), final)))
      expect(text(page)).toContain('BẢN MẪU - dữ liệu trình diễn')
    for (const page of await look(householdListPdf(sampleList(96), plain))) expect(text(page)).not.toContain('BẢN MẪU')
  })

  it('is not printed with a letter that its font lacks, and the letter is named', () => {
    const odd = { ...certificate(2), address: 'Thôn 1 😀' }
    expect(() => certificatesPdf([certificate(1), odd], final)).toThrow(/😀/)
  })

  it('comes out alike from either Unicode form', async () => {
    const one = certificate(3)
    const [composed] = await look(certificatesPdf([one], final))
    const [apart] = await look(certificatesPdf([JSON.parse(JSON.stringify(one).normalize('NFD'))], final))
    expect(apart?.text).toBe(composed?.text)
  })
})

describe('certificates', () => {
  it.each([1, 5, 7, 8, 11, 12, 15, 18])('of a household of %i fit on one sheet', async (members) => {
    const pages = await look(certificatesPdf([certificate(members)], final))
    expect(pages).toHaveLength(1)
    const [page] = pages
    for (const word of ['HỘ NGHÈO NĂM 2027', 'Năm 2030', 'CHỦ TỊCH', '0002/GCN-2027', 'chưa đối chiếu văn bản'])
      expect(text(page)).toContain(word)
    for (const member of certificate(members).members) expect(text(page)).toContain(member.name)
  })

  it('of the longest names fit on one sheet too', async () => {
    const name = 'Công Tằng Tôn Nữ Phương Thảo Nguyệt Minh Hường'
    const address = 'Ngách 67 ngõ 45 đường Nguyễn Thị Minh Khai kéo dài, Tổ dân phố Đường sắt Thống Nhất phía Tây số 12'
    const one = certificate(9)
    const long = { ...one, address, head: { ...one.head, name }, members: one.members.map((m) => ({ ...m, name })) }
    expect(await look(certificatesPdf([long], final))).toHaveLength(1)
  })

  it('of a household of 24 go on, and the second sheet names its paper', async () => {
    const [, second] = await look(certificatesPdf([certificate(24)], final))
    expect(text(second)).toContain('Tiếp theo Giấy chứng nhận số 0002/GCN-2027')
    expect(text(second)).toContain('CHỦ TỊCH')
  })

  it('are all in one file, a sheet each, in order', async () => {
    const pages = await look(
      certificatesPdf(
        Array.from({ length: 40 }, (_, at) => sampleCertificate(at, signed)),
        final,
      ),
    )
    expect(pages).toHaveLength(40)
    pages.forEach((page, at) => {
      expect(text(page)).toContain(`Số: ${String(at + 1).padStart(4, '0')}/GCN-2027`)
    })
  })

  it('are refused as final without a public address, before a byte is written; drafts are not', async () => {
    expect(() => certificatesPdf([certificate(2)], { ...final, publicUrl: null })).toThrow(/paper.public_url_missing/)
    expect(() => certificatesPdf([certificate(2), sampleCertificate(3, null)], final)).toThrow(/paper.not_signed/)
    const [page] = await look(certificatesPdf([sampleCertificate(1, null)], draft))
    expect(text(page)).toContain('DỰ THẢO')
  })
})

describe('the decision', () => {
  it('as a draft says so on every page, with number and day open', async () => {
    const pages = await look(decisionPdf(sampleDecision(null), draft))
    for (const page of pages) expect(text(page)).toContain('DỰ THẢO')
    expect(text(pages[0])).toContain('Số: ......../QĐ-UBND')
    expect(text(pages[0])).toContain('ngày ..... tháng .....')
    for (const page of await look(decisionPdf(sampleDecision(signed), final)))
      expect(text(page)).not.toContain('DỰ THẢO')
  })

  it('carries number, day, audit root and every household of both lists', async () => {
    const input = sampleDecision(signed)
    const pages = await look(decisionPdf(input, final))
    expect(text(pages[0])).toContain('Tam Hồng, ngày 10 tháng 12 năm 2026')
    expect(text(pages[0])).toContain(`Dấu niêm phong nhật ký gần nhất: ${input.auditRoot}`)
    const annex = pages.slice(1).map(text).join(' ')
    expect(annex).toContain('Tổng số: 96 hộ nghèo')
    expect(annex).toContain('Tổng số: 40 hộ cận nghèo')
    for (const household of input.households) expect(annex).toContain(household.head)
    for (const page of pages.slice(1)) expect(text(page)).toContain('Họ và tên chủ hộ')
    const annexes = pages.filter((page) => text(page).includes('Họ và tên chủ hộ'))
    const numbers = annexes.map((page) => /Phụ lục (I+) - trang (\d)\/(\d)/.exec(text(page))?.slice(1))
    const of = (name: string) => numbers.filter((one) => one?.[0] === name)
    for (const name of ['I', 'II'])
      expect(of(name)).toEqual(of(name).map((_, at) => [name, String(at + 1), String(of(name).length)]))
    expect(of('I').length).toBeGreaterThan(2)
    expect(of('I').length + of('II').length).toBe(annexes.length)
  })

  it('never leaves its signature alone, however long the grounds are', async () => {
    for (let extra = 9; extra < 24; extra += 2) {
      const input = { ...sampleDecision(signed), households: [] }
      const grounds = [...input.grounds, ...Array.from({ length: extra }, (_, at) => `Căn cứ văn bản thứ ${at + 1}`)]
      const pages = await look(decisionPdf({ ...input, grounds }, final))
      const last = text(pages.at(-1))
      expect(last).toContain('Nguyễn Thị Bích')
      expect(last).toContain('Điều 3.')
    }
  })
})

describe('who hears a paper', () => {
  it('is told what is a heading, a paragraph, a table with its rows and cells', async () => {
    const bytes = await pdfBytes(correctionPdf(sampleCorrection(signed), final))
    const of = elementsOf(bytes)
    expect([
      of.get('H1'),
      of.get('H2'),
      of.get('Table'),
      of.get('TR'),
      of.get('TH'),
      of.get('TD'),
      of.get('Figure'),
    ]).toEqual([1, 2, 1, 3, 3, 6, 1])
    const whole = Buffer.from(bytes).toString('latin1')
    for (const said of ['/Marked true', '/Lang (vi-VN)', '/DisplayDocTitle true']) expect(whole).toContain(said)
  })

  it.each([
    ['decision', () => decisionPdf(sampleDecision(signed), final)],
    ['draft', () => decisionPdf(sampleDecision(null), draft)],
    ['correction', () => correctionPdf(sampleCorrection(signed), final)],
    ['certificate', () => certificatesPdf([certificate(5), certificate(24)], final)],
    ['list', () => householdListPdf(sampleList(30), final)],
  ])('finds no letter of a %s that is neither read nor said to be an adornment', async (_what, paper) => {
    for (const page of await look(paper())) expect(page.unmarked).toEqual([])
  })

  it('reads words with the spaces that a line drawn out to the margin leaves out', async () => {
    const [page] = await look(decisionPdf(sampleDecision(signed), final))
    expect(page?.text).toContain('của Thủ tướng Chính phủ quy định quy trình rà soát hộ nghèo, hộ cận nghèo hằng năm')
  })

  it('is not what a thousand certificates are printed for: they stay as small as before', async () => {
    const many = Array.from({ length: 200 }, (_, at) => sampleCertificate(at, signed))
    expect(elementsOf(await pdfBytes(certificatesPdf(many, final))).size).toBe(0)
  })
})

describe('a decision with very long texts', () => {
  it('keeps its marks on every page and loses no word', async () => {
    const words = (mark: string) => Array.from({ length: 1500 }, (_, at) => `${mark}${at}`)
    const input = sampleDecision(null)
    const grounds = [words('căn').join(' ')]
    const pages = await look(decisionPdf({ ...input, grounds, articles: [words('điều').join(' '), 'Hết.'] }, draft))
    for (const page of pages) expect(text(page)).toContain('DỰ THẢO')
    const whole = pages.map(text).join(' ')
    for (const word of [...words('căn'), ...words('điều')]) expect(whole).toContain(word)
    expect(pages.length).toBeLessThan(16)
  })
})

describe('the list of households', () => {
  it('lies on landscape A4, with its heading and number on every page and every member once', async () => {
    const input = sampleList(96)
    const pages = await look(householdListPdf(input, final))
    const members = input.groups.flatMap((group) => group.households.flatMap((household) => household.members))
    expect(pages.length).toBeGreaterThan(5)
    for (const page of pages) {
      expect([page.width, page.height]).toEqual([841.89, 595.28])
      expect(text(page)).toContain('Quan hệ với chủ hộ')
    }
    const relations = pages.flatMap((page) => page.text.match(/Chủ hộ|Vợ\/chồng|Con dâu\/rể|Con|Bố\/mẹ|Cháu/g) ?? [])
    expect(relations).toHaveLength(members.length)
    expect(text(pages.at(-1))).toContain(`Tổng số: 96 hộ nghèo, ${members.length} nhân khẩu.`)
    expect(text(pages.at(-1))).toContain('CHỦ TỊCH')
  })
})
