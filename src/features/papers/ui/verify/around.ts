/** What is said of the papers around one: by which it was ended, which is in use, what it puts right; as sentences. */
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { SignedPaper } from '#kernel/signed.ts'
import type { Said } from '#kernel/text.ts'
import { say } from '#platform/web/language.ts'
import { followerOf, followers, type Status } from './findings.ts'

export const kinds: Record<SignedPaper['kind'], Said> = {
  certificate: { vi: 'Giấy chứng nhận hộ nghèo, hộ cận nghèo', en: 'Certificate of a poor or near-poor household' },
  training: { vi: 'Chứng nhận tập huấn', en: 'Training credential' },
  slip: { vi: 'Phiếu thiết bị', en: 'Device slip' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  correction: { vi: 'Quyết định đính chính', en: 'Correcting decision' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
}

type Numbered = NonNullable<Status['replacedBy']>

/** `Quyết định đính chính số 146/QĐ-UBND ngày 20/11/2026` */
export function named({ kind, number, day }: Numbered): string {
  const words = { paper: say(kinds[kind]), number, day: day ? showDate(day) : '' }
  return day
    ? say({ vi: '{paper} số {number} ngày {day}', en: '{paper}, number {number} of {day}' }, words)
    : say({ vi: '{paper} số {number}', en: '{paper}, number {number}' }, words)
}

/** Since when, and why where no other paper says so. */
export function endSaid({ ended, from }: Status, until: PlainDate): string {
  const days = { until: showDate(until), on: ended?.on ? showDate(ended.on) : '', from: from ? showDate(from) : '' }
  if (!ended) return say({ vi: 'Hết hiệu lực từ ngày {until}.', en: 'It no longer holds since {until}.' }, days)
  if (ended.on && ended.on < until)
    return say(
      {
        vi: 'Giấy không có hiệu lực ngày nào: hộ được cấp kết thúc từ ngày {on}, trước ngày {from} giấy bắt đầu có hiệu lực.',
        en: 'It held on no day: its household ended on {on}, before {from}, on which it would have begun.',
      },
      days,
    )
  return say(
    {
      vi: 'Hết hiệu lực từ ngày {until} vì hộ được cấp đã kết thúc.',
      en: 'It no longer holds since {until}: its household has ended.',
    },
    days,
  )
}

/** A paper of its own kind takes its place; another one says why it ended. */
export function endedBy({ kind }: Pick<Status, 'kind'>, by: Numbered): string {
  if (by.kind === kind) return say({ vi: 'Thay bằng: {paper}.', en: 'Replaced by: {paper}.' }, { paper: named(by) })
  if (by.kind === 'correction')
    return say({ vi: 'Đã thay thế theo: {paper}.', en: 'Replaced by: {paper}.' }, { paper: named(by) })
  return say({ vi: 'Căn cứ: {paper}.', en: 'By: {paper}.' }, { paper: named(by) })
}

/** The end of the chain: the paper in use, or why there is none. */
export function inUse(instead: NonNullable<Status['instead']>, day: PlainDate): string {
  const { from, until } = instead
  const words = { paper: named(instead), from: from ? showDate(from) : '', until: until ? showDate(until) : '' }
  return say(followers[followerOf(instead, day)], words)
}

const putRight = { vi: 'Một phần nội dung đã được đính chính: {paper}.', en: 'A part of it was put right: {paper}.' }
const changed = { vi: 'Một phần nội dung đã được điều chỉnh: {paper}.', en: 'A part of it was changed: {paper}.' }
const putRightAgain = {
  vi: 'Nội dung này đã được đính chính tiếp: {paper}.',
  en: 'It was itself put right later: {paper}.',
}

/** A paper by which some of it was put right since. */
export const correctedBy = ({ kind }: Pick<Status, 'kind'>, one: Status['corrections'][number]): string =>
  say(one.kind ? changed : kind === 'correction' ? putRightAgain : putRight, {
    paper: named({ kind: 'correction', ...one }),
  })

/** `Đính chính Quyết định số 145/QĐ-UBND ngày 20/11/2026`: whole, where the QR has no room for it. */
export const amendsSaid = (amends: Numbered): string =>
  say({ vi: 'Đính chính {paper}', en: 'Corrects: {paper}' }, { paper: named(amends) })
