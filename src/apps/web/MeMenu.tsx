import { signOut } from '#features/people/ui/calls.ts'
import { useChange } from '#platform/web/changes.ts'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { account, refreshMe } from '#platform/web/session.ts'

export function MeMenu() {
  const leaving = useChange(signOut, { refresh: [] })
  const leave = async () => {
    if (await leaving.run({})) await refreshMe()
  }
  return (
    <>
      <button type="button" class="button quiet" popovertarget="me-menu">
        {account.value?.name}
      </button>
      <div id="me-menu" class="menu" popover="auto">
        <a href="/toi">{say({ vi: 'Tài khoản của tôi', en: 'My account' })}</a>
        <button type="button" class="button quiet" onClick={leave} aria-disabled={leaving.pending || undefined}>
          {say({ vi: 'Đăng xuất', en: 'Sign out' })}
        </button>
        <ProblemNote of={leaving.problem} />
      </div>
    </>
  )
}
