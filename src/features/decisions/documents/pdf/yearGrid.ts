/** The grid of years of a certificate: a box to tick and room for the chair's signature and stamp, a year each. */

import { drawBox } from '#platform/server/documents/pdf/marks.ts'
import { paragraph } from '#platform/server/documents/pdf/runs.ts'
import { block, line, type Sheet } from '#platform/server/documents/pdf/sheet.ts'
import type { CertificateInput, ListedClass } from '../types.ts'

const sentence = 'Kết quả rà soát các năm (Chủ tịch Ủy ban nhân dân cấp xã ký, đóng dấu vào ô của năm tiếp theo):'

/** Height of the boxes in points: room for a stamp of 36 mm, less where many members need the sheet. */
export type GridRoom = { readonly boxHeight: number }
export const yearGridHeight = ({ boxHeight }: GridRoom): number => boxHeight + 34

export function drawYearGrid(sheet: Sheet, input: CertificateInput, { boxHeight }: GridRoom): void {
  paragraph(sheet, input.gridYears > 1 ? sentence : 'Kết quả rà soát:', { size: 11, face: 'italic', after: 3 })
  const width = sheet.width / input.gridYears
  for (let at = 0; at < input.gridYears; at++) {
    const ticked = at === 0 ? input.class : null
    drawYear(sheet, { x: sheet.left + at * width, width, year: input.year + at, boxHeight }, ticked)
  }
  sheet.y += boxHeight + 14
}

type YearPlace = { readonly x: number; readonly width: number; readonly year: number; readonly boxHeight: number }

function drawYear(sheet: Sheet, place: YearPlace, ticked: ListedClass | null): void {
  const { x, width, year, boxHeight } = place
  const { y } = sheet
  sheet.tags.adornment(() => void sheet.doc.lineWidth(0.6).rect(x, y, width, boxHeight).stroke('black'))
  line(sheet, `Năm ${year}`, { x, y: y + 4, width, size: 11, face: 'bold' })
  const classes = [
    ['poor', 'Hộ nghèo'],
    ['near_poor', 'Hộ cận nghèo'],
  ] as const
  classes.forEach(([listed, text], at) => {
    const top = y + 22 + at * 16
    drawBox(sheet, { x: x + 8, y: top + 1, size: 9 }, ticked === listed)
    const actual = `${text}: ${ticked === listed ? 'có' : 'không'}`
    block(sheet, text, { x: x + 22, y: top, width: width - 24, size: 10.5, actual })
  })
  if (ticked) line(sheet, '(ký ở phần dưới giấy này)', { x, y: y + boxHeight - 15, width, size: 8.5, face: 'italic' })
  else line(sheet, '(ký, đóng dấu)', { x, y: y + boxHeight - 15, width, size: 8.5, face: 'italic' })
}
