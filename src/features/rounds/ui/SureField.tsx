import { TextField } from '#platform/web/kit/TextField.tsx'
import type { WebProblem } from '#platform/web/problem.ts'

type Props = {
  readonly problem: WebProblem | null
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Something was asked about what was sent: the reason why it is right all the same. */
export const SureField = ({ problem, value, onChange }: Props) =>
  problem?.code === 'rounds.sure' || value ? (
    <TextField
      label={{ vi: 'Lý do vẫn làm', en: 'Why it is right' }}
      required
      lines={2}
      maxLength={500}
      value={value}
      onChange={onChange}
    />
  ) : null

/** As the call takes it. */
export const sureInput = (value: string) => (value.trim() ? { because: value.trim() } : {})
