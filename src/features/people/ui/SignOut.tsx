/** Signing out by one's own will: what is typed and not sent is kept on this device or thrown away, as the person says. */
import { useState } from 'preact/hooks'
import { useChange } from '#platform/web/changes.ts'
import type { countDrafts } from '#platform/web/drafts.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import type { WebProblem } from '#platform/web/problem.ts'
import { leave } from '#platform/web/session.ts'
import { signOut } from './calls.ts'

export type SigningOut = {
  /** Asks first where something is not sent. */
  readonly press: () => Promise<void>
  readonly pending: boolean
  readonly problem: WebProblem | null
  /** How many drafts it asks about; 0 while it does not ask. */
  readonly drafts: number
  readonly leaveWith: (drafts: 'kept' | 'dropped') => Promise<void>
  readonly stay: () => void
}

const device = () => import('#platform/web/drafts.ts')

type How = {
  /** Drafts of what is on its way as it is, of which nothing is asked. */
  readonly sent?: Parameters<typeof countDrafts>[0]
  /** Where the next person begins, who has nothing to do with this page. */
  readonly goOn?: () => void
}

export function useSignOut({ sent, goOn }: How = {}): SigningOut {
  const leaving = useChange(signOut, { refresh: [] })
  const [drafts, setDrafts] = useState(0)
  const leaveWith = async (what: 'kept' | 'dropped') => {
    if (!(await leaving.run({}))) return
    if (what === 'dropped') await device().then(({ dropDrafts }) => dropDrafts())
    setDrafts(0)
    await leave()
    goOn?.()
  }
  const press = async () => {
    const count = await device()
      .then(({ countDrafts }) => countDrafts(sent))
      .catch(() => 0)
    if (count > 0) setDrafts(count)
    else await leaveWith('kept')
  }
  const { pending, problem } = leaving
  return { press, pending, problem, drafts, leaveWith, stay: () => setDrafts(0) }
}

/** Nothing where there is nothing to ask. */
export function AskDrafts({ of }: { of: SigningOut }) {
  if (of.drafts === 0) return null
  const n = { n: of.drafts }
  return (
    <Dialog title={{ vi: 'Còn bản nháp chưa gửi', en: 'There are drafts not sent' }} onClose={of.stay}>
      <p>
        {say(
          {
            vi: 'Trên máy này còn {n} bản nháp của bạn: những gì đã nhập mà chưa gửi, có thể có tên, ngày sinh của người dân.',
            en: 'This device holds {n} {n:draft|drafts} of yours: what was typed and not sent. Names and births of people may be in them.',
          },
          n,
        )}
      </p>
      <p>
        {say({
          vi: 'Máy dùng chung thì nên xóa. Giữ lại thì bản nháp nằm trên máy chờ bạn đăng nhập lại: niêm phong nếu bạn dùng trang khảo sát trên máy này, không thì đọc được.',
          en: 'On a shared computer throw them away. Kept, they lie on this device until you sign in again: sealed where you use the survey pages on it, readable otherwise.',
        })}
      </p>
      <ProblemNote of={of.problem} />
      <div class="form-actions">
        <Button look="danger" pending={of.pending} onClick={() => void of.leaveWith('dropped')}>
          {say({ vi: 'Xóa bản nháp rồi đăng xuất', en: 'Throw them away and sign out' })}
        </Button>
        <Button pending={of.pending} onClick={() => void of.leaveWith('kept')}>
          {say({ vi: 'Giữ bản nháp rồi đăng xuất', en: 'Keep them and sign out' })}
        </Button>
      </div>
    </Dialog>
  )
}
