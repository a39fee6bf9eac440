import { useRef } from 'preact/hooks'
import { AskDrafts, useSignOut } from '#features/people/ui/SignOut.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { account } from '#platform/web/session.ts'

/** Closes when it is left: by the keyboard, by a press elsewhere, by Escape. */
export function MeMenu() {
  const box = useRef<HTMLDetailsElement>(null)
  const leaving = useSignOut()
  const close = () => {
    if (box.current) box.current.open = false
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    close()
    box.current?.querySelector('summary')?.focus()
  }
  const onFocusOut = (event: FocusEvent) => {
    if (!box.current?.contains(event.relatedTarget as Node | null)) close()
  }
  return (
    <>
      <details ref={box} class="office-me" onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
        <summary class="button quiet">{account.value?.name}</summary>
        <div class="office-menu floating">
          <a href="/toi" onClick={close}>
            {say({ vi: 'Tài khoản của tôi', en: 'My account' })}
          </a>
          <button
            type="button"
            class="button quiet"
            onClick={() => void leaving.press()}
            aria-disabled={leaving.pending || undefined}
          >
            {say({ vi: 'Đăng xuất', en: 'Sign out' })}
          </button>
          <ProblemNote of={leaving.problem} />
        </div>
      </details>
      <AskDrafts of={leaving} />
    </>
  )
}
