/** One notice: what was told, how the household stands since, the act that may follow, and the answer. */
import { useState } from 'preact/hooks'
import { roundLets, stepCase } from '#features/rounds/rules/cases.ts'
import { assignPath, casePath, roundPath } from '#features/rounds/ui/addresses.ts'
import { showDate, showInstant } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { RoundId, SurveyNoticeId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { householdPath } from '../../ui/addresses.ts'
import { sinceSaid } from '../columns.ts'
import type * as contract from '../contract.ts'
import type { OfficeNotice } from '../model.ts'
import { detailParts } from '../rules/told.ts'
import { noticeKinds, noticeStates } from '../words.ts'
import { Act } from './Act.tsx'
import { AnswerList } from './AnswerList.tsx'
import { showNotice } from './calls.ts'
import { stateLooks } from './looks.ts'
import { enterPath, roundNoticesPath } from './paths.ts'
import { SettleDialog } from './SettleDialog.tsx'

type Answer = OutputOf<typeof contract.showNotice>
type Params = { readonly roundId: RoundId; readonly surveyNoticeId: SurveyNoticeId }

export default function NoticePage({ params }: { params: Params }) {
  const read = useRead(showNotice, { surveyNoticeId: params.surveyNoticeId })
  const [settling, setSettling] = useState(false)
  const to = useTo()
  const { data } = read
  const notice = data?.notice
  return (
    <Page
      title={notice ? say({ vi: 'Tin báo: {name}', en: 'Notice: {name}' }, { name: notice.headName }) : title}
      above={
        <Crumbs
          of={[
            {
              label: notice?.roundName ?? { vi: 'Kỳ rà soát', en: 'Round' },
              href: to(roundPath(params.roundId)),
            },
            { label: title, href: to(roundNoticesPath(params.roundId)) },
            { label: notice?.headName ?? '' },
          ]}
        />
      }
      state={notice && say(noticeKinds[notice.kind])}
      action={
        data && (
          <>
            {mayLeave(data) && <Act deed="unsurveyed" of={data.notice} />}
            <Button look="primary" whyNot={whyNotSettle(data)} onClick={() => setSettling(true)}>
              {data.notice.answers.length > 0
                ? say({ vi: 'Trả lời lại', en: 'Answer anew' })
                : say({ vi: 'Trả lời thôn', en: 'Answer' })}
            </Button>
          </>
        )
      }
    >
      <Reading of={read} rows={8}>
        {(answer) => (
          <>
            <Facts of={answer.notice} />
            <Answered of={answer.notice} />
            <Ways of={answer} />
            {settling && <SettleDialog of={answer.notice} onClose={() => setSettling(false)} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

const title: Words = { vi: 'Tin báo từ thôn', en: 'Notices from the villages' }

/** The household may leave the round by the same act that answers. */
const mayLeave = ({ can, notice: { kind, roundState, caseState } }: Answer): boolean =>
  can.includes('settle') &&
  (kind === 'refuses' || kind === 'absent') &&
  roundLets(roundState, 'leave') &&
  caseState !== null &&
  stepCase(caseState, 'leave') !== null

function whyNotSettle({ can, notice }: Answer): Words | null {
  if (can.includes('settle')) return null
  return notice.state === 'withdrawn'
    ? { vi: 'Người báo đã rút tin này.', en: 'Who made it has withdrawn it.' }
    : { vi: 'Chỉ công chức xã phụ trách trả lời được.', en: 'Only the commune official in charge answers.' }
}

function Facts({ of }: { of: OfficeNotice }) {
  const since = sinceSaid(of)
  return (
    <FactList
      of={[
        {
          label: { vi: 'Tình trạng', en: 'State' },
          value: <Badge look={stateLooks[of.state]}>{noticeStates[of.state]}</Badge>,
        },
        { label: { vi: 'Thôn', en: 'Village' }, value: of.villageName },
        ...(of.number ? [{ label: { vi: 'Số hộ', en: 'Number' }, value: of.number }] : []),
        ...detailParts(of.kind, of.details).map(({ label, text }) => ({ label, value: say(text) })),
        { label: { vi: 'Người báo', en: 'Made by' }, value: of.makerName },
        {
          label: { vi: 'Ngày báo', en: 'Made on' },
          value: of.saidOn
            ? say(
                { vi: '{day} (máy ghi {said})', en: '{day} (the phone said {said})' },
                { day: showDate(of.madeOn), said: showDate(of.saidOn) },
              )
            : showDate(of.madeOn),
        },
        { label: { vi: 'Nhận lúc', en: 'Received' }, value: showInstant(of.receivedAt) },
        ...(since ? [{ label: { vi: 'Từ đó đến nay', en: 'Since then' }, value: say(since) }] : []),
      ]}
    />
  )
}

function Answered({ of }: { of: OfficeNotice }) {
  if (of.answers.length === 0) return null
  return (
    <Section title={{ vi: 'Đã trả lời', en: 'Answers' }}>
      <AnswerList of={of} />
    </Section>
  )
}

/** The acts that exist for it, each where it is done every day. */
function Ways({ of: { notice, alike, can } }: { of: Answer }) {
  const to = useTo()
  const { kind, householdId, caseId, roundId } = notice
  const may = can.includes('settle')
  const lacksAll = !householdId && !may && alike.length === 0
  if (lacksAll) return null
  return (
    <Section title={{ vi: 'Việc có thể làm', en: 'What can be done' }}>
      <div class="form-actions">
        {kind === 'unlisted' && may && (
          <LinkButton href={to(enterPath(notice))}>
            {say({ vi: 'Ghi hộ mới theo tin này', en: 'Enter the household' })}
          </LinkButton>
        )}
        {kind === 'unlisted' && may && <Act deed="add" of={notice} />}
        {householdId && caseId && (
          <LinkButton href={to(casePath({ roundId, householdId, caseId }))}>
            {say({ vi: 'Mở hộ trong kỳ', en: 'Open it in the round' })}
          </LinkButton>
        )}
        {householdId && (
          <LinkButton href={to(householdPath(householdId))}>
            {say({ vi: 'Mở sổ hộ', en: 'Open the register' })}
          </LinkButton>
        )}
        {(kind === 'moved' || kind === 'gone') && may && notice.leftBecause === null && <Act deed="end" of={notice} />}
        {kind === 'double' && may && notice.leftBecause === null && <Act deed="merge" of={notice} />}
        {(kind === 'refuses' || kind === 'absent') && may && (
          <LinkButton href={to(assignPath(roundId))}>
            {say({ vi: 'Giao người khác khảo sát', en: 'Assign somebody else' })}
          </LinkButton>
        )}
      </div>
      {alike.length > 0 && (
        <>
          <p>
            {say({ vi: 'Trong sổ, cùng thôn đã có chủ hộ tên như vậy:', en: 'Heads of this name in the village:' })}
          </p>
          <ul class="bullets">
            {alike.map((one) => (
              <li key={one.householdId}>
                <a href={to(householdPath(one.householdId))}>{one.headName}</a>{' '}
                {[one.birthYear, one.number, one.villageName, one.address].filter(Boolean).join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {notice.details.otherId && (
        <p>
          {say({ vi: 'Hộ kia:', en: 'The other one:' })}{' '}
          <a href={to(householdPath(notice.details.otherId))}>{notice.details.otherName}</a>
        </p>
      )}
    </Section>
  )
}
