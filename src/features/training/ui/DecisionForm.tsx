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
  /** What it decides. */
  readonly about: string
  /** Whose decision it is: its committee issues it, where nobody types another body. */
  readonly unit?: string | null
  readonly act: Words
  readonly draft: ReturnType<typeof useDraft>
  readonly change: Pick<Change<never, unknown>, 'pending' | 'problem'>
  readonly run: (by: Decided) => Promise<unknown>
  /** What else is said of the decision. */
  readonly children?: ComponentChildren
  readonly onClose: () => void
}

/** "UBND tỉnh Phú Thọ" */
const committeeOf = (unit: string | null | undefined): string =>
  unit ? `UBND ${unit.slice(0, 1).toLocaleLowerCase('vi')}${unit.slice(1)}` : ''

/** A signed decision is recorded: its number, day and issuer, and what follows from it. */
export function DecisionForm({ about, unit, act, draft, change, run, children, onClose }: Props) {
  const [typed, setTyped] = useTyped<Typed>(draft, 'decision', () => ({ ...undecided, issuer: committeeOf(unit) }))
  const decidedOn = findPlainDate(typed.day ?? '')
  const [number, issuer] = [typed.number.trim(), typed.issuer.trim()]
  const whyNot =
    number && issuer && decidedOn
      ? null
      : { vi: 'Cần số, ngày và cơ quan ban hành.', en: 'Number, day and issuer are needed.' }
  const send = async () => {
    if (decidedOn && !whyNot && (await run({ number, decidedOn, issuer }))) onClose()
  }
  return (
    <>
      <p>{about}</p>
      <Form
        onSubmit={send}
        draft={draft}
        problem={change.problem}
        actions={
          <Button look="primary" submit pending={change.pending} whyNot={whyNot}>
            {say(act)}
          </Button>
        }
      >
        <DecisionFields of={typed} onChange={setTyped} />
        {children}
      </Form>
    </>
  )
}
