/** One meeting: its invitation, its minutes to be printed in two copies and signed, what it gave to do. */
import { useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import type { BodyMeetingId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { href } from '#platform/web/calls.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { bodyPath } from '../../ui/typed.ts'
import { InvitationDialog } from './CallDialog.tsx'
import {
  callOffMeeting,
  invitationDocx,
  invitationPdf,
  meetingTasksFile,
  minutesDocx,
  minutesPdf,
  showMeeting,
  signedMinutes,
} from './calls.ts'
import { MinutesDialog } from './MinutesDialog.tsx'
import { MinutesSaid } from './MinutesSaid.tsx'
import { MovedFrom } from './MovedFrom.tsx'
import { ReplaceSignedDialog } from './ReplaceSignedDialog.tsx'
import { SignedDialog } from './SignedDialog.tsx'
import { TaskDialog } from './TaskDialogs.tsx'
import { Tasks } from './Tasks.tsx'
import { labels, type MeetingAnswer, meetingWords, minutesWords } from './typed.ts'

type Doing = 'invitation' | 'minutes' | 'signed' | 'replace' | 'task' | 'off'

export default function MeetingPage({ params: { meetingId } }: { params: { meetingId: string } }) {
  const read = useRead(showMeeting, { meetingId: meetingId as BodyMeetingId })
  const to = useTo()
  const title = { vi: 'Cuộc họp', en: 'Meeting' }
  const { bodyId = '', bodyName = '' } = read.data ?? {}
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Ban Chỉ đạo, Ban Giám sát', en: 'Bodies' }, href: to('/ban') },
            { label: { vi: bodyName, en: bodyName }, href: to(bodyPath(bodyId)) },
            { label: title },
          ]}
        />
      }
      state={read.data && `${bodyName}, ${read.data.unitName}, ${showDate(read.data.on)}`}
    >
      <Reading of={read} rows={8}>
        {(data) => <Meeting of={data} />}
      </Reading>
    </Page>
  )
}

function Meeting({ of }: { of: MeetingAnswer }) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const writes = of.can.includes('write') && of.calledOff === null
  const key = { meetingId: of.meetingId }
  return (
    <>
      {of.calledOff && (
        <Notice look="waits">{say({ vi: 'Đã hủy: {why}', en: 'Called off: {why}' }, { why: of.calledOff })}</Notice>
      )}
      <MovedFrom of={{ moves: of.moves, calledOff: null }} />
      <Invitation of={of} writes={writes} onDo={setDoing} />
      <Minutes of={of} writes={writes} onDo={setDoing} />
      <Tasks tasks={of.tasks} file={listAs(meetingTasksFile, key)} writes={writes} />
      {writes && <Button onClick={() => setDoing('task')}>{say({ vi: 'Giao việc', en: 'Give a task' })}</Button>}
      {doing === 'invitation' && <InvitationDialog of={of} onClose={close} />}
      {doing === 'minutes' && <MinutesDialog of={of} onClose={close} />}
      {doing === 'replace' && <ReplaceSignedDialog of={of} onClose={close} />}
      {doing === 'signed' && <SignedDialog of={of} onClose={close} />}
      {doing === 'task' && <TaskDialog of={of} onClose={close} />}
      {doing === 'off' && <CallOffDialog of={of} onClose={close} />}
    </>
  )
}

type Part = { readonly of: MeetingAnswer; readonly writes: boolean; readonly onDo: (doing: Doing) => void }

function Invitation({ of, writes, onDo }: Part) {
  const key = { meetingId: of.meetingId }
  return (
    <Section title={{ vi: 'Giấy mời', en: 'Invitation' }}>
      <FactList
        of={(['on', 'time', 'place', 'agenda'] as const).map((field) => ({
          label: labels[field],
          value: meetingWords.show(field, of[field]) || say({ vi: 'chưa định', en: 'not set' }),
        }))}
      />
      <div class="form-actions">
        {of.calledOff === null && (
          <>
            <LinkButton href={href(invitationPdf, key)} download>
              {say({ vi: 'In giấy mời (PDF)', en: 'Invitation (PDF)' })}
            </LinkButton>
            <LinkButton href={href(invitationDocx, key)} download>
              {say({ vi: 'Giấy mời (Word)', en: 'Invitation (Word)' })}
            </LinkButton>
          </>
        )}
        {writes && !of.isSigned && (
          <>
            <Button onClick={() => onDo('invitation')}>{say({ vi: 'Sửa giấy mời', en: 'Change' })}</Button>
            <Button
              whyNot={of.present.length + of.conclusions.length + of.tasks.length > 0 ? held : null}
              onClick={() => onDo('off')}
            >
              {say({ vi: 'Hủy cuộc họp', en: 'Call off' })}
            </Button>
          </>
        )}
      </div>
    </Section>
  )
}

const held = {
  vi: 'Cuộc họp đã có biên bản hoặc việc giao nên không hủy được.',
  en: 'The meeting has minutes or tasks: it was held.',
}

function Minutes({ of, writes, onDo }: Part) {
  const key = { meetingId: of.meetingId }
  const has = of.minutes !== null
  return (
    <Section title={{ vi: 'Biên bản', en: 'Minutes' }}>
      {of.minutes ? <MinutesSaid of={of.minutes} /> : <Unfinished of={of} />}
      {of.conclusions.length > 0 && !has && (
        <Notice look="waits">
          {say({
            vi: 'Ghi ai có mặt, ai chủ trì thì in được biên bản.',
            en: 'Say who was there and who chaired to print the minutes.',
          })}
        </Notice>
      )}
      <div class="form-actions">
        {has && (
          <>
            <LinkButton href={href(minutesPdf, key)} download>
              {say({ vi: 'In biên bản, hai bản (PDF)', en: 'Minutes, two copies (PDF)' })}
            </LinkButton>
            <LinkButton href={href(minutesDocx, key)} download>
              {say({ vi: 'Biên bản (Word)', en: 'Minutes (Word)' })}
            </LinkButton>
          </>
        )}
        {of.isSigned && (
          <LinkButton href={href(signedMinutes, key)} download>
            {say({ vi: 'Tải bản đã ký', en: 'The signed scan' })}
          </LinkButton>
        )}
        {writes && of.isSigned && (
          <Button look="quiet" onClick={() => onDo('replace')}>
            {say({ vi: 'Thay bản ký lưu nhầm', en: 'Replace a wrong page' })}
          </Button>
        )}
        {writes && !of.isSigned && (
          <>
            <Button look="primary" onClick={() => onDo('minutes')}>
              {say({ vi: 'Ghi biên bản', en: 'Write the minutes' })}
            </Button>
            {has && (
              <Button onClick={() => onDo('signed')}>{say({ vi: 'Lưu bản đã ký', en: 'Keep the signed page' })}</Button>
            )}
          </>
        )}
      </div>
      {of.earlierPages.length > 0 && <EarlierPages of={of} />}
    </Section>
  )
}

/** Signed pages that others took the place of: each can still be read. */
const EarlierPages = ({ of: { meetingId, earlierPages } }: { of: MeetingAnswer }) => (
  <>
    <p>{say({ vi: 'Bản ký lưu trước đây, đã thay:', en: 'Signed pages kept before, replaced since:' })}</p>
    <ul class="bullets">
      {earlierPages.map(({ page, until, because }) => (
        <li key={page}>
          <a href={href(signedMinutes, { meetingId, scanId: page })} download>
            {say({ vi: 'Bản lưu đến {day}', en: 'The page kept until {day}' }, { day: showDate(until) })}
          </a>
          {`: ${because}`}
        </li>
      ))}
    </ul>
  </>
)

/** Of minutes that cannot be printed yet, what is written by now. */
function Unfinished({ of }: { of: MeetingAnswer }) {
  const words = minutesWords(of)
  return (
    <FactList
      of={(['present', 'chairedBy', 'guests', 'conclusions'] as const).map((field) => ({
        label: labels[field],
        value: (of[field] !== null && words.show(field, of[field])) || say({ vi: 'chưa ghi', en: 'not recorded' }),
      }))}
    />
  )
}

function CallOffDialog({ of, onClose }: { of: MeetingAnswer; onClose: () => void }) {
  const draft = useDraft('bodies.call_off', of.meetingId)
  const calling = useChange(callOffMeeting, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Hủy cuộc họp', en: 'Call the meeting off' }}
      what={{
        vi: `Cuộc họp ngày ${showDate(of.on)} không diễn ra.`,
        en: `The meeting of ${showDate(of.on)} does not take place.`,
      }}
      deed={{ vi: 'Ghi hủy họp', en: 'Call off' }}
      danger
      draft={draft}
      pending={calling.pending}
      problem={calling.problem}
      onGive={async (because) => {
        if (await calling.run({ meetingId: of.meetingId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
