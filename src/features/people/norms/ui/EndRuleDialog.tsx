import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import { useSeen, useTyped } from '#platform/web/draft.ts'
import type { Draft } from '#platform/web/drafting.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { WebProblem } from '#platform/web/problem.ts'
import { EndFields } from './RuleFields.tsx'
import { endOf, noEnd, type SentEnd, type TypedEnd } from './rule.ts'

type Props = {
  readonly title: Words
  /** What it says: "Trưởng thôn: 1". */
  readonly said: string
  /** The first day, where it took the place of another then. */
  readonly followsOn: PlainDate | null
  /** The first day without it, where its end is put right. */
  readonly until: PlainDate | null
  readonly draft: Draft
  readonly ending: { readonly pending: boolean; readonly problem: WebProblem | null }
  readonly onEnd: (end: SentEnd & { readonly seen: PlainDate | null }) => void
  readonly onClose: () => void
}

/** A dated rule holds no more, or never did. It stays in the list. */
export function EndRuleDialog({ title, said, followsOn, until, draft, ending, onEnd, onClose }: Props) {
  const [typed, setTyped] = useTyped<TypedEnd>(draft, 'end', noEnd)
  const seen = useSeen(draft, 'seen', until)
  const sent = endOf(typed)
  const needed =
    typed.how === 'mistake'
      ? { vi: 'Cần lý do.', en: 'A reason is needed.' }
      : { vi: 'Cần ngày cuối và lý do.', en: 'Last day and reason are needed.' }
  const whyNot = sent ? null : needed
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{said}</p>
      <Form
        onSubmit={() => sent && onEnd({ ...sent, seen })}
        draft={draft}
        problem={ending.problem}
        actions={
          <Button look="danger" submit pending={ending.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi hết hiệu lực', en: 'Record the end' })}
          </Button>
        }
      >
        {seen && (
          <Notice look="waits">
            {say(
              {
                vi: 'Đã ghi hết sau ngày {day}. Điều ghi ở đây thay điều ấy; nhật ký giữ cả hai.',
                en: 'It is recorded to end after {day}. What is written here takes its place; the log keeps both.',
              },
              { day: showDate(addDays(seen, -1)) },
            )}
          </Notice>
        )}
        <EndFields of={typed} onChange={setTyped} />
        {typed.how === 'mistake' && followsOn && (
          <Notice look="waits">
            {say(
              {
                vi: 'Mức trước, đã hết vì mức này, lại áp dụng từ ngày {day}.',
                en: 'What it followed goes on from {day}.',
              },
              { day: showDate(followsOn) },
            )}
          </Notice>
        )}
      </Form>
    </Dialog>
  )
}
