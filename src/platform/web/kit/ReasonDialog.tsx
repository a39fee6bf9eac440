import type { ComponentChildren } from 'preact'
import { useTyped } from '../draft.ts'
import type { Draft } from '../drafting.ts'
import { say, type Words } from '../language.ts'
import type { WebProblem } from '../problem.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Form } from './Form.tsx'
import { TextField } from './TextField.tsx'

type Props = {
  readonly title: Words
  readonly what: Words
  readonly deed: Words
  readonly danger?: boolean
  /** What hangs on it, said between what it does and the reason. */
  readonly told?: ComponentChildren
  /** Why it may not be, whatever the reason. */
  readonly forbidden?: Words | null
  /** Of the deed: dropped once it is done. */
  readonly draft: Draft
  readonly pending: boolean
  readonly problem: WebProblem | null
  readonly onGive: (because: string) => void
  readonly onClose: () => void
}

/** A deed that is kept with its reason. */
export function ReasonDialog(props: Props) {
  const { title, what, deed, danger, told, forbidden, draft, pending, problem, onGive, onClose } = props
  const [because, setBecause] = useTyped(draft, 'because', '')
  const whyNot = forbidden ?? (because.trim() ? null : { vi: 'Ghi lý do.', en: 'Give the reason.' })
  const give = () => {
    if (!whyNot) onGive(because.trim())
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{say(what)}</p>
      {told}
      <Form
        onSubmit={give}
        draft={draft}
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
