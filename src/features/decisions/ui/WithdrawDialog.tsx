import type { useChange } from '#platform/web/changes.ts'
import type { Draft } from '#platform/web/drafting.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { Words } from '#platform/web/language.ts'

type Props = {
  readonly title: Words
  readonly draft: Draft
  readonly withdrawing: Pick<ReturnType<typeof useChange>, 'pending' | 'problem'>
  readonly onGive: (because: string) => void
  readonly onClose: () => void
}

/** Why a draft is taken back, of a decision or of a correction. */
export const WithdrawDialog = ({ title, draft, withdrawing, onGive, onClose }: Props) => (
  <ReasonDialog
    title={title}
    what={{
      vi: 'Dự thảo này không dùng được nữa. Bản đã in phải hủy; có thể lập dự thảo khác.',
      en: 'This draft is of no more use. What was printed must be destroyed; another one can be drafted.',
    }}
    deed={{ vi: 'Rút dự thảo', en: 'Withdraw' }}
    danger
    draft={draft}
    pending={withdrawing.pending}
    problem={withdrawing.problem}
    onGive={onGive}
    onClose={onClose}
  />
)
