/** What is sent, what waits, what was refused and why. */
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { HandIn } from '#features/field/delivery/ui/HandIn.tsx'
import { HandOver } from '#features/field/delivery/ui/HandOver.tsx'
import { AskDrafts, useSignOut } from '#features/people/ui/SignOut.tsx'
import { GoesWithMe } from '#features/surveys/carried/ui/GoesWithMe.tsx'
import { NextHousehold } from '#features/surveys/ui/NextHousehold.tsx'
import { dayInVietnam, showDate, showInstant, showTime } from '#kernel/dates.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { whatIn } from '#platform/web/kit/ConnectionLine.tsx'
import { Confirm } from '#platform/web/kit/Dialog.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { held, isOnItsWay, outbox, putAway, sendAgain, tryNow, waiting } from '#platform/web/outbox.ts'
import { account } from '#platform/web/session.ts'
import type { StoredCommand } from '#platform/web/stored.ts'
import { ThisPhone } from './ThisPhone.tsx'

export default function SentPage() {
  // Whoever looks here waits for it.
  useEffect(() => {
    if (waiting.peek() > 0) tryNow()
  }, [])
  const all = [...outbox.value].reverse()
  const action = waiting.value > 0 && (
    <Button look="primary" onClick={tryNow}>
      {say({ vi: 'Gửi ngay', en: 'Send now' })}
    </Button>
  )
  return (
    <Page title={{ vi: 'Gửi', en: 'Sent' }} state={stateOf()} action={action}>
      {all[0]?.subject.kind === 'case' && all[0].state !== 'refused' && <NextHousehold caseId={all[0].subject.id} />}
      {all.length === 0 ? (
        <Empty
          title={{ vi: 'Chưa có phiếu nào được gửi từ máy này.', en: 'Nothing was sent from this phone yet.' }}
          why={{
            vi: 'Phiếu hoàn thành sẽ hiện ở đây cùng trạng thái.',
            en: 'Finished forms stand here with their state.',
          }}
        />
      ) : (
        <ol class="phone-outbox">
          {all.map((command) => (
            <Item key={command.id} of={command} />
          ))}
        </ol>
      )}
      <HandOver />
      <ThisPhone />
      <Others />
      <Leave />
    </Page>
  )
}

const stateOf = (): string =>
  waiting.value === 0
    ? say({ vi: 'Không có gì chờ gửi.', en: 'Nothing waits to be sent.' })
    : say(
        { vi: '{n} {what} đang chờ gửi.', en: '{n} {what} waiting to be sent.' },
        { n: showNumber(waiting.value), what: say(whatIn('waiting')) },
      )

function Item({ of }: { of: StoredCommand }) {
  const { seq, state, problem, told } = of
  const [asks, setAsks] = useState(false)
  return (
    <li>
      <strong>{of.label}</strong>
      <StateBadge state={state} />
      <span class="quiet tabular">{whenOf(of)}</span>
      {told && <Notice look="plain">{say(told)}</Notice>}
      {held.value.includes(of) && (
        <Notice look="plain">
          {say({
            vi: 'Chờ việc trước của hộ này, đã bị trả lại: sửa, gửi lại hoặc bỏ việc đó thì việc này được gửi.',
            en: 'Waits for what was made before it of this household and was refused: correct it, send it again or take it off, and this one goes.',
          })}
        </Notice>
      )}
      {problem && <p class="field-problem">{say(problem.title)}</p>}
      {state === 'refused' && seq !== undefined && (
        <div class="form-actions">
          <LinkButton look="primary" href={of.page}>
            {say(openSaid(of))}
          </LinkButton>
          {!isSettled(of) && (
            <Button onClick={() => void sendAgain(seq)}>{say({ vi: 'Gửi lại', en: 'Send again' })}</Button>
          )}
          <Button look="quiet" onClick={() => setAsks(true)}>
            {say({ vi: 'Bỏ khỏi danh sách', en: 'Take off the list' })}
          </Button>
        </div>
      )}
      {asks && seq !== undefined && (
        <Confirm
          title={{ vi: `Bỏ “${of.label}” khỏi danh sách?`, en: `Take “${of.label}” off the list?` }}
          deed={{ vi: 'Bỏ khỏi danh sách', en: 'Take it off' }}
          danger
          onConfirm={() => void putAway(seq)}
          onClose={() => setAsks(false)}
        >
          <p>
            {say({
              vi: 'Máy chủ chưa nhận và máy này sẽ không gửi nữa.',
              en: 'The server does not have it, and this device will not send it any more.',
            })}
          </p>
        </Confirm>
      )}
    </li>
  )
}

/** A withdrawal of what the commune has answered: sent again it would be refused for ever. */
const isSettled = ({ problem }: StoredCommand): boolean => problem?.code === 'notices.answered'

function openSaid(of: StoredCommand): Words {
  if (isSettled(of)) return { vi: 'Xem câu trả lời của xã', en: 'See what the commune answered' }
  return of.subject.kind === 'notice'
    ? { vi: 'Mở lại tin báo để sửa', en: 'Open the notice to correct it' }
    : { vi: 'Mở lại phiếu để sửa', en: 'Open the form to correct it' }
}

/** When the server had it, or when it was finished here. */
function whenOf({ state, settledAt, madeAt }: StoredCommand): string {
  const at = new Date(settledAt ?? madeAt).toISOString()
  const words = { day: showDate(dayInVietnam(Date.parse(at))), time: showTime(at) }
  return state === 'sent'
    ? say({ vi: 'Máy chủ đã nhận lúc {time}, {day}', en: 'The server had it at {time}, {day}' }, words)
    : showInstant(at)
}

function StateBadge({ state }: { state: StoredCommand['state'] }) {
  if (state === 'sent') return <Badge look="done">{{ vi: 'đã nhận', en: 'received' }}</Badge>
  if (state === 'refused') return <Badge look="late">{{ vi: 'bị trả lại', en: 'refused' }}</Badge>
  return <Badge look="waits">{{ vi: 'chờ gửi', en: 'waiting' }}</Badge>
}

/** For who has a line: what a colleague's phone could not send. */
const Others = () => (
  <Section title={{ vi: 'Nộp phiếu của máy khác', en: 'Forms of another phone' }}>
    <HandIn />
  </Section>
)

/** Signing out keeps what waits: it goes out when the same person signs in again. */
function Leave() {
  const { route } = useLocation()
  const leaving = useSignOut({ sent: isOnItsWay, goOn: () => route('/phone', true) })
  return (
    <Section title={account.value?.name ?? ''}>
      <ProblemNote of={leaving.problem} />
      <GoesWithMe />
      <p class="quiet">
        {say({
          vi: 'Danh sách hộ, phiếu làm dở và những gì đang chờ vẫn ở trên máy; phiếu chờ được gửi khi có mạng, cả khi bạn đã đăng xuất nếu máy đã niêm phong.',
          en: 'The list, forms begun and what waits stay on this phone; what waits goes out with a line, also when you are signed out where this phone is sealed.',
        })}
      </p>
      <Button pending={leaving.pending} onClick={() => void leaving.press()}>
        {say({ vi: 'Đăng xuất', en: 'Sign out' })}
      </Button>
      <AskDrafts of={leaving} />
    </Section>
  )
}
