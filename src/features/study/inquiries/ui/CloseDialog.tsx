import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { WholeInquiry } from '../model.ts'
import { refuseInquiry, withdrawInquiry } from './calls.ts'

const deeds = {
  refuse: { vi: 'Không trả lời', en: 'Do not answer' },
  withdraw: { vi: 'Rút câu hỏi', en: 'Withdraw' },
} as const

type Props = { readonly of: WholeInquiry; readonly deed: keyof typeof deeds; readonly onClose: () => void }

/** It ends without an answer, with the reason: by who would answer, or by who asked. */
export function CloseDialog({ of, deed, onClose }: Props) {
  const { inquiryId, ask } = of
  const draft = useDraft('inquiries.close', `${inquiryId}/${deed}`)
  const seen = useSeen(draft, 'seen', of.revision)
  const refusing = useChange(refuseInquiry, { draft })
  const withdrawing = useChange(withdrawInquiry, { draft })
  const closing = deed === 'refuse' ? refusing : withdrawing
  return (
    <ReasonDialog
      title={deeds[deed]}
      what={{ vi: ask, en: ask }}
      deed={deeds[deed]}
      draft={draft}
      pending={closing.pending}
      problem={closing.problem}
      onGive={async (because) => {
        if (await closing.run({ inquiryId, seen, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
