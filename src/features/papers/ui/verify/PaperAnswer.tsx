import { classWords } from '#kernel/classes.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import { type Id, isId } from '#kernel/ids.ts'
import type { DecodedPaper, SignedPaper } from '#kernel/signed.ts'
import type { Said } from '#kernel/text.ts'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Skeleton } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { checkPaper, publicKeys } from '../calls.ts'
import { type Finding, findingOf, findings, type Status } from './findings.ts'
import { useGenuineness } from './useGenuineness.ts'

/** The answer in one sentence a citizen can act on, and then what the paper itself says. */
export function PaperAnswer({ of }: { of: DecodedPaper }) {
  const keys = useRead(publicKeys, {})
  const genuineness = useGenuineness(of, keys.data?.keys ?? null)
  const known = genuineness === 'genuine' && isId(of.paper.id)
  const status = useRead(checkPaper, known ? { paperId: of.paper.id as Id<'signed_paper'> } : null)
  if (keys.problem) return <ProblemNote of={keys.problem} again={keys.again} />
  if (genuineness === null) return <Skeleton rows={4} label={{ vi: 'Đang kiểm tra', en: 'Checking' }} />
  const finding = findingOf(genuineness, status)
  return (
    <>
      <Verdict finding={finding} status={status.data} />
      {status.problem && <ProblemNote of={status.problem} again={status.again} />}
      <WhatItSays paper={of.paper} believed={genuineness === 'genuine'} />
    </>
  )
}

function Verdict({ finding, status }: { finding: Finding; status: Status | null }) {
  const { look, title, what } = findings[finding]
  return (
    <div class={`papers-verdict papers-${look}`} role="status">
      <h2>{say(title)}</h2>
      <p>{say(what)}</p>
      {finding === 'ended' && status?.until && <p>{endSaid(status, status.until)}</p>}
      {finding === 'ended' && status?.replacedBy && <p>{endedBy(status, status.replacedBy)}</p>}
      {finding === 'ended' && status?.instead && (
        <p>{say({ vi: 'Giấy đang dùng: {paper}.', en: 'In its place: {paper}.' }, { paper: named(status.instead) })}</p>
      )}
      {status?.corrections.map((one) => (
        <p key={one.number}>
          {say(status.kind === 'correction' ? putRightAgain : putRight, {
            paper: named({ kind: 'correction', ...one }),
          })}
        </p>
      ))}
    </div>
  )
}

const putRight = { vi: 'Một phần nội dung đã được đính chính: {paper}.', en: 'A part of it was put right: {paper}.' }
const putRightAgain = {
  vi: 'Nội dung này đã được đính chính tiếp: {paper}.',
  en: 'It was itself put right later: {paper}.',
}

/** Since when, and why where no other paper says so. */
function endSaid({ ended, from }: Status, until: PlainDate): string {
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
function endedBy({ kind }: Status, by: NonNullable<Status['replacedBy']>): string {
  if (by.kind === kind) return say({ vi: 'Thay bằng: {paper}.', en: 'Replaced by: {paper}.' }, { paper: named(by) })
  if (by.kind === 'correction')
    return say({ vi: 'Đã thay thế theo: {paper}.', en: 'Replaced by: {paper}.' }, { paper: named(by) })
  return say({ vi: 'Căn cứ: {paper}.', en: 'By: {paper}.' }, { paper: named(by) })
}

type Numbered = NonNullable<Status['replacedBy']>

/** `Quyết định đính chính số 146/QĐ-UBND ngày 20/11/2026` */
function named({ kind, number, day }: Numbered): string {
  const words = { paper: say(kinds[kind]), number, day: day ? showDate(day) : '' }
  return day
    ? say({ vi: '{paper} số {number} ngày {day}', en: '{paper}, number {number} of {day}' }, words)
    : say({ vi: '{paper} số {number}', en: '{paper}, number {number}' }, words)
}

const kinds: Record<SignedPaper['kind'], Said> = {
  certificate: { vi: 'Giấy chứng nhận hộ nghèo, hộ cận nghèo', en: 'Certificate of a poor or near-poor household' },
  training: { vi: 'Chứng nhận tập huấn', en: 'Training credential' },
  slip: { vi: 'Phiếu thiết bị', en: 'Device slip' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  correction: { vi: 'Quyết định đính chính', en: 'Correcting decision' },
}

/** The signed text of a certificate holds the class by its code; a reader is told it in words. */
function statesOf({ states }: SignedPaper): string | null {
  if (states === 'poor' || states === 'near_poor') return say(classWords[states])
  return states || null
}

function WhatItSays({ paper, believed }: { paper: SignedPaper; believed: boolean }) {
  const years =
    paper.years &&
    (paper.years.from === paper.years.to ? `${paper.years.from}` : `${paper.years.from}-${paper.years.to}`)
  return (
    <section class="section">
      <h2>
        {believed
          ? say({ vi: 'Đối chiếu với tờ giấy trên tay bạn', en: 'Compare with the paper in your hand' })
          : say({ vi: 'Nội dung ghi trong mã (không đáng tin)', en: 'What the code says (not to be trusted)' })}
      </h2>
      <FactList
        of={[
          { label: { vi: 'Loại giấy', en: 'Kind' }, value: say(kinds[paper.kind]) },
          { label: { vi: 'Số', en: 'Number' }, value: paper.number || null },
          { label: { vi: 'Cấp cho', en: 'Holder' }, value: paper.holder || null },
          { label: { vi: 'Nội dung', en: 'States' }, value: statesOf(paper) },
          { label: { vi: 'Năm', en: 'Years' }, value: years },
          { label: { vi: 'Nơi cấp', en: 'Issued by' }, value: paper.issuedBy.name },
          { label: { vi: 'Ngày cấp', en: 'Day' }, value: showDate(paper.day) },
        ]}
      />
    </section>
  )
}
