import { findPlainDate, type PlainDate, showDate } from '#kernel/dates.ts'
import type { useDraft } from '#platform/web/draft.ts'
import { useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, type EditInHand } from '#platform/web/edits.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { DecisionFields, type Typed } from './DecisionFields.tsx'

type Decided = { readonly number: string; readonly decidedOn: PlainDate; readonly issuer: string }
export type Corrected = Decided & { readonly because: string; readonly was: Decided }
type Props<I, O> = {
  readonly of: { readonly number: string; readonly day: PlainDate; readonly issuer: string }
  /** Of what the decision is. */
  readonly name: string
  /** What follows from it, and what stays as it is. */
  readonly about: readonly Words[]
  readonly draft: ReturnType<typeof useDraft>
  readonly correcting: EditInHand<I, O>
  readonly run: (by: Corrected) => Promise<O | null>
  readonly onClose: () => void
}

const needed = {
  vi: 'Cần số, ngày, cơ quan ban hành và lý do sửa.',
  en: 'Number, day, issuer and why it is corrected are needed.',
}
const same = { vi: 'Chưa sửa gì so với đã ghi.', en: 'Nothing is changed.' }
const labels: Readonly<Record<string, Words>> = {
  number: { vi: 'Số quyết định', en: 'Number of the decision' },
  decidedOn: { vi: 'Ngày quyết định', en: 'Day of the decision' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
}
const words: FieldWords = {
  label: (field) => labels[field] ?? { vi: field, en: field },
  show: (field, value) => (field === 'decidedOn' ? showDate(value as PlainDate) : String(value ?? '')),
}

/** A decision whose number, day or issuer was typed wrongly. */
export function CorrectDecisionForm<I extends object, O>(props: Props<I, O>) {
  const { of, name, about, draft, correcting, run, onClose } = props
  const was = useSeen<Decided>(draft, 'was', { number: of.number, decidedOn: of.day, issuer: of.issuer })
  const [typed, setTyped] = useTyped<Typed>(draft, 'decision', { number: of.number, day: of.day, issuer: of.issuer })
  const [because, setBecause] = useTyped(draft, 'because', '')
  const day = findPlainDate(typed.day ?? '')
  const [number, issuer, why] = [typed.number.trim(), typed.issuer.trim(), because.trim()]
  const is = number && issuer && day ? { number, decidedOn: day, issuer } : null
  const isSame = is !== null && Object.keys(changesOf(was, is)).length === 0
  return (
    <>
      {about.map((one) => (
        <p key={say(one)}>{say(one)}</p>
      ))}
      <EditForm
        draft={draft}
        of={correcting}
        changes={is && why && !isSame ? is : null}
        lacking={isSame ? same : needed}
        send={async () => (is ? run({ ...is, because: why, was }) : null)}
        about={name}
        words={words}
        deed={{ vi: 'Ghi đính chính', en: 'Correct' }}
        onDone={onClose}
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
      </EditForm>
    </>
  )
}
