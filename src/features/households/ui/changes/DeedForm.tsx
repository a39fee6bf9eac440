/** The frame of every change: the day on which it holds, the fields, and the button that says why it cannot yet. */

import type { ComponentChildren } from 'preact'
import { findPlainDate, type PlainDate } from '#kernel/dates.ts'
import { today } from '#platform/web/day.ts'
import type { Draft } from '#platform/web/drafting.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { WebProblem } from '#platform/web/problem.ts'
import { type Subject, Touched } from './Touched.tsx'

type Props = {
  readonly draft: Draft
  /** Null: the change has no day of its own (a correction). */
  readonly day: string | null
  readonly onDay: ((day: string | null) => void) | null
  readonly dayLabel?: Words | undefined
  readonly pending: boolean
  readonly problem: WebProblem | null
  /** What is still missing besides the day. */
  readonly whyNot?: Words | null | undefined
  readonly deed?: Words | undefined
  /** The household of which is told what hangs on it. */
  readonly touches?: Subject
  readonly onSubmit: (on: PlainDate) => void
  readonly children: ComponentChildren
}

const dayMissing: Words = { vi: 'Nhập đủ ngày, tháng, năm.', en: 'Type day, month and year.' }
const dayAhead: Words = { vi: 'Ngày này chưa tới.', en: 'That day has not come yet.' }

export function DeedForm({ touches, ...props }: Props) {
  const { draft, day, onDay, dayLabel, pending, problem, whyNot, deed, onSubmit, children } = props
  const on = onDay ? findPlainDate(day ?? '') : today()
  const future = on !== null && on > today()
  // What is missing is told from top to bottom; the day stands last.
  const missing = whyNot ?? (on === null ? dayMissing : future ? dayAhead : null)
  return (
    <Form
      onSubmit={() => {
        if (on && !missing && !pending) onSubmit(on)
      }}
      draft={draft}
      problem={problem}
      actions={
        <Button look="primary" submit pending={pending} whyNot={missing}>
          {say(deed ?? { vi: 'Ghi', en: 'Record' })}
        </Button>
      }
    >
      {touches && <Touched of={touches} day={future ? null : on} />}
      {children}
      {onDay && (
        <DayField at="on" label={dayLabel ?? { vi: 'Từ ngày', en: 'From' }} required value={day} onChange={onDay} />
      )}
    </Form>
  )
}
