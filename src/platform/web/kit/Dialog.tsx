/** A native dialog: focus goes in, Escape and the browser's Back close it, focus comes back to where it was. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { say, type Words } from '../language.ts'
import { mayLeave } from '../leaving.ts'
import type { WebProblem } from '../problem.ts'
import { Button } from './Button.tsx'
import { dialogOpened } from './dialogHistory.ts'
import { ProblemNote } from './ProblemNote.tsx'

type Props = {
  readonly title: Words
  /** None: it stands until what it asks is answered. */
  readonly onClose?: (() => void) | undefined
  readonly children: ComponentChildren
  /** At the side of the page, for a row that opens without losing the place. */
  readonly side?: boolean | undefined
  /** Over everything, and what is beneath cannot be read. */
  readonly over?: boolean | undefined
}

/** Stands while it is rendered: `{open && <Dialog ...>}`. */
export function Dialog({ title, onClose, children, side, over }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  const leave = useRef(onClose)
  leave.current = onClose
  const close = (): boolean => {
    if (!leave.current || !mayLeave()) return false
    leave.current()
    return true
  }
  useEffect(() => {
    const before = document.activeElement
    box.current?.showModal()
    begin(box.current)?.focus()
    // A first field below a long text scrolls away what stands above it: such a dialog is read from its heading on.
    if (box.current && box.current.scrollTop > 0) {
      box.current.querySelector('h2')?.focus()
      box.current.scrollTop = 0
    }
    const closed = leave.current && dialogOpened({ close })
    return () => {
      closed?.()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={box}
      class={over ? 'dialog over' : side ? 'dialog side' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClose={(event) => {
        // A browser closes at the second Escape without asking: what stays open is shown again.
        if (!close()) event.currentTarget.showModal()
      }}
    >
      <div class="dialog-head">
        <h2 id={id} tabIndex={-1}>
          {say(title)}
        </h2>
        {onClose && (
          <Button look="quiet" onClick={close}>
            {say({ vi: 'Đóng', en: 'Close' })}
          </Button>
        )}
      </div>
      {children}
    </dialog>
  )
}

/** Where the focus begins: in the first field where the dialog opens with one, else at its title, never on a deed. */
function begin(box: HTMLElement | null): HTMLElement | null {
  const first = box?.querySelector<HTMLElement>(
    '.dialog-head ~ * :is(a, button, input:not([type="hidden"]), select, textarea, summary)',
  )
  return first?.matches('input, select, textarea') ? first : (box?.querySelector('h2') ?? null)
}

type ConfirmProps = {
  /** Names what cannot be undone: "Ký quyết định công nhận 96 hộ nghèo?" */
  readonly title: Words
  readonly children?: ComponentChildren
  /** The deed as a verb: "Ký quyết định". */
  readonly deed: Words
  readonly danger?: boolean | undefined
  readonly pending?: boolean | undefined
  readonly problem?: WebProblem | null | undefined
  /** Why it cannot be done yet; null where it can. */
  readonly whyNot?: Words | null | undefined
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Only for what cannot be undone. */
export const Confirm = ({
  title,
  children,
  deed,
  danger,
  pending,
  problem,
  whyNot,
  onConfirm,
  onClose,
}: ConfirmProps) => (
  <Dialog title={title} onClose={onClose}>
    {children}
    <ProblemNote of={problem ?? null} />
    <div class="form-actions">
      <Button look={danger ? 'danger' : 'primary'} pending={pending} whyNot={whyNot ?? null} onClick={onConfirm}>
        {say(deed)}
      </Button>
      <Button onClick={onClose}>{say({ vi: 'Thôi', en: 'Cancel' })}</Button>
    </div>
  </Dialog>
)
