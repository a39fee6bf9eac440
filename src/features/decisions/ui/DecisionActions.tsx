import { useState } from 'preact/hooks'
import { roundPath } from '#features/rounds/ui/addresses.ts'
import { notMine } from '#features/rounds/ui/sayings.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { say } from '#platform/web/language.ts'
import type { DecisionAnswer } from './answers.ts'
import { printDecision, withdrawDecision } from './calls.ts'
import { EnforceDialog } from './EnforceDialog.tsx'

/** What comes next for the decision: fix the print, enter the signed one; and taking a draft back. */
export function DecisionActions({ of }: { of: DecisionAnswer }) {
  const [open, setOpen] = useState<'enforce' | 'withdraw' | null>(null)
  const to = useTo()
  const close = () => setOpen(null)
  if (of.state === 'in_force' || of.state === 'withdrawn') {
    return (
      <LinkButton look="primary" href={to(roundPath(of.roundId))}>
        {say({ vi: 'Về kỳ rà soát', en: 'Back to the round' })}
      </LinkButton>
    )
  }
  return (
    <>
      {of.can.includes('withdraw') && (
        <Button look="quiet" onClick={() => setOpen('withdraw')}>
          {say({ vi: 'Rút dự thảo', en: 'Withdraw' })}
        </Button>
      )}
      {of.state === 'drafted' && <PrintButton of={of} />}
      <Button
        look={of.state === 'printed' ? 'primary' : 'secondary'}
        whyNot={whyNotEnforce(of)}
        onClick={() => setOpen('enforce')}
      >
        {say({ vi: 'Nhập quyết định đã ký', en: 'Enter the signed decision' })}
      </Button>
      {open === 'enforce' && <EnforceDialog of={of} onClose={close} />}
      {open === 'withdraw' && <Withdraw of={of} onClose={close} />}
    </>
  )
}

function whyNotEnforce(of: DecisionAnswer) {
  if (of.state === 'drafted')
    return { vi: 'Chốt bản in trước, rồi trình ký.', en: 'Fix the print first, then have it signed.' }
  return of.can.includes('enforce') ? null : notMine
}

function PrintButton({ of }: { of: DecisionAnswer }) {
  const printing = useChange(printDecision)
  const whyNot = of.can.includes('print') ? null : notMine
  const fix = () => void printing.run({ decisionId: of.decisionId, contentHash: of.contentHash })
  return (
    <>
      <Button look="primary" pending={printing.pending} whyNot={whyNot} onClick={fix}>
        {say({ vi: 'Chốt bản in trình ký', en: 'Fix the print to be signed' })}
      </Button>
      <ProblemNote of={printing.problem} />
    </>
  )
}

function Withdraw({ of, onClose }: { of: DecisionAnswer; onClose: () => void }) {
  const withdrawing = useChange(withdrawDecision)
  const give = async (because: string) => {
    if (await withdrawing.run({ decisionId: of.decisionId, because })) onClose()
  }
  return (
    <ReasonDialog
      title={{ vi: 'Rút dự thảo quyết định?', en: 'Withdraw the draft?' }}
      what={{
        vi: 'Dự thảo này không dùng được nữa. Bản đã in phải hủy; có thể lập dự thảo khác.',
        en: 'This draft is of no more use. What was printed must be destroyed; another one can be drafted.',
      }}
      deed={{ vi: 'Rút dự thảo', en: 'Withdraw' }}
      danger
      pending={withdrawing.pending}
      problem={withdrawing.problem}
      onGive={(because) => void give(because)}
      onClose={onClose}
    />
  )
}
