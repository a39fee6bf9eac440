/**
 * The head of an official paper and its end. Places, capitals and rules follow the habit of NĐ 30/2020, Phụ lục I
 * (recalled: sizes 12-14, rule under the issuer a third to a half of its line, rule under the motto as long as it).
 */
import type { Issuer, Signer } from '../types.ts'
import { motto, nation } from '../words.ts'
import { drawQr, drawRule, qrHeight, qrSize } from './marks.ts'
import { block, heightOf, keep, line, type Sheet } from './sheet.ts'

type Head = { readonly issuer: Issuer; readonly number: string; readonly placeAndDate: string }

/** Issuer and number at the left; nation, motto, place and date at the right. */
export function drawLetterhead(sheet: Sheet, head: Head): void {
  const leftWidth = sheet.width * 0.41
  const right = { x: sheet.left + leftWidth, width: sheet.width - leftWidth }
  const left = { x: sheet.left, width: leftWidth - 8 }
  let y = sheet.y
  if (head.issuer.superior)
    y += block(sheet, head.issuer.superior.toUpperCase(), { ...left, y, size: 12, align: 'center' })
  const name = issuerLines(sheet, head.issuer.name.toUpperCase(), left.width)
  y += block(sheet, name, { ...left, y, size: 12, face: 'bold', align: 'center' })
  drawRule(sheet, { x: left.x + left.width / 3, y: y + 2, width: left.width / 3 })
  const numberAt = y + 8

  line(sheet, nation, { ...right, y: sheet.y, size: 12, face: 'bold' })
  line(sheet, motto, { ...right, y: sheet.y + 14, size: 13, face: 'bold' })
  const mottoWidth = sheet.doc.font('bold').fontSize(13).widthOfString(motto)
  drawRule(sheet, { x: right.x + (right.width - mottoWidth) / 2, y: sheet.y + 31, width: mottoWidth })

  const below = Math.max(numberAt, sheet.y + 38)
  const when = placeOverDay(sheet, head.placeAndDate, right.width)
  line(sheet, head.number, { ...left, y: below, size: 13 })
  line(sheet, when, { ...right, y: below, size: 13, face: 'italic' })
  const number = heightOf(sheet, head.number || ' ', { size: 13 }, left.width)
  const day = heightOf(sheet, when, { size: 13, face: 'italic' }, right.width)
  sheet.y = below + Math.max(number, day) + 14
}

/** The place over the day where both are too long for one line: no day is cut in two. */
function placeOverDay(sheet: Sheet, text: string, width: number): string {
  const isLong = sheet.doc.font('italic').fontSize(13).widthOfString(text) > width
  return isLong ? text.replace(', ngày', ',\nngày') : text
}

/** `ỦY BAN NHÂN DÂN` over `XÃ TAM HỒNG` where one line is too long; a place name of several is cut between them. */
function issuerLines(sheet: Sheet, name: string, width: number): string {
  sheet.doc.font('bold').fontSize(12)
  const fits = (text: string): boolean => sheet.doc.widthOfString(text) <= width
  if (fits(name)) return name
  const cut = name.replace(/^(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN) /, '$1\n').split('\n')
  return cut.flatMap((text) => (fits(text) ? [text] : namesOf(text, fits))).join('\n')
}

/** Names parted by a dash, as many on a line as fit. */
function namesOf(text: string, fits: (text: string) => boolean): string[] {
  const lines: string[] = []
  for (const name of text.split(/(?<= -) /)) {
    const longer = `${lines.at(-1)} ${name}`
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(name)
  }
  return lines
}

const signRoom = 74

export type Ending = {
  readonly signer: Signer
  readonly recipients: readonly string[]
  /** The QR and the number under it; null on drafts. */
  readonly qr: { readonly link: string; readonly caption: string } | null
}

const recipientStyle = { size: 11 } as const
const half = (sheet: Sheet): number => sheet.width / 2
const signatureHeight = (signer: Signer): number => signer.titles.length * 16 + signRoom + 18

/** The left half, less the QR at its right where there is one. */
const recipientsWidth = (sheet: Sheet, { qr }: Ending): number => half(sheet) - 12 - (qr ? qrSize : 0)

const recipientsHeight = (sheet: Sheet, ending: Ending): number =>
  ending.recipients.reduce(
    (sum, text) => sum + heightOf(sheet, `- ${text}`, recipientStyle, recipientsWidth(sheet, ending)),
    26,
  )

export const endingHeight = (sheet: Sheet, ending: Ending): number =>
  Math.max(
    signatureHeight(ending.signer),
    ending.recipients.length === 0 ? 0 : recipientsHeight(sheet, ending),
    ending.qr ? qrHeight : 0,
  )

/**
 * Recipients, QR and signature beside each other, in one piece. Whoever draws it keeps `endingHeight` together
 * with the last lines of the text, so that a signature never stands alone on a page.
 */
export function drawEnding(sheet: Sheet, ending: Ending): void {
  const height = endingHeight(sheet, ending)
  keep(sheet, height)
  if (ending.recipients.length > 0) drawRecipients(sheet, ending)
  const besides = ending.recipients.length > 0 ? half(sheet) - qrSize : 0
  if (ending.qr) drawQr(sheet, { x: sheet.left + besides, y: sheet.y }, ending.qr)
  const place = { x: sheet.left + half(sheet), width: half(sheet) }
  let y = sheet.y
  for (const title of ending.signer.titles) {
    line(sheet, title.toUpperCase(), { ...place, y, size: 13, face: 'bold' })
    y += 16
  }
  if (sheet.frame.state === 'draft') drawSealRoom(sheet, { ...place, y })
  if (ending.signer.name) line(sheet, ending.signer.name, { ...place, y: y + signRoom, size: 13, face: 'bold' })
  sheet.y += height + 6
}

/** On a draft a faint frame where pen and stamp will go. */
function drawSealRoom(sheet: Sheet, place: { x: number; y: number; width: number }): void {
  sheet.tags.adornment(() => drawSealFrame(sheet, place))
}

function drawSealFrame(sheet: Sheet, place: { x: number; y: number; width: number }): void {
  const { doc } = sheet
  const box = { x: place.x + place.width * 0.15, y: place.y + 4, width: place.width * 0.7, height: signRoom - 8 }
  doc.save().lineWidth(0.4).dash(2, { space: 2 }).rect(box.x, box.y, box.width, box.height).stroke('#B8B2A4').undash()
  doc.fillColor('#77716A')
  line(sheet, '(chữ ký, dấu)', { x: box.x, y: box.y + 3, width: box.width, size: 9, face: 'italic' })
  doc.restore().fillColor('black')
}

function drawRecipients(sheet: Sheet, ending: Ending): void {
  const place = { x: sheet.left, width: recipientsWidth(sheet, ending) }
  let y = sheet.y + block(sheet, 'Nơi nhận:', { ...place, y: sheet.y, size: 12, face: 'boldItalic' }) + 2
  for (const text of ending.recipients) y += block(sheet, `- ${text}`, { ...place, ...recipientStyle, y })
}
