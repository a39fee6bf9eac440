/** What the reviews say of one household: the class it holds, why, where it is being reviewed, and its papers. */

import type { PanelProps } from '#features/households/ui/panel.ts'
import { caseStateWords } from '#features/rounds/model.ts'
import { whyLeft } from '#features/rounds/rules/cases.ts'
import { casePath, roundPath } from '#features/rounds/ui/addresses.ts'
import { purposeSaid } from '#features/surveys/rules/purposes.ts'
import { VerdictWhy } from '#features/surveys/ui/verdict/VerdictWhy.tsx'
import { addDays, showDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { href } from '#platform/web/calls.ts'
import { today } from '#platform/web/day.ts'
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { Unbroken } from '#platform/web/kit/Unbroken.tsx'
import { WhyPanel } from '#platform/web/kit/WhyPanel.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { CorrectButton } from '../../correction/ui/CorrectButton.tsx'
import { CorrectionLines } from '../../correction/ui/CorrectionLines.tsx'
import { certificatesPdf } from '../../printed/ui/calls.ts'
import { decisionPath } from '../../ui/addresses.ts'
import type { HouseholdReview } from './answers.ts'
import { householdReview } from './calls.ts'
import '../../ui/decisions.css'

export function HouseholdReviewPanel({ householdId, day }: PanelProps) {
  const may = holds('round.read')
  const read = useRead(householdReview, may ? { householdId, day } : null)
  if (!may) return <NoPermission right="round.read" />
  return (
    <Reading of={read} rows={4}>
      {(data) => (
        <>
          <Section title={{ vi: 'Diện của hộ', en: 'Classes' }}>
            <NotClassed of={data.unclassed} />
            <Classes of={data} />
          </Section>
          <Section title={{ vi: 'Kết quả rà soát', en: 'Verdicts' }}>
            <Verdicts of={data} householdId={householdId} />
          </Section>
          {data.papers.length > 0 && (
            <Section title={{ vi: 'Giấy chứng nhận', en: 'Certificates' }}>
              <Papers of={data} householdId={householdId} />
            </Section>
          )}
        </>
      )}
    </Reading>
  )
}

/** Where its class would stand: it was out of the round when that was decided. */
function NotClassed({ of }: { of: HouseholdReview['unclassed'] }) {
  const to = useTo()
  if (!of) return null
  const { number, signedOn, roundId, roundName, leftBecause, leftOn } = of
  const facts = { number, day: showDate(signedOn), round: roundName, since: showDate(leftOn) }
  return (
    <Notice look="waits">
      {say(notClassed, { ...facts, why: say(whyLeft[leftBecause]) })}{' '}
      <a href={to(roundPath(roundId))}>{say({ vi: 'Mở kỳ rà soát ấy', en: 'Open that round' })}</a>
    </Notice>
  )
}

const notClassed = {
  vi: 'Hộ này chưa được phân loại theo quyết định số {number} ngày {day} của kỳ “{round}”: khi ra quyết định hộ đang ra khỏi kỳ (vì {why}, từ ngày {since}). Cần đưa hộ vào một kỳ rà soát thường xuyên.',
  en: 'The decision no. {number} of {day} in the round “{round}” gave this household no class: it had left the round by then ({why}, on {since}). It needs an ad hoc review.',
}

function Classes({ of }: { of: HouseholdReview }) {
  const to = useTo()
  if (of.classes.length === 0) {
    return (
      <Empty
        title={{ vi: 'Hộ này chưa được công nhận diện nào.', en: 'No class was ever decided for this household.' }}
        why={{
          vi: 'Diện của hộ có từ khi một quyết định có hiệu lực.',
          en: 'A household has a class once a decision is in force.',
        }}
      />
    )
  }
  return (
    <>
      <p>
        {say({ vi: 'Ngày {day}:', en: 'On {day}:' }, { day: showDate(of.day) })} <ClassMark of={of.now} />
      </p>
      <ul class="bullets close">
        {of.classes.map((one) => (
          <li key={`${one.decisionId} ${one.from}`}>
            <ClassMark of={one.class} /> {heldSaid(one)}
            {', '}
            <a href={to(decisionPath(one.decisionId))}>
              <Unbroken
                text={say({ vi: 'quyết định {number}', en: 'decision {number}' }, { number: one.decisionNumber ?? '' })}
              />
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Decided for a household that had ended by the first day, a class stays in the history and holds on no day. */
function heldSaid({ from, until }: HouseholdReview['classes'][number]): string {
  const days = { from: showDate(from), last: until ? showDate(addDays(until, -1)) : '' }
  if (!until) return say({ vi: 'từ {from}', en: 'from {from}' }, days)
  if (until <= from)
    return say(
      {
        vi: 'từ {from}, không có hiệu lực ngày nào vì hộ đã kết thúc',
        en: 'from {from}, on no day: the household had ended',
      },
      days,
    )
  return say({ vi: 'từ {from} đến hết {last}', en: 'from {from} to {last}' }, days)
}

/** Where it was reviewed, of reviews that are not the reader's to see. */
function ReviewedElsewhere({ of: { classes } }: { of: HouseholdReview }) {
  const communes = [...new Set(classes.flatMap(({ reviewedIn }) => reviewedIn ?? []))]
  if (communes.length === 0) return null
  return (
    <p class="quiet">
      {say(
        {
          vi: 'Hộ được rà soát khi thuộc {communes}. Kỳ rà soát, phiếu và lý do xét diện xem ở đó, không hiện ở đây.',
          en: 'It was reviewed when it belonged to {communes}. The round, the survey and the reasons are read there, not here.',
        },
        { communes: communes.join(', ') },
      )}
    </p>
  )
}

function Verdicts({ of, householdId }: { of: HouseholdReview; householdId: HouseholdId }) {
  if (of.cases.length === 0 && of.classes.length === 0) {
    return <p class="quiet">{say({ vi: 'Hộ chưa ở trong kỳ rà soát nào.', en: 'It has not been in any round.' })}</p>
  }
  return (
    <>
      <ReviewedElsewhere of={of} />
      {of.cases.length > 0 && <Cases of={of} householdId={householdId} />}
    </>
  )
}

function Cases({ of, householdId }: { of: HouseholdReview; householdId: HouseholdId }) {
  const to = useTo()
  return (
    <ul class="bullets close">
      {of.cases.map((one) => (
        <li key={one.caseId}>
          <a href={to(casePath({ householdId, caseId: one.caseId, roundId: one.roundId }))}>{one.roundName}</a>:{' '}
          {say(caseStateWords[one.state])}
          {one.leftBecause && ` (${say(whyLeft[one.leftBecause])})`}
          {of.verdicts
            .filter((made) => made.roundId === one.roundId)
            .map((made) => (
              <div key={made.verdictId}>
                {say(purposeSaid(made.purpose, null, today()))}, {showDate(made.surveyedOn)}:{' '}
                <ClassMark of={made.kept.line.class} />
                <WhyPanel>
                  <VerdictWhy heading={purposeSaid(made.purpose, null, today())} of={made} facts={null} />
                </WhyPanel>
              </div>
            ))}
        </li>
      ))}
    </ul>
  )
}

const idsOf = ({ decisionId, certificateId }: HouseholdReview['papers'][number]) => ({ decisionId, certificateId })

const Papers = ({ of, householdId }: { of: HouseholdReview; householdId: HouseholdId }) => (
  <ul class="bullets close">
    {of.papers.map((paper) => (
      <li key={paper.certificateId}>
        <a href={href(certificatesPdf, { ...idsOf(paper), householdId, final: true })} download>
          <Unbroken text={paper.number} />
        </a>{' '}
        <ClassMark of={paper.class} /> {say({ vi: 'năm {year}', en: 'year {year}' }, { year: paper.year })}
        {paper.replaced && <span class="quiet"> {say({ vi: '(đã thay thế)', en: '(replaced)' })}</span>}
        {paper.ended && (
          <span class="quiet">
            {' '}
            (<Unbroken text={say(paper.ended)} />)
          </span>
        )}{' '}
        {paper.can.includes('correct') && (
          <CorrectButton decisionId={paper.decisionId} householdId={householdId} name={paper.number} />
        )}
        {paper.corrections.length > 0 && <CorrectionLines of={paper.corrections} names={false} />}
      </li>
    ))}
  </ul>
)
