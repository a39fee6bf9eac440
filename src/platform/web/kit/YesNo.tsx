import { say } from '../language.ts'
import { type FieldFrame, FieldGroup, useShown, useWiring } from './Field.tsx'

type Props = FieldFrame & { readonly value: boolean | null; readonly onChange: (value: boolean) => void }

const answers = [
  { value: true, label: { vi: 'Có', en: 'Yes' } },
  { value: false, label: { vi: 'Không', en: 'No' } },
] as const

/** Two big buttons. Nothing is chosen until somebody chooses. */
export function YesNo({ value, onChange, ...frame }: Props) {
  const shown = useShown(frame, { empty: value === null })
  const wiring = useWiring(shown)
  return (
    <FieldGroup {...shown} wiring={wiring}>
      <div class="yes-no">
        {answers.map((answer) => (
          <label key={String(answer.value)} class="choice big">
            <input
              type="radio"
              name={wiring.id}
              checked={value === answer.value}
              onChange={() => onChange(answer.value)}
            />
            <span>{say(answer.label)}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
