/** What I have told the commune, what waits on this phone, and what the commune answered. */
import { useEffect, useState } from 'preact/hooks'
import { showDate, showInstant } from '#kernel/dates.ts'
import { useKeptRead } from '#platform/web/keptReads.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { KeptNote } from '#platform/web/kit/KeptNote.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { outbox, waiting } from '#platform/web/outbox.ts'
import type { StoredCommand } from '#platform/web/stored.ts'
import type { Notice } from '../model.ts'
import { detailText } from '../rules/told.ts'
import { noticeKinds, noticeStates } from '../words.ts'
import { Answers } from './Answers.tsx'
import { myNotices } from './calls.ts'
import { stateLooks } from './looks.ts'
import { unlistedPath } from './paths.ts'
import { dropSent, isWithdrawal, isWithdrawing, noStore, queueWithdrawal, withdrawUnsent } from './phone.ts'
import { lastNotice, unsentNotices } from './sending.ts'
import '../../ui/surveys.css'

export default function MyNoticesPage() {
  const read = useKeptRead(myNotices, {})
  const known = outbox.value
  // What arrived is read where it lies now.
  useEffect(() => {
    void dropSent().catch(() => undefined)
    if (waiting.value === 0) read.again()
  }, [known.length, waiting.value])
  const here = unsentNotices(known)
  return (
    <Page
      title={{ vi: 'Tin báo của tôi', en: 'My notices' }}
      action={
        <LinkButton look="primary" href={unlistedPath}>
          {say({ vi: 'Báo hộ chưa có', en: 'Tell of a household' })}
        </LinkButton>
      }
    >
      {here.length > 0 && (
        <section class="section">
          <h2>
            {say({ vi: 'Chưa đến xã', en: 'Not with the commune yet' })}{' '}
            <span class="count">{showNumber(here.length)}</span>
          </h2>
          <ul class="surveys-rows">
            {here.map((one) => (
              <Unsent key={one.id} of={one} />
            ))}
          </ul>
        </section>
      )}
      <Reading of={read} rows={6}>
        {({ data, keptAt, asking }) => (
          <>
            <KeptNote at={asking ? null : keptAt} />
            <ul class="surveys-rows">
              {data.notices.map((one) => (
                <Told key={one.surveyNoticeId} of={one} />
              ))}
            </ul>
            {data.notices.length === 0 && here.length === 0 && <None />}
          </>
        )}
      </Reading>
    </Page>
  )
}

const None = () => (
  <Empty
    title={{ vi: 'Bạn chưa báo tin nào.', en: 'You have told nothing yet.' }}
    why={{
      vi: 'Hộ chưa có trong danh sách thì báo ở đây; hộ không khảo sát được thì mở hộ ấy ra rồi báo.',
      en: 'Tell here of a household that is not on the list; of one that cannot be surveyed, open it first.',
    }}
  />
)

const isLast = (of: StoredCommand): boolean => lastNotice(of.subject.id)?.id === of.id

function Unsent({ of }: { of: StoredCommand }) {
  const [failed, setFailed] = useState(false)
  const withdraw = () =>
    withdrawUnsent(of).then(
      () => setFailed(false),
      () => setFailed(true),
    )
  return (
    <li class="surveys-household">
      <span class="surveys-name">
        <strong>{of.label}</strong>
        {of.state === 'refused' ? (
          <Badge look="late">{{ vi: 'bị trả lại', en: 'refused' }}</Badge>
        ) : (
          <Badge look="waits">{{ vi: 'chờ gửi', en: 'waiting' }}</Badge>
        )}
      </span>
      <span class="quiet">{showInstant(new Date(of.madeAt).toISOString())}</span>
      {of.problem && <span class="field-problem">{say(of.problem.title)}</span>}
      {of.state === 'refused' && (
        <LinkButton href="/phone/gui">{say({ vi: 'Sửa hoặc gửi lại', en: 'Correct or send again' })}</LinkButton>
      )}
      {of.state === 'waiting' && !isWithdrawal(of) && isLast(of) && (
        <Button look="quiet" onClick={() => void withdraw()}>
          {say({ vi: 'Rút tin này', en: 'Withdraw' })}
        </Button>
      )}
      {failed && (
        <p class="problem" role="alert">
          {say(noStore)}
        </p>
      )}
    </li>
  )
}

function Told({ of }: { of: Notice }) {
  const [failed, setFailed] = useState(false)
  const going = isWithdrawing(of)
  const withdraw = () =>
    queueWithdrawal(of).then(
      () => setFailed(false),
      () => setFailed(true),
    )
  return (
    <li class="surveys-household">
      <span class="surveys-name">
        <strong>{of.headName}</strong>
        <Badge look={stateLooks[of.state]}>{noticeStates[of.state]}</Badge>
      </span>
      <span>{say(noticeKinds[of.kind])}</span>
      <span class="quiet">{say(detailText(of.kind, of.details))}</span>
      <span class="quiet">
        {say(
          { vi: 'Báo ngày {day}; xã nhận lúc {at}.', en: 'Made on {day}; received at {at}.' },
          { day: showDate(of.madeOn), at: showInstant(of.receivedAt) },
        )}
      </span>
      <Answers of={of} />
      {of.state === 'open' && (
        <Button
          look="quiet"
          whyNot={going ? { vi: 'Đang chờ gửi việc rút tin.', en: 'The withdrawal waits to be sent.' } : null}
          onClick={() => void withdraw()}
        >
          {say({ vi: 'Rút tin này', en: 'Withdraw' })}
        </Button>
      )}
      {failed && (
        <p class="problem" role="alert">
          {say(noStore)}
        </p>
      )}
    </li>
  )
}
