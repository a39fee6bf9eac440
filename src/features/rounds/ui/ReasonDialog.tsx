import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { WebProblem } from '#platform/web/problem.ts'

type Props = {
  readonly title: Words
  readonly what: Words
  readonly deed: Words
  readonly danger?: boolean
  /** What hangs on it, said between what it does and the reason. */
  readonly told?: ComponentChildren
  readonly pending: boolean
  readonly problem: WebProblem | null
  readonly onGive: (because: string) => void
  readonly onClose: () => void
}

/** A deed that is kept with its reason. */
export function ReasonDialog({ title, what, deed, danger, told, pending, problem, onGive, onClose }: Props) {
  const [because, setBecause] = useState('')
  const whyNot = because.trim() ? null : { vi: 'Ghi lý do.', en: 'Give the reason.' }
  const give = () => {
    if (!whyNot) onGive(because.trim())
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{say(what)}</p>
      {told}
      <Form
        onSubmit={give}
        problem={problem}
        actions={
          <Button look={danger ? 'danger' : 'primary'} submit pending={pending} whyNot={whyNot}>
            {say(deed)}
          </Button>
        }
      >
        <TextField
          label={{ vi: 'Lý do', en: 'Reason' }}
          required
          lines={3}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
      </Form>
    </Dialog>
  )
}
