/** Slips to be cut apart, four to an A4 sheet: the QR, for whom it is, and what to do with it. */
import { showDate } from '#kernel/dates.ts'
import { drawable } from '#platform/server/documents/pdf/fonts.ts'
import { drawQr, qrSize } from '#platform/server/documents/pdf/marks.ts'
import {
  block,
  finish,
  mm,
  newPage,
  openSheet,
  type Sheet,
  type TextStyle,
} from '#platform/server/documents/pdf/sheet.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import type { SlipPaper, SlipsPaper } from './types.ts'

const perPage = 4
const gap = mm(6)

export function slipsPdf(given: SlipsPaper, frame: PaperFrame): PDFKit.PDFDocument {
  const input = drawable(given)
  const sheet = openSheet({ title: `Giấy vào máy, ${input.area}`, frame, cells: 0 })
  const height = (sheet.bottom - sheet.top) / perPage
  input.slips.forEach((slip, at) => {
    if (at % perPage === 0) newPage(sheet, 'next')
    const y = sheet.top + (at % perPage) * height
    drawSlip(sheet, { slip, input, y })
    drawCut(sheet, y + height - gap / 2)
  })
  return finish(sheet)
}

type Drawn = { readonly slip: SlipPaper; readonly input: SlipsPaper; readonly y: number }

function drawSlip(sheet: Sheet, { slip, input, y }: Drawn): void {
  if (slip.link) {
    const alt = `Mã QR mở ${input.address} để ${slip.name} vào máy`
    drawQr(sheet, { x: sheet.left + mm(2), y }, { link: slip.link, caption: slip.login, alt })
  }
  const x = slip.link ? sheet.left + qrSize + mm(12) : sheet.left
  const width = sheet.right - x
  let at = y
  for (const { text, ...style } of linesOf(slip, input)) at += block(sheet, text, { ...style, x, y: at, width }) + 3
}

type Line = TextStyle & { readonly text: string }

/** As many as the slip has room for above its cut. */
const mostPlaces = 4
const placesSaid = (places: readonly string[]): string =>
  places.length > mostPlaces
    ? `${places.slice(0, mostPlaces - 1).join(', ')} và ${places.length - mostPlaces + 1} nơi khác`
    : places.join(', ')

function linesOf({ name, login, places, code, link, lastDay }: SlipPaper, { area, address }: SlipsPaper): Line[] {
  const step = { size: 10.5 } as const
  const where = places.length > 0 ? ` - khảo sát tại ${placesSaid(places)}` : ''
  const open = link
    ? `1. Quét mã bên trái bằng máy ảnh của điện thoại; hoặc mở ${address} bằng Chrome và nhập mã:`
    : `1. Trên điện thoại, mở trang Nâng Bước bằng Chrome, thêm ${address} vào sau địa chỉ, và nhập mã:`
  return [
    { text: 'GIẤY VÀO MÁY KHẢO SÁT', size: 10, face: 'bold', tag: 'H2' },
    { text: name, size: 15, face: 'bold' },
    { text: `Tài khoản ${login}${where}`, size: 10.5 },
    { ...step, text: open },
    { text: code, size: 12, face: 'bold' },
    { ...step, text: '2. Bấm "Vào", đặt mã PIN 6 chữ số trở lên và nhớ mã ấy: không có mạng thì máy hỏi mã PIN.' },
    {
      ...{ size: 10, face: 'italic' },
      text: `Vào được một lần, đến hết ngày ${showDate(lastDay)}. Ai cầm giấy này vào được bằng tên ${name}: đừng chụp gửi ai; vào xong thì hủy. ${area} cấp.`,
    },
  ]
}

/** Where to cut. */
function drawCut(sheet: Sheet, y: number): void {
  sheet.tags.adornment(() => {
    const { doc, left, right } = sheet
    doc.save().lineWidth(0.5).dash(3, { space: 3 }).moveTo(left, y).lineTo(right, y).stroke('#888888').restore()
  })
}
