/** What was left in a form: go on with it or throw it away; and what is said where this device keeps nothing. */
import { useEffect, useRef } from 'preact/hooks'
import { dayInVietnam, showDate, showTime } from '#kernel/dates.ts'
import { today } from '../day.ts'
import type { Draft } from '../draft.ts'
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
  if (!since) return null
  return (
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
}

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
      <Button look="quiet" onClick={() => void of.discard()}>
        {say({ vi: 'Bỏ', en: 'Discard' })}
      </Button>
    </div>
  )
}
