import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { DecisionId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { draftDecision } from '../calls.ts'
import { decisionPath } from '#features/rounds/ui/addresses.ts'
import type { RoundAnswer } from '#features/rounds/ui/answers.ts'
import { notMine, whyBlocked } from '#features/rounds/ui/sayings.ts'

/** Drafts the decision out of the accepted surveys. A round that used an illustrative table says here why it cannot. */
export function DraftDecisionButton({ of }: { of: RoundAnswer }) {
  const [decisionId] = useState(() => newId<'decision'>() as DecisionId)
  const drafting = useChange(draftDecision)
  const { route } = useLocation()
  const to = useTo()
  const whyNot = whyBlocked(of.blocked) ?? (of.can.includes('draft') ? null : notMine)
  const draft = async () => {
    const done = await drafting.run({ roundId: of.round.roundId, decisionId })
    if (done) route(to(decisionPath(done.decisionId)))
  }
  return (
    <>
      <Button look="primary" pending={drafting.pending} whyNot={whyNot} onClick={() => void draft()}>
        {say({ vi: 'Lập dự thảo quyết định', en: 'Draft the decision' })}
      </Button>
      <ProblemNote of={drafting.problem} />
    </>
  )
}
