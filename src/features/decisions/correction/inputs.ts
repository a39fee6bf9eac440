/** What a correcting paper says: words and days only, ready to print. */
import type { Correction } from '#features/papers/corrections.ts'
import { groundsOf } from '#features/rounds/rules/grounds.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import { dayInVietnam, dayInWords, showDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { inARow } from '#platform/server/documents/words.ts'
import { className } from '../documents/names.ts'
import type { CorrectionInput } from '../documents/types.ts'
import type { Place } from '../place.ts'
import type { DecisionRow } from '../queries/decisions.ts'
import { correctedBy, fixesAll, groundLines, namesEarlier, proposedBy } from '../rules/grounds.ts'
import { signatureOf } from '../rules/signing.ts'
import type { Told } from './model.ts'
import { differences, placeNowSaid } from './rules.ts'

type Earlier = { readonly correction: Correction<Told>; readonly place: Place }

/** Everything a correcting paper is made from. */
export type CorrectionSource = {
  readonly row: Correction<Told>
  readonly decision: DecisionRow
  /** What put the household right before, the first one first, each with who issued it, as it was called then. */
  readonly earlier: readonly Earlier[]
  /** The certificate that ends. */
  readonly wrongNumber: string
  /** Who issues it, today. */
  readonly place: Place
  /** Who issued the decision, as it was called then. */
  readonly decidedAt: Place
  readonly standard: Standard
}

type Wrong = Pick<DecisionRow, 'number' | 'signedOn'>

const named = ({ number, signedOn }: Wrong, { inText }: Pick<Place, 'inText'>): string =>
  `Quyết định số ${number} ngày ${signedOn ? showDate(signedOn) : ''} của Chủ tịch Ủy ban nhân dân ${inText}`

/** In the official form, as a ground. */
const official = ({ number, signedOn }: Wrong, { inText }: Pick<Place, 'inText'>): string =>
  `Quyết định số ${number} ${signedOn ? dayInWords(signedOn) : ''} của Chủ tịch Ủy ban nhân dân ${inText}`

type Beside = {
  readonly decision: Wrong
  readonly decidedAt: Pick<Place, 'inText'>
  readonly earlier: readonly Earlier[]
  readonly because: string
}

/** What a correction stands on beside the law, as its draft fixes it: the decision, what put it right before, and who proposes. */
export const groundsBeside = ({ decision, decidedAt, earlier, because }: Beside): string[] => [
  `${official(decision, decidedAt)} về việc công nhận hộ nghèo, hộ cận nghèo`,
  ...earlier.map(({ correction, place }) => correctedBy(official(correction, place), decision.number ?? '')),
  proposedBy(`công chức phụ trách công tác giảm nghèo (lý do: ${because})`),
]

/** Where the words stand that are wrong: in the list as it was signed, or as it was put right since. */
function placeOfWords({ row, decision, decidedAt, earlier }: CorrectionSource): string {
  const list = `danh sách kèm theo ${named(decision, decidedAt)}`
  if (!namesEarlier(row.grounds)) return `ghi tại ${list} và tại`
  return `thuộc ${list}, đã được đính chính tại ${inARow(earlier.map(({ correction, place }) => named(correction, place)))}, và ghi tại`
}

/** Wording is ours after the general habit of a decision (no official form was seen; the paper says so at its foot). */
export function correctionInput(source: CorrectionSource): CorrectionInput {
  const { row, decision, wrongNumber, place, decidedAt, standard } = source
  const { content, class: held } = row.before
  const wrong = named(decision, decidedAt)
  const day = row.signedOn ?? dayInVietnam(Date.parse(row.draftedAt))
  const andOfThose = namesEarlier(row.grounds) ? ' và của các quyết định đính chính nêu tại Điều 1' : ''
  const now = placeNowSaid(row.after)
  const placeNow = now ? `${now.vi}; giấy chứng nhận mới ghi nơi ở theo địa giới hiện nay. ` : ''
  const listed = held === 'near_poor' ? className.near_poor : className.poor
  return {
    issuer: place.issuer,
    number: row.number,
    day: row.signedOn,
    subject: `đính chính thông tin hộ gia đình tại Quyết định số ${decision.number}`,
    authority: `Chủ tịch Ủy ban nhân dân ${place.inText}`,
    grounds: fixesAll(row.grounds)
      ? groundLines(row.grounds)
      : [
          ...groundLines(row.grounds ?? groundsOf(standard.legal, day)),
          `Căn cứ ${wrong} về việc công nhận hộ nghèo, hộ cận nghèo`,
          `Xét đề nghị của công chức phụ trách công tác giảm nghèo (lý do: ${row.because})`,
        ],
    opening: `Đính chính thông tin của hộ ông/bà ${content.head}, ${content.village}, ${placeOfWords(source)} Giấy chứng nhận số ${wrongNumber}, như sau:`,
    differences: differences(row.before, row.after).map(({ what, was, is }) => ({ what: what.vi, was, is })),
    articles: [
      `Hộ có tên nêu tại Điều 1 vẫn là ${listed}. Giấy chứng nhận số ${wrongNumber} hết giá trị và được thay bằng giấy chứng nhận mới. ${placeNow}Các nội dung khác của Quyết định số ${decision.number}${andOfThose} giữ nguyên.`,
      'Quyết định này có hiệu lực từ ngày ký. Công chức phụ trách công tác giảm nghèo, trưởng thôn và hộ gia đình có tên nêu tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.',
    ],
    recipients: ['Như Điều 3;', 'Lưu: VT.'],
    signer: signatureOf(row, 'chair'),
    signed: row.signed,
  }
}

/** As a decision and a household list it. */
export const shownCorrection = (one: Correction<Told>) => ({
  correctionId: one.correctionId,
  householdId: one.subjectId as HouseholdId,
  headName: one.after.content.head,
  state: one.state,
  number: one.number,
  signedOn: one.signedOn,
})
