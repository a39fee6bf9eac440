import { findPlainDate, type PlainDate } from '#kernel/dates.ts'
import type { Change } from '#platform/web/changes.ts'
import { type useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { DecisionFields, type Typed } from './DecisionFields.tsx'

type Decided = { readonly number: string; readonly decidedOn: PlainDate; readonly issuer: string }
export type Corrected = Decided & { readonly because: string; readonly seen: Decided }
type Props = {
  readonly of: { readonly number: string; readonly day: PlainDate; readonly issuer: string }
  /** What follows from it, and what stays as it is. */
  readonly about: readonly Words[]
  readonly draft: ReturnType<typeof useDraft>
  readonly change: Pick<Change<never, unknown>, 'pending' | 'problem'>
  readonly run: (by: Corrected) => Promise<unknown>
  readonly onClose: () => void
}

const needed = {
  vi: 'Cần số, ngày, cơ quan ban hành và lý do sửa.',
  en: 'Number, day, issuer and why it is corrected are needed.',
}
const same = { vi: 'Chưa sửa gì so với đã ghi.', en: 'Nothing is changed.' }

/** A decision whose number, day or issuer was typed wrongly. */
export function CorrectDecisionForm({ of, about, draft, change, run, onClose }: Props) {
  const seen = useSeen<Decided>(draft, 'seen', { number: of.number, decidedOn: of.day, issuer: of.issuer })
  const [typed, setTyped] = useTyped<Typed>(draft, 'decision', { number: of.number, day: of.day, issuer: of.issuer })
  const [because, setBecause] = useTyped(draft, 'because', '')
  const decidedOn = findPlainDate(typed.day ?? '')
  const [number, issuer, why] = [typed.number.trim(), typed.issuer.trim(), because.trim()]
  const isSame = number === seen.number && decidedOn === seen.decidedOn && issuer === seen.issuer
  const whyNot = isSame ? same : number && issuer && decidedOn && why ? null : needed
  const send = async () => {
    if (decidedOn && !whyNot && (await run({ number, decidedOn, issuer, because: why, seen }))) onClose()
  }
  return (
    <>
      {about.map((words) => (
        <p key={say(words)}>{say(words)}</p>
      ))}
      <Form
        onSubmit={send}
        draft={draft}
        problem={change.problem}
        actions={
          <Button look="primary" submit pending={change.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi đính chính', en: 'Correct' })}
          </Button>
        }
      >
        <DecisionFields of={typed} onChange={setTyped} />
        <TextField
          at="because"
          label={{ vi: 'Vì sao sửa', en: 'Why it is corrected' }}
          required
          lines={2}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
      </Form>
    </>
  )
}
