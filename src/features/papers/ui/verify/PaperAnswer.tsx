import { classWords } from '#kernel/classes.ts'
import { showDate } from '#kernel/dates.ts'
import { type Id, isId } from '#kernel/ids.ts'
import type { DecodedPaper, SignedPaper } from '#kernel/signed.ts'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Skeleton } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { checkPaper, publicKeys } from '../calls.ts'
import { amendsSaid, correctedBy, endedBy, endSaid, inUse, kinds } from './around.ts'
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
      <WhatItSays paper={of.paper} believed={genuineness === 'genuine'} status={status.data} />
    </>
  )
}

function Verdict({ finding, status }: { finding: Finding; status: Status | null }) {
  const { look, title, what } = findings[finding]
  const ended = finding === 'ended'
  return (
    <div class={`papers-verdict papers-${look}`} role="status">
      <h2>{say(title)}</h2>
      <p>{say(what)}</p>
      {ended && status?.until && <p>{endSaid(status, status.until)}</p>}
      {ended && status?.replacedBy && <p>{endedBy(status, status.replacedBy)}</p>}
      {status?.corrections.map((one) => (
        <p key={one.number}>{correctedBy(status, one)}</p>
      ))}
      {status?.instead && (ended || status.kind === 'correction') && <p>{inUse(status.instead, status.day)}</p>}
    </div>
  )
}

/** The signed text of a certificate holds the class by its code; a reader is told it in words. */
function statesOf({ states }: SignedPaper, status: Status | null): string | null {
  if (states === 'poor' || states === 'near_poor') return say(classWords[states])
  return status?.amends ? amendsSaid(status.amends) : states || null
}

/** The number of a decision is written by hand after its QR was printed: the register has it. */
function numberOf({ number }: SignedPaper, status: Status | null): string | null {
  const found = number || status?.number || null
  if (found || status) return found
  return say({ vi: 'viết tay trên giấy', en: 'written on the paper by hand' })
}

type Saying = { readonly paper: SignedPaper; readonly believed: boolean; readonly status: Status | null }

function WhatItSays({ paper, believed, status }: Saying) {
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
          { label: { vi: 'Số', en: 'Number' }, value: numberOf(paper, status) },
          { label: { vi: 'Cấp cho', en: 'Holder' }, value: paper.holder || null },
          { label: { vi: 'Nội dung', en: 'States' }, value: statesOf(paper, status) },
          { label: { vi: 'Năm', en: 'Years' }, value: years },
          { label: { vi: 'Nơi cấp', en: 'Issued by' }, value: paper.issuedBy.name },
          { label: { vi: 'Ngày cấp', en: 'Day' }, value: showDate(status?.issuedOn ?? paper.day) },
        ]}
      />
    </section>
  )
}
