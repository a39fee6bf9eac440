import { useTyped } from '#platform/web/draft.ts'
import type { Draft } from '#platform/web/drafting.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { WebProblem } from '#platform/web/problem.ts'
import { RequiredField, TextFields } from './RuleFields.tsx'
import { noText, type SentText, type TypedText, textOf } from './rule.ts'

type Props = {
  /** What holds now: "Trưởng thôn: 1". */
  readonly said: string
  /** What is counted. */
  readonly label: Words
  readonly whyNot: Words
  readonly draft: Draft
  readonly following: { readonly pending: boolean; readonly problem: WebProblem | null }
  readonly onFollow: (value: SentText & { readonly required: number }) => void
  readonly onClose: () => void
}

/** The next value of a norm, from its first day on; the one before ends that day. */
export function FollowValueDialog({ said, label, whyNot, draft, following, onFollow, onClose }: Props) {
  const [required, setRequired] = useTyped<number | null>(draft, 'required', null)
  const [typed, setTyped] = useTyped<TypedText>(draft, 'text', noText)
  const text = textOf(typed)
  const sent = text && required !== null ? { required, ...text } : null
  return (
    <Dialog title={{ vi: 'Ghi định mức mới', en: 'Enter a new value' }} onClose={onClose}>
      <p>{said}</p>
      <Form
        onSubmit={() => sent && onFollow(sent)}
        draft={draft}
        problem={following.problem}
        actions={
          <Button look="primary" submit pending={following.pending} whyNot={sent ? null : whyNot}>
            {say({ vi: 'Ghi định mức mới', en: 'Enter the value' })}
          </Button>
        }
      >
        <RequiredField label={label} required={required} onChange={setRequired} />
        <TextFields of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}
