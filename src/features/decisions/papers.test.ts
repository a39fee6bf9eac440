/** The papers of one decision say the same: which households, in which order, how many; and only to who may read them. */
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce, type Outcome } from '#test/decisions.ts'
import { type Family, type RoundInHand, settle, thon1, thon2, thon4 } from '#test/rounds.ts'
import { tried } from '#test/tried.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { textsIn } from '#test/zip.ts'

type Made = { readonly round: RoundInHand; readonly families: readonly Family[]; readonly decisionId: string }
const listed: [string, Outcome][] = [
  ['Nguyễn Thị Nhẫn', 'poor'],
  ['Trần Thị Ước', 'near_poor'],
  ['Đỗ Thị Ánh', 'poor'],
  ['Lê Thị Đệ', 'near_poor'],
  ['Bùi Thị Mẵn', 'not_poor'],
  ['Vũ Thị Hợi', 'poor'],
]

let world: World
let made: Made
beforeAll(async () => {
  world = await openWorld()
  made = await decided(listed)
  await print(made)
  await inForce(world, made.decisionId)
})
afterAll(() => world.close())

/** A decision drafted over families that come out as said, in two villages. */
async function decided(of: readonly [string, Outcome][]): Promise<Made> {
  const families: Family[] = []
  for (const [at, [name]] of of.entries()) families.push(await settle(world, at % 2 ? thon1 : thon2, name))
  const { round } = await deciding(world, families, { outcomes: of.map(([, outcome]) => outcome) })
  return { round, families, decisionId: (await round.draft()).json().decisionId }
}

async function print({ round, decisionId }: Made): Promise<void> {
  const { contentHash } = (await world.as('hung').get(`/api/decisions/${decisionId}`)).json()
  await tried(world, decisionId)
  await round.must('hung', `/api/decisions/${decisionId}/print`, { contentHash })
}

const paper = (of: Pick<Made, 'decisionId'>, path: string, person: PersonName = 'hung') =>
  world.as(person).get(`/api/decisions/${of.decisionId}/${path}`)
const show = async (of: Made, query = '') =>
  (await world.as('hung').get(`/api/decisions/${of.decisionId}?${query}`)).json()

/** The heads of the families, as often and in the order in which a text names them. */
const headsIn = (text: string): string[] => {
  const names = listed.map(([name]) => name)
  return [...text.replace(/\s+/g, ' ').matchAll(new RegExp(names.join('|'), 'g'))].map(([name]) => name)
}
const pdfText = async (of: Made, path: string) =>
  lookAt((await paper(of, path)).rawPayload)
    .map((page) => page.text)
    .join(' ')
async function docxText(of: Made): Promise<string> {
  const xml = (await textsIn((await paper(of, 'quyet-dinh.docx')).rawPayload)).get('word/document.xml')
  return (xml ?? '').replace(/<\/w:p>/g, ' ').replace(/<[^>]+>/g, '')
}
async function xlsxText(of: Made, listedClass: string): Promise<string> {
  const book = new ExcelJS.Workbook()
  const bytes = (await paper(of, `danh-sach.xlsx?class=${listedClass}`)).rawPayload
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const words: string[] = []
  book.worksheets[0]?.eachRow((row) => row.eachCell((cell) => words.push(cell.text)))
  return words.join(' ')
}
const entryHeads = async (query = '') =>
  (await show(made, query)).entries
    .filter((e: { class: string }) => e.class !== 'not_poor')
    .map((e: { headName: string }) => e.headName)

/** An annex a class, each in the order in which the screen lists the class. */
const classes = ['poor', 'near_poor'] as const

describe('the papers of one decision', () => {
  it('name the same households, class by class, in the order of its list: on paper, in Word, on the screen', async () => {
    const heads = [...(await entryHeads('class=poor')), ...(await entryHeads('class=near_poor'))]
    expect(heads).toHaveLength(5)
    expect((await entryHeads()).toSorted()).toEqual(heads.toSorted())
    expect(headsIn(await pdfText(made, 'quyet-dinh.pdf'))).toEqual(heads)
    expect(headsIn(await docxText(made))).toEqual(heads)
  })

  it.each(classes)('list the %s alike on paper, in the spreadsheet and on the screen, and count them', async (of) => {
    const heads = await entryHeads(`class=${of}`)
    const { counts } = await show(made)
    const { households, persons } = counts.find((c: { class: string }) => c.class === of)
    const [pdf, xlsx] = [await pdfText(made, `danh-sach.pdf?class=${of}`), await xlsxText(made, of)]
    expect(headsIn(pdf)).toEqual(heads)
    expect(headsIn(xlsx)).toEqual(heads)
    expect(households).toBe(heads.length)
    for (const text of [pdf, xlsx])
      expect(text.replace(/\s+/g, ' ')).toMatch(new RegExp(`Tổng số: ${households} hộ \\S.*, ${persons} nhân khẩu`))
  })

  it('count in the decision what its list counts', async () => {
    for (const text of [await pdfText(made, 'quyet-dinh.pdf'), await docxText(made)])
      expect(text.replace(/\s+/g, ' ')).toContain('3 hộ nghèo và 2 hộ cận nghèo')
  })

  it('hold a certificate a sheet for each listed household, in the same order, with its number', async () => {
    const lists = await Promise.all(classes.map((one) => show(made, `class=${one}`)))
    const certified = lists.flatMap(({ entries }) => entries)
    expect(certified.map((e: { certificateNumber: string | null }) => e.certificateNumber)).not.toContain(null)
    const pages = lookAt((await paper(made, 'giay-chung-nhan.pdf')).rawPayload)
    expect(pages).toHaveLength(certified.length)
    for (const [at, { headName, certificateNumber }] of certified.entries()) {
      const text = pages[at]?.text.replace(/\s+/g, ' ')
      expect(text).toContain(headName)
      expect(text).toContain(certificateNumber)
    }
  })

  it('name nobody who is not poor, nor anybody of another decision', async () => {
    const other = await decided([['Hoàng Thị Én', 'poor']])
    for (const text of [await pdfText(made, 'quyet-dinh.pdf'), await docxText(made), await xlsxText(made, 'poor')])
      expect(text).not.toMatch(/Bùi Thị Mẵn|Hoàng Thị Én/)
    expect(headsIn(await pdfText(other, 'quyet-dinh.pdf'))).toEqual([])
  })

  it('come out the same when they are asked for again', async () => {
    const text = () => pdfText(made, 'quyet-dinh.pdf')
    expect(await text()).toBe(await text())
  })

  it('leave under a name that says number, commune and year, and that they are drafts', async () => {
    const nameOf = async (of: Pick<Made, 'decisionId'>, path: string) => {
      const header = String((await paper(of, path)).headers['content-disposition'])
      return decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(header)?.[1] ?? '')
    }
    const { householdId } = made.families[0] as Family
    for (const [path, name] of [
      ['quyet-dinh.pdf', /^Quyết định \d+-QĐ-UBND xã Tam Hồng 20\d\d\.pdf$/],
      ['quyet-dinh.docx', /^Quyết định \d+-QĐ-UBND xã Tam Hồng 20\d\d\.docx$/],
      ['danh-sach.xlsx?class=poor', /^Danh sách hộ nghèo \(biểu 15\) xã Tam Hồng 20\d\d\.xlsx$/],
      ['danh-sach.pdf?class=near_poor', /^Danh sách hộ cận nghèo \(biểu 14\) xã Tam Hồng 20\d\d\.pdf$/],
      ['giay-chung-nhan.pdf', /^Giấy chứng nhận hộ nghèo, hộ cận nghèo xã Tam Hồng 20\d\d\.pdf$/],
      [`giay-chung-nhan.pdf?householdId=${householdId}`, /^Giấy chứng nhận \d+-\S*20\d\d xã Tam Hồng\.pdf$/],
    ] as const)
      expect(await nameOf(made, path)).toMatch(name)
    const drafted = await decided([['Lò Thị Mai', 'poor']])
    expect(await nameOf(drafted, 'quyet-dinh.pdf')).toMatch(/^Quyết định xã Tam Hồng 20\d\d \(dự thảo\)\.pdf$/)
  })

  it('name the unit that issues them as their author, and their title', async () => {
    for (const [path, title] of [
      ['quyet-dinh.docx', 'QUYẾT ĐỊNH công nhận hộ nghèo, hộ cận nghèo xã Tam Hồng'],
      ['danh-sach.xlsx?class=poor', 'DANH SÁCH CHI TIẾT HỘ NGHÈO NĂM'],
    ] as const) {
      const core = (await textsIn((await paper(made, path)).rawPayload)).get('docProps/core.xml')
      expect(core).toContain('<dc:creator>Ủy ban nhân dân xã Tam Hồng</dc:creator>')
      expect(core).toContain(`<dc:title>${title}`)
    }
  })

  it('are drafts until the print is fixed, say so on every page, and carry no number', async () => {
    const of = await decided([['Lò Thị Mỉ', 'poor']])
    const pages = lookAt((await paper(of, 'quyet-dinh.pdf')).rawPayload)
    for (const page of pages) expect(page.text.replace(/\s+/g, ' ')).toContain('DỰ THẢO')
    await print(of)
    for (const page of lookAt((await paper(of, 'quyet-dinh.pdf')).rawPayload))
      expect(page.text).not.toContain('DỰ THẢO')
    for (const page of lookAt((await paper(of, 'giay-chung-nhan.pdf')).rawPayload))
      expect(page.text.replace(/\s+/g, ' ')).toContain('DỰ THẢO')
  })
})

describe('a certificate is not printed', () => {
  const certificates = (query: string) => () => paper(made, `giay-chung-nhan.pdf?${query}`)

  it('for a household that is not in the list, is not poor, or is not at all', async () => {
    const stranger = await settle(world, thon1, 'Chíu Thị Múi')
    const notPoor = made.families[4] as Family
    for (const { householdId } of [stranger, notPoor, { householdId: newId() }])
      expect(await refusal(world, certificates(`householdId=${householdId}`))).toBe('decisions.no_certificate')
  })

  it('for a village without any, or a class that gets none', async () => {
    expect(await refusal(world, certificates(`villageId=${thon4}`))).toBe('decisions.no_certificate')
    for (const query of ['class=not_poor', 'class=average', 'householdId=1', 'final=maybe'])
      expect(await refusal(world, certificates(query))).toBe('input.invalid')
  })

  it('of one household beside others: only hers', async () => {
    const { householdId } = made.families[0] as Family
    const pages = lookAt((await certificates(`householdId=${householdId}`)()).rawPayload)
    expect(pages).toHaveLength(1)
    expect(headsIn(pages[0]?.text ?? '')).toContain('Nguyễn Thị Nhẫn')
  })

  it('in its final form before the decision is in force', async () => {
    const of = await decided([['Lò Thị Mẩy', 'poor']])
    for (const state of ['drafted', 'printed']) {
      expect([state, await refusal(world, () => paper(of, 'giay-chung-nhan.pdf?final=true'))]).toEqual([
        state,
        'decisions.no_final_paper',
      ])
      if (state === 'drafted') await print(of)
    }
    expect((await paper(of, 'giay-chung-nhan.pdf?final=false')).statusCode).toBe(200)
  })
})

const paths = [
  'quyet-dinh.pdf',
  'quyet-dinh.docx',
  'giay-chung-nhan.pdf',
  'danh-sach.pdf?class=poor',
  'danh-sach.xlsx?class=poor',
  'ban-ky',
]

describe('the papers are not for', () => {
  it.each(['xem', 'dao', 'quantri', 'la'] as const)('%s, whose roles read no round', async (person) => {
    for (const path of paths)
      expect([path, await refusal(world, () => paper(made, path, person))]).toEqual([path, 'access.denied'])
  })

  it('the neighbour’s official, the village’s enumerator, nor who has not signed in', async () => {
    for (const path of paths) {
      for (const person of ['son', 'mai'] as const)
        expect([path, await refusal(world, () => paper(made, path, person))]).toEqual([path, 'decisions.not_found'])
      const bare = () => world.nobody.get(`/api/decisions/${made.decisionId}/${path}`)
      expect([path, await refusal(world, bare)]).toEqual([path, 'access.sign_in_needed'])
    }
  })

  it('a decision that is not there', async () => {
    for (const path of paths)
      expect([path, await refusal(world, () => paper({ decisionId: newId() }, path))]).toEqual([
        path,
        'decisions.not_found',
      ])
  })

  it('a list of a class that has no list', async () => {
    for (const of of ['not_poor', 'average', 'open', ''])
      for (const path of ['danh-sach.pdf', 'danh-sach.xlsx'])
        expect(await refusal(world, () => paper(made, `${path}?class=${of}`))).toBe('input.invalid')
  })

  it('the signed page before there is one', async () => {
    const of = await decided([['Lý Thị Dợ', 'poor']])
    expect(await refusal(world, () => paper(of, 'ban-ky'))).toBe('decisions.no_final_paper')
    await print(of)
    expect(await refusal(world, () => paper(of, 'ban-ky'))).toBe('decisions.no_final_paper')
  })
})
