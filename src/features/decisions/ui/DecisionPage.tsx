/** One decision: drafted, printed, in force. What it recognises, its papers, and the list that goes with it. */

import { roundPath, roundsPath } from '#features/rounds/ui/addresses.ts'
import { UnsurveyedNote } from '#features/surveys/unsurveyed/ui/UnsurveyedNote.tsx'
import { showDate, showInstant } from '#kernel/dates.ts'
import type { DecisionId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Steps } from '#platform/web/kit/Steps.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { CorrectionLines } from '../correction/ui/CorrectionLines.tsx'
import { decisionStateWords } from '../model.ts'
import { Papers } from '../printed/ui/Papers.tsx'
import type { DecisionAnswer } from './answers.ts'
import { showDecision } from './calls.ts'
import { DecisionActions } from './DecisionActions.tsx'
import { DecisionCounts } from './DecisionCounts.tsx'
import { DraftNotice, PrintNotice } from './DraftNotice.tsx'
import { EntryList } from './EntryList.tsx'
import { useEntryFilter } from './entryFilter.ts'
import { SignerPanel } from './SignerPanel.tsx'
import '#features/rounds/ui/rounds.css'
import './decisions.css'

export default function DecisionPage({ params }: { params: { decisionId: DecisionId } }) {
  const filter = useEntryFilter()
  const read = useRead(showDecision, { decisionId: params.decisionId, ...filter.input })
  const { data } = read
  return (
    <Page
      above={<Above of={data} />}
      title={data ? titleOf(data) : { vi: 'Quyết định', en: 'Decision' }}
      state={data && stateOf(data)}
      action={data && <DecisionActions of={data} />}
    >
      <Reading of={read} rows={12}>
        {(answer) => (
          <>
            <div class="decisions-steps">
              <StateSteps of={answer} />
            </div>
            <DraftNotice of={answer} />
            <PrintNotice of={answer} />
            {answer.unseen > 0 && <Notice>{say(linesOnly, linesOf(answer))}</Notice>}
            <DecisionCounts of={answer} filter={filter} />
            <UnsurveyedNote roundId={answer.roundId} decided />
            <SignerPanel of={answer} />
            <div class="decisions-papers-part">
              <Section title={{ vi: 'Văn bản và giấy chứng nhận', en: 'Papers' }}>
                <Papers of={answer} />
              </Section>
            </div>
            {answer.corrections.length > 0 && (
              <Section title={{ vi: 'Đính chính', en: 'Corrections' }}>
                <CorrectionLines of={answer.corrections} names />
              </Section>
            )}
            <Section title={{ vi: 'Danh sách hộ trong quyết định', en: 'Households of the decision' }}>
              <EntryList of={answer} filter={filter} />
            </Section>
            <Facts of={answer} />
          </>
        )}
      </Reading>
    </Page>
  )
}

const linesOnly = {
  vi: 'Quyết định của {commune}. Ở đây chỉ có các hộ nay thuộc địa bàn của bạn; {n} hộ khác không hiện. Bạn in lại giấy chứng nhận và lập đính chính cho các hộ này. Kỳ rà soát và lý do xét diện xem ở {commune}.',
  en: 'A decision of {commune}. Here are only the households that live here now; {n} others are not shown. Their certificates are printed again and put right here. The review and its reasons are read in {commune}.',
}
const linesOf = ({ areaName, unseen }: DecisionAnswer) => ({ commune: areaName, n: showNumber(unseen) })

const titleOf = ({ number, areaName }: DecisionAnswer): string =>
  number
    ? say({ vi: 'Quyết định số {number}', en: 'Decision {number}' }, { number })
    : say({ vi: 'Quyết định công nhận, {area}', en: 'Decision, {area}' }, { area: areaName })

/** How many households of each class, without names of the rest. */
export const recognised = ({ counts }: DecisionAnswer, which: 'poor' | 'near_poor'): number =>
  counts.find((one) => one.class === which)?.households ?? 0

function stateOf(of: DecisionAnswer): string | undefined {
  // What it recognises is not said by some of its lines.
  if (of.unseen > 0) return undefined
  const facts = { poor: showNumber(recognised(of, 'poor')), near: showNumber(recognised(of, 'near_poor')) }
  const what = say(
    { vi: 'Công nhận {poor} hộ nghèo, {near} hộ cận nghèo.', en: 'Recognises {poor} poor and {near} near-poor.' },
    facts,
  )
  if (of.state === 'in_force' && of.classesHoldFrom)
    return `${what} ${say({ vi: 'Có hiệu lực, kết quả tính từ {day}.', en: 'In force, classes hold from {day}.' }, { day: showDate(of.classesHoldFrom) })}`
  return `${what} ${say(decisionStateWords[of.state])}.`
}

function StateSteps({ of }: { of: DecisionAnswer }) {
  if (of.state === 'withdrawn') return null
  const order = ['drafted', 'printed', 'in_force'] as const
  const at = order.indexOf(of.state)
  const notes = {
    drafted: [showInstant(of.draftedAt), of.draftedBy].filter(Boolean).join(', '),
    printed: of.printedAt ? showInstant(of.printedAt) : undefined,
    in_force: of.signedOn
      ? say({ vi: 'Ký ngày {day}', en: 'Signed on {day}' }, { day: showDate(of.signedOn) })
      : say({ vi: 'Khi nhập số, ngày và bản quét', en: 'When number, day and scan are entered' }),
  }
  return (
    <Steps
      label={{ vi: 'Quyết định đang ở đâu', en: 'Where the decision stands' }}
      of={order.map((state, place) => ({
        key: state,
        label: decisionStateWords[state],
        state: place < at || of.state === 'in_force' ? 'done' : place === at ? 'now' : 'later',
        note: notes[state],
      }))}
    />
  )
}

/** Who drafted it and when; nothing of an account that the reader is not shown. */
const draftedSaid = ({ draftedBy, draftedAt }: DecisionAnswer): string | null =>
  draftedBy ? `${draftedBy}, ${showInstant(draftedAt)}` : null

const Facts = ({ of }: { of: DecisionAnswer }) => (
  <Section title={{ vi: 'Thông tin', en: 'Facts' }}>
    <FactList
      of={[
        { label: { vi: 'Số', en: 'Number' }, value: of.number },
        { label: { vi: 'Ngày ký', en: 'Signed on' }, value: of.signedOn && showDate(of.signedOn) },
        {
          label: { vi: 'Người ký', en: 'Signer' },
          value: of.signerName && [of.signerPost, of.signerName].filter(Boolean).join(' '),
        },
        {
          label: { vi: 'Kết quả có hiệu lực từ', en: 'Classes hold from' },
          value: of.classesHoldFrom && showDate(of.classesHoldFrom),
        },
        { label: { vi: 'Số liệu theo sổ hộ ngày', en: 'As the register stood on' }, value: showDate(of.registerDay) },
        { label: { vi: 'Người dự thảo', en: 'Drafted by' }, value: draftedSaid(of) },
        {
          label: { vi: 'Mã nội dung', en: 'Content hash' },
          value: <span class="decisions-hash">{of.contentHash}</span>,
        },
      ]}
    />
  </Section>
)

function Above({ of }: { of: DecisionAnswer | null }) {
  const to = useTo()
  return (
    <Crumbs
      of={[
        { label: { vi: 'Rà soát', en: 'Reviews' }, href: to(roundsPath) },
        ...(of ? [{ label: of.roundName, ...(of.roundRead && { href: to(roundPath(of.roundId)) }) }] : []),
        { label: { vi: 'Quyết định', en: 'Decision' } },
      ]}
    />
  )
}
