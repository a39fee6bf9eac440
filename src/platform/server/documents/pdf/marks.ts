/** Small drawings that no font is trusted with: ticks, boxes, rules, the QR. */
import { qrModules } from '../qr.ts'
import { block, line, mm, type Sheet } from './sheet.ts'

export function drawTick(sheet: Sheet, x: number, y: number, size: number): void {
  sheet.doc
    .save()
    .lineWidth(size / 7)
    .lineJoin('round')
    .lineCap('round')
    .moveTo(x + size * 0.12, y + size * 0.55)
    .lineTo(x + size * 0.4, y + size * 0.85)
    .lineTo(x + size * 0.9, y + size * 0.15)
    .stroke('black')
    .restore()
}

export function drawBox(sheet: Sheet, place: { x: number; y: number; size: number }, ticked: boolean): void {
  sheet.tags.adornment(() => {
    sheet.doc.save().lineWidth(0.8).rect(place.x, place.y, place.size, place.size).stroke('black').restore()
    if (ticked) drawTick(sheet, place.x, place.y, place.size)
  })
}

export function drawRule(sheet: Sheet, place: { x: number; y: number; width: number }): void {
  const { x, y, width } = place
  const draw = () =>
    void sheet.doc
      .save()
      .lineWidth(0.8)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke('black')
      .restore()
  sheet.tags.adornment(draw)
}

/**
 * Side of the QR. Drawn pages with the longest names, copied at 150 dpi, blurred and turned in fifteen ways: of a decision,
 * a correction and certificates jsQR reads 15, ZXing 12 to 15, zbar 11 to 14; two sheets on one A4 13, 12 and 3. At 26 mm
 * and in base64url, with usual names, jsQR and ZXing read 3 and 5.
 */
export const qrSize = mm(40)
/** It stays white around, then comes its caption. */
const quiet = mm(3)
export const qrHeight = qrSize + quiet + 11

/** The QR with the paper's number under it. Modules in a row are one rectangle, all of them one path. */
export function drawQr(
  sheet: Sheet,
  place: { x: number; y: number },
  content: { link: string; caption: string; alt?: string },
): void {
  const { alt = `Mã QR để kiểm tra giấy này tại ${content.link.split('#')[0]}` } = content
  sheet.tags.piece('Figure', () => drawModules(sheet, place, content.link), { alt })
  line(sheet, content.caption, { x: place.x - mm(8), y: place.y + qrSize + quiet, width: qrSize + mm(16), size: 8 })
}

function drawModules({ doc }: Sheet, place: { x: number; y: number }, link: string): void {
  const rows = qrModules(link)
  const side = qrSize / rows.length
  doc.save()
  rows.forEach((row, at) => {
    for (let from = 0; from < row.length; from++) {
      if (!row[from]) continue
      let until = from + 1
      while (row[until]) until++
      doc.rect(place.x + from * side, place.y + at * side, (until - from) * side, side)
      from = until
    }
  })
  doc.fill('black').restore()
}

/** Words no larger than a footnote, at the very foot of the page. */
export function drawFootnote(sheet: Sheet, text: string): void {
  block(sheet, text, { x: sheet.left, y: sheet.bottom + 6, width: sheet.width, size: 8, face: 'italic' })
}
