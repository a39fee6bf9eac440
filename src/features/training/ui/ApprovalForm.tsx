import type { ComponentChildren } from 'preact'
import { findPlainDate, type PlainDate } from '#kernel/dates.ts'
import type { Change } from '#platform/web/changes.ts'
import { type useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { DecisionFields, type Typed, undecided } from './DecisionFields.tsx'

type Decided = { readonly number: string; readonly decidedOn: PlainDate; readonly issuer: string }
type Props = {
  /** What becomes of the draft once it is approved. */
  readonly after: Words
  readonly draft: ReturnType<typeof useDraft>
  readonly approving: Pick<Change<never, unknown>, 'pending' | 'problem'>
  readonly approve: (by: Decided) => Promise<unknown>
  /** What else is said of the decision. */
  readonly children?: ComponentChildren
  readonly onClose: () => void
}

/** The decision that approves a draft as it is shown; nobody alters it afterwards. */
export function ApprovalForm({ after, draft, approving, approve, children, onClose }: Props) {
  const [typed, setTyped] = useTyped<Typed>(draft, 'decision', undecided)
  const decidedOn = findPlainDate(typed.day ?? '')
  const [number, issuer] = [typed.number.trim(), typed.issuer.trim()]
  const whyNot =
    number && issuer && decidedOn
      ? null
      : { vi: 'Cần số, ngày và cơ quan ban hành.', en: 'Number, day and issuer are needed.' }
  const send = async () => {
    if (decidedOn && !whyNot && (await approve({ number, decidedOn, issuer }))) onClose()
  }
  return (
    <>
      <p>{say(after)}</p>
      <Form
        onSubmit={send}
        draft={draft}
        problem={approving.problem}
        actions={
          <Button look="primary" submit pending={approving.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi phê duyệt', en: 'Record the approval' })}
          </Button>
        }
      >
        <DecisionFields of={typed} onChange={setTyped} />
        {children}
      </Form>
    </>
  )
}
