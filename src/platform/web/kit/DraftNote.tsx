/** What was left in a form: go on with it or throw it away; and what is said where this device keeps nothing. */
import { useEffect, useRef } from 'preact/hooks'
import { dayInVietnam, showDate, showTime } from '#kernel/dates.ts'
import { today } from '../day.ts'
import type { Draft } from '../drafting.ts'
import { say } from '../language.ts'
import { Button } from './Button.tsx'

/** `14:05`, with its day where that is not today. */
function timeOf(instant: number): string {
  const time = showTime(new Date(instant).toISOString())
  const day = dayInVietnam(instant)
  return day === today() ? time : say({ vi: `${time} ngày ${showDate(day)}`, en: `${time} on ${showDate(day)}` })
}

export function DraftNote({ of }: { of: Draft }) {
  const offered = of.offered.value
  const since = of.resumedFrom.value
  if (offered) return <Offer of={of} savedAt={offered.savedAt} />
  if (of.failed.value)
    return (
      <p class="notice waits" role="alert">
        {say({
          vi: 'Máy này không lưu được bản nháp (bộ nhớ đầy hoặc bị chặn). Những gì đã nhập vẫn còn trên trang: hãy gửi trước khi rời trang.',
          en: 'This device cannot keep a draft (its store is full or blocked). What you typed is still on this page: send it before you leave.',
        })}
      </p>
    )
  const elsewhere = of.elsewhere.value
  return (
    <>
      {elsewhere && (
        <p class="notice waits" role="status">
          {say(elsewhereWords[elsewhere])}
        </p>
      )}
      {of.lacks.value && (
        <p class="notice waits" role="status">
          {say({
            vi: 'Số CCCD, số BHXH đã nhập không lưu trong bản nháp: hãy nhập lại.',
            en: 'Citizen and insurance numbers are not kept in a draft: type them again.',
          })}
        </p>
      )}
      {since && <GoingOn of={of} since={since} />}
    </>
  )
}

const elsewhereWords = {
  together: {
    vi: 'Bản nháp này còn mở ở cửa sổ khác; đã gộp những gì nhập ở cả hai.',
    en: 'This draft is open in another window too; what is typed in both is together here.',
  },
  apart: {
    vi: 'Biểu này đang nhập ở cả cửa sổ khác. Mỗi cửa sổ giữ bản nháp riêng, không bản nào mất.',
    en: 'This form is being filled in another window too. Each window keeps its own draft; none is lost.',
  },
  gone: {
    vi: 'Bản nháp này đã được gửi hoặc bỏ ở cửa sổ khác. Hãy xem lại trước khi gửi ở đây.',
    en: 'This draft was sent or thrown away in another window. Look again before you send it here.',
  },
} as const

const GoingOn = ({ of, since }: { of: Draft; since: number }) => (
  <div class="draft-note notice" role="status">
    <span>
      {say(
        { vi: 'Đang nhập tiếp bản nháp lúc {time}.', en: 'Going on with the draft of {time}.' },
        { time: timeOf(since) },
      )}
    </span>
    <Button look="quiet" onClick={() => void of.discard()}>
      {say({ vi: 'Bỏ bản nháp', en: 'Discard the draft' })}
    </Button>
  </div>
)

/** Answered before anything else is typed here. */
function Offer({ of, savedAt }: { of: Draft; savedAt: number }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { activeElement } = document
    const near = box.current?.closest('form, dialog')
    if (!activeElement || activeElement === document.body || near?.contains(activeElement))
      box.current?.querySelector('button')?.focus()
  }, [])
  return (
    <div ref={box} class="draft-note notice waits" role="status">
      <span>{say({ vi: 'Bản nháp lúc {time}', en: 'Draft of {time}' }, { time: timeOf(savedAt) })}</span>
      <Button onClick={() => of.resume()}>{say({ vi: 'Tiếp tục', en: 'Go on' })}</Button>
      <Button onClick={() => of.pass()}>{say({ vi: 'Để sau, nhập mới', en: 'Later, begin anew' })}</Button>
      <Button look="quiet" onClick={() => void of.discard()}>
        {say({ vi: 'Bỏ', en: 'Discard' })}
      </Button>
    </div>
  )
}
