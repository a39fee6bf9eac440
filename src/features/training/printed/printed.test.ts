/** The paper of a plan: a draft says so, what is approved stays as it was, its annexes add up by themselves. */
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { paperLink } from '#platform/server/documents/signed.ts'
import { newId } from '#platform/server/ids.ts'
import { counted } from '#test/formulas.ts'
import { aNorm, aProgramme, approvedTopics, lineSaid, planSaid } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { textsIn } from '#test/zip.ts'
import { issuerOf } from './inputs.ts'

vi.setConfig({ testTimeout: 60_000 })

let world: World
let topicId: string
let unsaid: string
let programmeId: string
let normId: string
beforeAll(async () => {
  world = await openWorld()
  ;[topicId, unsaid] = await approvedTopics(world)
  programmeId = await aProgramme(world)
  normId = await aNorm(world)
})
afterAll(() => world.close())

async function must<T extends { statusCode: number; body: string }>(act: Promise<T>): Promise<T> {
  const reply = await act
  expect(reply.statusCode, reply.body.slice(0, 500)).toBe(200)
  return reply
}
const url = (id: string, path = '') => `/api/training-plans/${id}${path}`
const show = async (id: string) => (await world.as('dao').get(url(id))).json()
const byNorm = { source: 'central', what: '', quantity: 181, dong: null }
const lumpSum = { source: 'other', normId: null, what: 'Thuê xe', quantity: 3, dong: 1_234_567 }
const addLine = (id: string, part: object = {}) =>
  must(world.as('dao').post(url(id, '/lines'), { planLineId: newId(), topicId, ...lineSaid, ...part }))

async function drafted(lines = 2): Promise<string> {
  const trainingPlanId = newId()
  const texts = { purpose: 'Nâng cao năng lực.\nĐúng đối tượng.', execution: 'UBND các xã cử người đi học.' }
  const said = { trainingPlanId, areaId: demoAreas.phuTho, programmeId, ...planSaid, ...texts }
  await must(world.as('dao').post('/api/training-plans', said))
  for (let at = 0; at < lines; at++)
    await addLine(trainingPlanId, {
      ...(at % 2 === 0 ? {} : { topicId: unsaid, people: 41, classes: 2, weeks: [12, 13, 20] }),
      money: at % 2 === 0 ? [{ ...byNorm, normId }, lumpSum] : [lumpSum],
    })
  return trainingPlanId
}
let numbers = 0
async function approve(id: string, part: object = {}) {
  numbers += 1
  const { edits } = await show(id)
  const decided = { number: `${numbers}/KH-UBND`, decidedOn: '2026-11-12', issuer: 'UBND tỉnh Phú Thọ', edits }
  const signer = { name: 'Bùi Minh Châu', authority: 'for_chair' }
  return must(world.as('lan').post(url(id, '/approve'), { ...decided, signer, ...part }))
}
const pagesOf = async (id: string, person: PersonName = 'dao') =>
  lookAt((await must(world.as(person).get(url(id, '/ke-hoach.pdf')))).rawPayload)
const wordsIn = (pages: Awaited<ReturnType<typeof pagesOf>>) =>
  pages
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
async function bookOf(id: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  const { rawPayload } = await must(world.as('dao').get(url(id, '/phu-luc.xlsx')))
  await book.xlsx.load(rawPayload as unknown as ArrayBuffer)
  return book
}

describe('a draft on paper', () => {
  it('says DỰ THẢO on every page and has no code; a place for the number stays open', async () => {
    const pages = await pagesOf(await drafted())
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) {
      expect(page.text).toContain('DỰ THẢO')
      expect(page.unseen).toEqual([])
    }
    const words = wordsIn(pages)
    for (const said of ['KẾ HOẠCH', 'ỦY BAN NHÂN DÂN', 'TỈNH PHÚ THỌ', 'Số: ......../KH-UBND', 'Đúng đối tượng.'])
      expect(words).toContain(said)
    for (const head of ['I. MỤC ĐÍCH', 'II. NỘI DUNG', 'III. THỜI GIAN', 'IV. KINH PHÍ', 'V. TỔ CHỨC THỰC HIỆN'])
      expect(words).toContain(head)
  })

  it('counts topics, not their codes, and says the framework where two have the same', async () => {
    const id = await drafted()
    const [later] = await approvedTopics(world, { periodFrom: 2027, periodUntil: 2031 })
    const [alike] = await approvedTopics(world)
    await addLine(id, { topicId: later, weeks: [30] })
    const { lineList } = await show(id)
    expect(lineList.map(({ code, framework }: { code: string; framework: string }) => [code, framework])).toEqual([
      ['CĐ1', 'khung 2026-2030'],
      ['CĐ1', 'khung 2027-2031'],
      ['CĐ2', ''],
    ])
    const words = wordsIn(await pagesOf(id))
    for (const said of ['gồm 3 chuyên đề', 'CĐ1 (khung 2026-2030)', 'CĐ1 (khung 2027-2031)'])
      expect(words).toContain(said)
    expect(JSON.stringify((await bookOf(id)).model)).toContain('CĐ1 (khung 2027-2031)')
    // Of one name and years they are told apart by nothing, and are two all the same.
    await addLine(id, { topicId: alike, weeks: [31] })
    expect(wordsIn(await pagesOf(id))).toContain('gồm 4 chuyên đề')
  })

  it('is read by who reads the plan', async () => {
    const id = await drafted(1)
    for (const path of ['/ke-hoach.pdf', '/ke-hoach.docx', '/phu-luc.xlsx'])
      expect(await refusal(world, () => world.as('son').get(url(id, path)))).toBe('plan.not_found')
  })
})

describe('an approved plan on paper', () => {
  it('has its number, day and who signed it, and a code that the register knows', async () => {
    const id = await drafted()
    await approve(id, { number: '345/KH-UBND' })
    const words = wordsIn(await pagesOf(id))
    for (const said of ['Số: 345/KH-UBND', 'ngày 12 tháng 11 năm 2026', 'KT. CHỦ TỊCH', 'Bùi Minh Châu'])
      expect(words).toContain(said)
    expect(words).not.toContain('DỰ THẢO')
    const status = (await world.nobody.get(`/api/public/papers/${id}`)).json()
    expect(status).toMatchObject({
      known: true,
      kind: 'plan',
      number: '345/KH-UBND',
      inForce: true,
      from: '2026-11-12',
    })
  })

  it('names the plan of above that it carries out', async () => {
    const above = await drafted(1)
    await approve(above, { number: '346/KH-UBND', decidedOn: '2026-11-10' })
    const trainingPlanId = newId()
    const said = { trainingPlanId, areaId: demoAreas.tamHongToday, programmeId, ...planSaid, parentId: above }
    await must(world.as('hung').post('/api/training-plans', said))
    await must(world.as('hung').post(url(trainingPlanId, '/lines'), { planLineId: newId(), topicId, ...lineSaid }))
    const words = wordsIn(await pagesOf(trainingPlanId, 'hung'))
    expect(words).toContain('Thực hiện Kế hoạch số 346/KH-UBND ngày 10/11/2026 của Ủy ban nhân dân tỉnh Phú Thọ')
  })

  it('stays as it was, whatever is renamed since', async () => {
    const id = await drafted()
    await approve(id)
    const before = wordsIn(await pagesOf(id))
    const name = 'Tiểu dự án nâng cao năng lực'
    const renamed = { was: { name }, name: 'Tiểu dự án gọi khác' }
    await must(world.as('dao').post(`/api/programmes/${programmeId}/change`, renamed))
    await world.owner.query(`update framework_topic set title = 'Tên khác' where id = $1`, [topicId])
    const after = wordsIn(await pagesOf(id))
    await world.owner.query(`update framework_topic set title = 'Rà soát hộ' where id = $1`, [topicId])
    await must(world.as('dao').post(`/api/programmes/${programmeId}/change`, { was: { name: renamed.name }, name }))
    expect(after).toBe(before)
    expect(after).toContain(name)
  })

  it('in Word says the same, with its annexes', async () => {
    const id = await drafted()
    await approve(id)
    const { rawPayload } = await must(world.as('dao').get(url(id, '/ke-hoach.docx')))
    const xml = (await textsIn(rawPayload)).get('word/document.xml') ?? ''
    const words = xml.replace(/<w:noBreakHyphen\/>/g, '-').replace(/<[^>]+>/g, '')
    for (const said of ['KẾ HOẠCH', 'Phụ lục I', 'Phụ lục II', 'Thuê xe', 'Bùi Minh Châu'])
      expect(words).toContain(said)
  })

  it('that was approved before papers were kept is printed without a code', async () => {
    const id = await drafted()
    await approve(id)
    expect((await show(id)).coded).toBe(true)
    expect(wordsIn(await pagesOf(id))).not.toContain('không có mã')
    await world.owner.query('delete from plan_paper where plan_id = $1', [id])
    const words = wordsIn(await pagesOf(id))
    expect(words).not.toContain('DỰ THẢO')
    // Neither a signature that nobody gave, nor silence about it.
    expect(words).toContain('trước khi phần mềm cấp mã kiểm tra, nên không có mã')
    const { rawPayload } = await must(world.as('dao').get(url(id, '/ke-hoach.docx')))
    expect([...(await textsIn(rawPayload)).values()].join(' ')).toContain('không có mã')
    expect((await show(id)).coded).toBe(false)
  })
})

describe('what a paper of a plan says of itself', () => {
  it('names the unit that issues it in full, however the approval was typed', () => {
    const of = (unit: string, said: string | null) => issuerOf(unit, said).name
    for (const typed of [null, '', 'UBND', 'UBND tỉnh', 'Ủy ban nhân dân Tỉnh', 'UBND tỉnh Phú Thọ'])
      expect(of('Tỉnh Phú Thọ', typed), String(typed)).toBe('Ủy ban nhân dân tỉnh Phú Thọ')
    expect(of('Xã Tam Hồng', 'ubnd xã')).toBe('Ủy ban nhân dân xã Tam Hồng')
    expect(of('Xã Tam Hồng', 'UBND tỉnh Phú Thọ')).toBe('Ủy ban nhân dân tỉnh Phú Thọ')
    expect(of('Tỉnh Phú Thọ', 'Sở Nội vụ')).toBe('Sở Nội vụ tỉnh Phú Thọ')
    expect(of('Tỉnh Phú Thọ', 'Sở Nội vụ tỉnh Phú Thọ')).toBe('Sở Nội vụ tỉnh Phú Thọ')
  })

  it('says in its first annex, which lies, that places and weeks left open are told later; a sum of one source ends', async () => {
    const id = await drafted(1)
    const pages = await pagesOf(id)
    const words = wordsIn(pages)
    expect(words).toContain('Thông báo sau')
    expect(words).not.toMatch(/đ; Chi tiết từng nội dung chi/)
    const first = pages.find(({ text }) => text.includes('Phụ lục I - trang 1/'))
    expect(first && first.width > first.height).toBe(true)
    const { rawPayload } = await must(world.as('dao').get(url(id, '/ke-hoach.docx')))
    expect((await textsIn(rawPayload)).get('word/document.xml')).toContain('w:orient="landscape"')
  })

  it('says on every page that it has no code, and what has amended it since', async () => {
    const id = await drafted(1)
    await approve(id, { number: '410/KH-UBND' })
    await world.owner.query('delete from plan_paper where plan_id = $1', [id])
    for (const { text } of await pagesOf(id)) {
      expect(text.replace(/\s+/g, ' ')).toContain('không có mã kiểm tra')
      expect(text).not.toContain('đã được điều chỉnh')
    }
    const amendmentId = newId()
    await must(world.as('dao').post(url(id, '/amendments'), { amendmentId, reason: 'Thêm lớp' }))
    await addLine(amendmentId)
    await approve(amendmentId, { number: '411/KH-UBND', decidedOn: '2026-11-15' })
    for (const { text } of await pagesOf(id))
      expect(text.replace(/\s+/g, ' ')).toContain(
        'Kế hoạch này đã được điều chỉnh bởi văn bản số 411/KH-UBND ngày 15/11/2026.',
      )
    const words = wordsIn(await pagesOf(amendmentId))
    expect(words).toContain('điều chỉnh, bổ sung lần 1 Kế hoạch số 410/KH-UBND')
    expect(words).not.toContain('đã được điều chỉnh bởi')
  })
})

describe('the annexes as a workbook', () => {
  it('add up by their formulas to what the page and the database say', async () => {
    const id = await drafted(5)
    const { sums } = await show(id)
    const book = await bookOf(id)
    const total = (name: string, column: string) => {
      const sheet = book.getWorksheet(name) as ExcelJS.Worksheet
      return [counted(book, sheet, `${column}${sheet.rowCount}`), sheet.getCell(`${column}${sheet.rowCount}`).result]
    }
    expect(total('Phụ lục I', 'E')).toEqual([sums.people, sums.people])
    expect(total('Phụ lục I', 'F')).toEqual([sums.classes, sums.classes])
    expect(total('Phụ lục I', 'K')).toEqual([sums.dong, sums.dong])
    expect(total('Phụ lục II', 'I')).toEqual([sums.dong, sums.dong])
    expect(total('Theo nguồn', 'B')).toEqual([sums.dong, sums.dong])
    const { rows } = await world.owner.query<{ dong: number }>(
      'select sum(m.amount)::float8 as dong from plan_line l join plan_money m on m.plan_line_id = l.id where l.plan_id = $1',
      [id],
    )
    expect(sums.dong).toBe(rows[0]?.dong)
    for (const sheet of book.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.formula)
            expect(counted(book, sheet, cell.address), `${sheet.name}!${cell.address}`).toBe(cell.result)
        }),
      )
  })

  it('bear the code of the paper once it is approved, and say on every sheet what has amended it since', async () => {
    const textsOf = async (plan: string) =>
      (await bookOf(plan)).worksheets.map((sheet) => {
        const texts: string[] = []
        sheet.eachRow((row) => row.eachCell((cell) => texts.push(String(cell.text))))
        return texts.join('\n')
      })
    const id = await drafted(1)
    for (const text of await textsOf(id)) expect(text).not.toContain('Mã kiểm tra')
    await approve(id, { number: '420/KH-UBND' })
    const { rows } = await world.owner.query<{ signed: string }>('select signed from plan_paper where plan_id = $1', [
      id,
    ])
    const [first] = await textsOf(id)
    const code = /Mã kiểm tra của văn bản: (\S+)/.exec(first ?? '')?.[1] ?? ''
    expect(code).toBe(paperLink(new URL(code).origin, rows[0]?.signed ?? ''))
    expect(first).not.toContain('đã được điều chỉnh')
    const amendmentId = newId()
    await must(world.as('dao').post(url(id, '/amendments'), { amendmentId, reason: 'Thêm lớp' }))
    await addLine(amendmentId)
    await approve(amendmentId, { number: '421/KH-UBND', decidedOn: '2026-11-15' })
    const sheets = await textsOf(id)
    expect(sheets.length).toBeGreaterThan(1)
    for (const text of sheets)
      expect(text).toContain('Kế hoạch này đã được điều chỉnh bởi văn bản số 421/KH-UBND ngày 15/11/2026.')
  })

  it('of a plan without money have no sheet of it', async () => {
    const id = newId()
    const said = { trainingPlanId: id, areaId: demoAreas.phuTho, programmeId, ...planSaid }
    await must(world.as('dao').post('/api/training-plans', said))
    expect((await bookOf(id)).worksheets.map(({ name }) => name)).toEqual(['Phụ lục I'])
    await addLine(id)
    expect((await bookOf(id)).worksheets.map(({ name }) => name)).toEqual(['Phụ lục I'])
  })
})

describe('an amendment on paper', () => {
  it('names what it amends, why, and each change; the check of the plan names it', async () => {
    const id = await drafted()
    await approve(id)
    const amendmentId = newId()
    await must(world.as('dao').post(url(id, '/amendments'), { amendmentId, reason: 'Cắt giảm kinh phí' }))
    const [line] = (await show(amendmentId)).lineList
    await must(world.as('dao').post(`/api/plan-lines/${line.planLineId}/drop`, { because: 'Cắt' }))
    expect(wordsIn(await pagesOf(amendmentId))).toContain('DỰ THẢO')
    await approve(amendmentId, { number: '400/KH-UBND', decidedOn: '2026-11-15' })
    const words = wordsIn(await pagesOf(amendmentId))
    for (const said of ['Cắt giảm kinh phí', 'NỘI DUNG ĐIỀU CHỈNH', 'Phụ lục III', '(bỏ)', 'lần 1'])
      expect(words).toContain(said)
    const status = (await world.nobody.get(`/api/public/papers/${id}`)).json()
    expect(status).toMatchObject({
      inForce: true,
      corrections: [{ kind: 'plan', number: '400/KH-UBND', day: '2026-11-15' }],
    })
    const book = await bookOf(amendmentId)
    expect(book.getWorksheet('Phụ lục I')?.getCell('K7').value).toBeDefined()
    const texts = (sheet: string) => JSON.stringify(book.getWorksheet(sheet)?.getSheetValues())
    expect(texts('Phụ lục I')).toContain('CHUYÊN ĐỀ, LỚP (SAU ĐIỀU CHỈNH)')
    expect(texts('Phụ lục II')).toContain('KINH PHÍ THEO NỘI DUNG CHI (SAU ĐIỀU CHỈNH)')
    for (const said of ['NỘI DUNG ĐIỀU CHỈNH', '(bỏ)']) expect(texts('Phụ lục III')).toContain(said)
  })
})
