/** One household of a round beside last time: what differs first, both verdicts with their reasons, return or accept. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { caseReasonWords, caseStateWords } from '#features/rounds/model.ts'
import { casePath, casesPath, roundPath, roundsPath } from '#features/rounds/ui/addresses.ts'
import { showDate } from '#kernel/dates.ts'
import type { HouseholdId, ReviewCaseId, RoundId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { DraftNote } from '#platform/web/kit/DraftNote.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { showCase } from '../../desk/ui/calls.ts'
import { householdPath, surveyPath } from '../addresses.ts'
import type { CaseAnswer } from '../answers.ts'
import { Beside, Choices, FromOtherHands } from './Beside.tsx'
import { CheckActions } from './CheckActions.tsx'
import { Comments } from './Comments.tsx'
import { Left } from './Left.tsx'
import { type Notes, useNotes } from './notes.ts'
import { OddDay } from './OddDay.tsx'
import { Register } from './Register.tsx'
import { SideBySide } from './SideBySide.tsx'
import { Unsurveyed } from './Unsurveyed.tsx'
import { Verdicts } from './Verdicts.tsx'
import { WayOn } from './WayOn.tsx'
import '#features/households/ui/households.css'
import './checking.css'

type Params = { readonly roundId: RoundId; readonly householdId: HouseholdId; readonly caseId: ReviewCaseId }

export default function CasePage({ params }: { params: Params }) {
  const { householdId, caseId, roundId } = params
  const read = useRead(showCase, { householdId, caseId })
  const notes = useNotes(caseId)
  const [done, setDone] = useState<string | null>(null)
  const { route, query } = useLocation()
  const to = useTo()
  const { data } = read

  const onDone = (said: string, goOn: boolean) => {
    void notes.draft.discard()
    if (!goOn) return setDone(said)
    const next = data?.next
    const kept = { 'tinh-trang': query['tinh-trang'] }
    route(next ? to(casePath({ roundId, ...next }), kept) : to(casesPath(roundId), kept))
  }
  return (
    <Page
      above={<Above of={data} roundId={roundId} />}
      title={data?.case.headName ?? { vi: 'Một hộ của kỳ rà soát', en: 'A household of the round' }}
      state={data && stateOf(data)}
      action={
        data &&
        data.case.state !== 'ended' &&
        !mayCheck(data) && <CheckActions of={data} notes={notes} onDone={onDone} />
      }
    >
      {done && (
        <p class="notice" role="status">
          {done}
        </p>
      )}
      <Reading of={read} rows={12}>
        {(answer) => (
          <>
            <WayOn of={answer} />
            <Body of={answer} notes={notes} />
          </>
        )}
      </Reading>
      {data && mayCheck(data) && (
        <div class="surveys-check-bar">
          <CheckActions of={data} notes={notes} onDone={onDone} />
        </div>
      )}
    </Page>
  )
}

/** The deeds stand at the foot of the screen, however long the page is. */
const mayCheck = ({ can }: CaseAnswer): boolean => can.includes('accept') || can.includes('return')

function Body({ of, notes }: { of: CaseAnswer; notes: Notes }) {
  const to = useTo()
  return (
    <>
      <p class="surveys-ways">
        <a href={to(householdPath(of.case.householdId))}>
          {say({ vi: 'Mở hộ trong sổ', en: 'Open the household in the register' })}
        </a>
        {of.can.includes('submit') && (
          <a href={to(surveyPath(of.case))}>
            {of.survey
              ? say({ vi: 'Sửa phiếu', en: 'Correct the survey' })
              : say({ vi: 'Điền phiếu', en: 'Fill in the survey' })}
          </a>
        )}
      </p>
      <Left of={of} />
      <Unsurveyed of={of} />
      <FromOtherHands of={of} />
      <OddDay of={of} />
      <Beside of={of} />
      <Choices of={of} />
      <Comments of={of} />
      <Register of={of} />
      {of.survey ? (
        <>
          <Section title={{ vi: 'Kết quả', en: 'Verdicts' }}>
            <Verdicts of={of} />
          </Section>
          <DraftNote of={notes.draft} />
          <SideBySide of={of} notes={notes} />
        </>
      ) : (
        <Empty
          title={{ vi: 'Hộ này chưa được khảo sát.', en: 'This household has not been surveyed yet.' }}
          why={
            of.case.state === 'ended'
              ? { vi: 'Hộ ra khỏi kỳ trước khi có phiếu.', en: 'It left the round before there was a survey.' }
              : of.case.enumeratorName
                ? say(
                    { vi: 'Rà soát viên {name} đang nhận hộ này.', en: 'It is assigned to {name}.' },
                    { name: of.case.enumeratorName },
                  )
                : { vi: 'Hộ chưa được giao cho rà soát viên nào.', en: 'It is assigned to nobody yet.' }
          }
        />
      )}
    </>
  )
}

function stateOf({ case: one, survey, differences, before }: CaseAnswer): string {
  const parts = [one.villageName, one.number, say(caseReasonWords[one.reason]), say(caseStateWords[one.state])]
  const head = `${parts.filter(Boolean).join('; ')}.`
  if (!survey) return head
  const when = say(
    { vi: '{by} khảo sát ngày {day}', en: 'Surveyed by {by} on {day}' },
    { by: survey.by, day: showDate(survey.surveyedOn) },
  )
  const against = before
    ? say(
        { vi: '{n} câu khác lần trước ({day})', en: '{n} answers differ from last time ({day})' },
        { n: differences.length, day: showDate(before.surveyedOn) },
      )
    : say({ vi: 'chưa có lần trước để so', en: 'there is no earlier survey to compare' })
  return `${head} ${when}; ${against}.`
}

function Above({ of, roundId }: { of: CaseAnswer | null; roundId: RoundId }) {
  const to = useTo()
  const { query } = useLocation()
  return (
    <Crumbs
      of={[
        { label: { vi: 'Rà soát', en: 'Reviews' }, href: to(roundsPath) },
        { label: of?.round.name ?? { vi: 'Kỳ rà soát', en: 'Round' }, href: to(roundPath(roundId)) },
        {
          label: { vi: 'Danh sách hộ', en: 'Households' },
          href: to(casesPath(roundId), { 'tinh-trang': query['tinh-trang'] }),
        },
        { label: of?.case.headName ?? { vi: 'Hộ', en: 'Household' } },
      ]}
    />
  )
}
