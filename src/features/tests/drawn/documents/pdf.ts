/** A test on paper: for whom it is, what is asked in its order, and at the foot of every page the short code of the sheet. */

import type { Class } from '#features/standards/model/verdict.ts'
import { classWords } from '#kernel/classes.ts'
import { drawable } from '#platform/server/documents/pdf/fonts.ts'
import { drawRule } from '#platform/server/documents/pdf/marks.ts'
import { paragraph } from '#platform/server/documents/pdf/runs.ts'
import {
  finish,
  heightOf,
  keep,
  newPage,
  openSheet,
  type Sheet as Page,
  type TextStyle,
} from '#platform/server/documents/pdf/sheet.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { classLetters } from '../../attempts/rules.ts'
import { letterOf } from '../../bank/rules.ts'
import type { AskedOnPaper, SheetPaper, TestPaper } from './types.ts'

export function testPdf(given: TestPaper, frame: PaperFrame): PDFKit.PDFDocument {
  const input = drawable(given)
  const page = openSheet({ title: input.title, frame, cells: 0 })
  for (const one of input.papers) drawPaper(page, one, { input, frame })
  return finish(page)
}

const dots = '.'.repeat(60)

function drawPaper(
  page: Page,
  paper: SheetPaper,
  { input, frame }: { readonly input: TestPaper; readonly frame: PaperFrame },
): void {
  const { who, code, variant } = paper
  // Pages that come apart are put together by it.
  const foot = `Mã tờ ${code} - Mã đề ${variant} - ${who ? `${who.name}, ${who.unit}` : `Họ tên: ${dots}`}`
  Object.assign(page, { frame: { ...frame, foot } })
  newPage(page, 'next')
  drawHead(page, paper, input)
  paper.asked.forEach((one, at) => {
    const lines = linesOf(one, at + 1)
    const height = lines.reduce((sum, { text, ...style }) => sum + heightOf(page, text, style) + 3, 0)
    keep(page, Math.min(height, page.bottom - page.top))
    for (const { text, ...style } of lines) paragraph(page, text, { ...style, after: 3 })
    page.y += 6
  })
}

type Line = TextStyle & { readonly text: string }
const small = { size: 11 } as const

function drawHead(
  page: Page,
  { who, variant, code, asked }: SheetPaper,
  { unit, title, classTitle, minutes, pass }: TestPaper,
): void {
  paragraph(page, unit, { ...small, after: 2 })
  paragraph(page, title.toLocaleUpperCase('vi'), { size: 15, face: 'bold', align: 'center', tag: 'H1', after: 2 })
  paragraph(page, classTitle, { size: 12, align: 'center', after: 8 })
  paragraph(page, who ? `Họ tên: ${who.name}` : `Họ tên: ${dots}${dots}`, { size: 12, face: 'bold', after: 3 })
  paragraph(page, who ? `Đơn vị: ${who.unit}` : `Đơn vị: ${dots}${dots}`, { size: 12, after: 3 })
  const facts = [
    ...[`Mã đề ${variant}`, `Mã tờ ${code}`, `${asked.length} câu`],
    ...(minutes ? [`Thời gian làm bài: ${minutes} phút`] : []),
    ...(pass ? [`Đạt từ ${pass.num}/${pass.of} số điểm`] : []),
  ]
  paragraph(page, facts.join('; '), { ...small, after: 3 })
  paragraph(
    page,
    'Khoanh chữ cái trước ý được chọn; câu điền số thì ghi số vào chỗ chấm. Chọn nhầm thì gạch chéo và khoanh lại.',
    {
      ...{ size: 10.5, face: 'italic', after: 5 },
    },
  )
  drawRule(page, { x: page.left, y: page.y, width: page.width })
  page.y += 10
}

const classes = (Object.keys(classLetters) as Class[]).map((one) => `${classLetters[one]}. ${classWords[one].vi}`)

function linesOf({ sheet, told }: AskedOnPaper, place: number): Line[] {
  const ask = { text: `Câu ${place}. ${sheet.ask}`, size: 12, face: 'bold' } as const
  const choice = (text: string): Line => ({ text, size: 12, indent: 14 })
  const facts: Line[] = told.map((text) => ({ text, size: 10.5, indent: 14 }))
  switch (sheet.kind) {
    case 'single':
      return [ask, ...(sheet.options ?? []).map((one, at) => choice(`${letterOf(at)}. ${one}`))]
    case 'multiple':
      return [
        ask,
        { text: '(Chọn tất cả các ý đúng)', size: 10.5, face: 'italic', indent: 14 },
        ...(sheet.options ?? []).map((one, at) => choice(`${letterOf(at)}. ${one}`)),
      ]
    case 'true_false':
      return [ask, choice('Đ. Đúng          S. Sai')]
    case 'numeric':
      return [ask, choice(`Trả lời: ${dots} ${sheet.unit ?? ''}`)]
    case 'household':
      return [ask, ...facts, choice(classes.join('     '))]
  }
}
