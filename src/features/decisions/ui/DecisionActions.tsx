import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { roundPath } from '#features/rounds/ui/addresses.ts'
import { BlockedNote } from '#features/rounds/ui/BlockedNote.tsx'
import { notMine } from '#features/rounds/ui/sayings.ts'
import type { DecisionId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import type { WebProblem } from '#platform/web/problem.ts'
import { decisionPath } from './addresses.ts'
import type { DecisionAnswer } from './answers.ts'
import { printDecision, redraftDecision, withdrawDecision } from './calls.ts'
import { whyNotPrint } from './DraftNotice.tsx'
import { EnforceDialog } from './EnforceDialog.tsx'
import { absentIn, LeavingDialog, useLeavingDraft } from './LeavingDialog.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** What comes next for the decision: fix the print, enter the signed one; and taking a draft back. */
export function DecisionActions({ of }: { of: DecisionAnswer }) {
  const [open, setOpen] = useState<'enforce' | 'withdraw' | null>(null)
  const to = useTo()
  const close = () => setOpen(null)
  if (of.nextId) {
    return (
      <LinkButton look="primary" href={to(decisionPath(of.nextId))}>
        {say({ vi: 'Mở quyết định thay bản này', en: 'Open the decision in its place' })}
      </LinkButton>
    )
  }
  if (of.state === 'in_force' || of.state === 'withdrawn') {
    return !of.roundRead ? null : (
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
      {of.can.includes('redraft') && <RedraftButton of={of} />}
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
  const whyNot = of.can.includes('print') ? whyNotPrint(of) : notMine
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

/** Takes the register and the surveys as they are now. */
function RedraftButton({ of }: { of: DecisionAnswer }) {
  const [nextId] = useState(() => newId<'decision'>() as DecisionId)
  const kept = useLeavingDraft(of.decisionId)
  const drafting = useChange(redraftDecision, { draft: kept })
  const [seen, setSeen] = useState<WebProblem | null>(null)
  const absent = drafting.problem === seen ? null : absentIn(drafting.problem)
  const { route } = useLocation()
  const to = useTo()
  const again = async (leaving?: string) => {
    const done = await drafting.run({ decisionId: of.decisionId, nextId, ...(leaving && { leaving }) })
    if (done) route(to(decisionPath(done.decisionId)))
  }
  const changed = (of.draft?.changed.length ?? 0) > 0 || of.draft?.fault
  return (
    <>
      <Button look={changed ? 'primary' : 'quiet'} pending={drafting.pending} onClick={() => void again()}>
        {say({ vi: 'Lập lại dự thảo', en: 'Draft again' })}
      </Button>
      {absent ? (
        <LeavingDialog
          absent={absent}
          roundId={of.roundId}
          draft={kept}
          drafting={drafting}
          onGive={(leaving) => void again(leaving)}
          onClose={() => setSeen(drafting.problem)}
        />
      ) : (
        <BlockedNote of={drafting.problem} roundId={of.roundId} />
      )}
    </>
  )
}

function Withdraw({ of, onClose }: { of: DecisionAnswer; onClose: () => void }) {
  const draft = useDraft('decisions.withdraw', of.decisionId)
  const withdrawing = useChange(withdrawDecision, { draft })
  const give = async (because: string) => {
    if (await withdrawing.run({ decisionId: of.decisionId, because })) onClose()
  }
  return (
    <WithdrawDialog
      title={{ vi: 'Rút dự thảo quyết định?', en: 'Withdraw the draft?' }}
      draft={draft}
      withdrawing={withdrawing}
      onGive={(because) => void give(because)}
      onClose={onClose}
    />
  )
}
