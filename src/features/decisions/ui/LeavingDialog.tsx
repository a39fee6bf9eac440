/** Households that had left the round and are back, on no list: taken in at checking, or left out with a reason. */
import type { Block } from '#features/rounds/model.ts'
import { BlockList } from '#features/rounds/ui/BlockList.tsx'
import type { DecisionId, RoundId } from '#kernel/ids.ts'
import { useDraft } from '#platform/web/draft.ts'
import type { Draft } from '#platform/web/drafting.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { WebProblem } from '#platform/web/problem.ts'

/** Of a round without a decision, or of the decision that is drafted again. */
export const useLeavingDraft = (of: RoundId | DecisionId): Draft => useDraft('decisions.leaving', of)

/** Who would be left out, as the refusal tells it with this schema; null of any other answer. */
export const absentIn = (problem: WebProblem | null): readonly Block[] | null =>
  problem?.code === 'decisions.leaves_out' ? (problem.facts.absent as readonly Block[]) : null

type Props = {
  readonly absent: readonly Block[]
  readonly roundId: RoundId
  readonly draft: Draft
  readonly drafting: { readonly pending: boolean; readonly problem: WebProblem | null }
  readonly onGive: (leaving: string) => void
  readonly onClose: () => void
}

export const LeavingDialog = ({ absent, roundId, draft, drafting, onGive, onClose }: Props) => (
  <ReasonDialog
    title={{ vi: 'Lập quyết định không có các hộ này?', en: 'Decide without these households?' }}
    what={{
      vi: 'Các hộ này sẽ không được xếp diện theo quyết định này.',
      en: 'This decision will give these households no class.',
    }}
    told={<BlockList of={absent} roundId={roundId} intro={{ vi: 'Không có trong danh sách:', en: 'On no list:' }} />}
    deed={{ vi: 'Lập dự thảo', en: 'Draft' }}
    draft={draft}
    pending={drafting.pending}
    problem={absentIn(drafting.problem) ? null : drafting.problem}
    onGive={onGive}
    onClose={onClose}
  />
)
