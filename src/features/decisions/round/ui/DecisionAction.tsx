import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { RoundAnswer } from '#features/rounds/ui/answers.ts'
import { notMine, whyBlocked } from '#features/rounds/ui/sayings.ts'
import type { DecisionId, RoundId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { decisionPath } from '../../ui/addresses.ts'
import { draftDecision } from '../../ui/calls.ts'
import type { RoundDecision } from './answers.ts'
import { roundDecision } from './calls.ts'

/** On the page of a round: the way to its decision, or the button that drafts it when it is time. */
export function DecisionAction({ of: { round } }: { of: RoundAnswer }) {
  const asks = ['deciding', 'certificates', 'completed'].includes(round.state)
  const { data } = useRead(roundDecision, asks ? { roundId: round.roundId } : null)
  const to = useTo()
  if (!data) return null
  if (data.decision)
    return (
      <LinkButton look="primary" href={to(decisionPath(data.decision.decisionId))}>
        {say({ vi: 'Mở quyết định', en: 'Open the decision' })}
      </LinkButton>
    )
  return round.state === 'deciding' ? <DraftButton roundId={round.roundId} of={data} /> : null
}

/** Drafts the decision out of the accepted surveys. A round that used an illustrative table says here why it cannot. */
function DraftButton({ roundId, of }: { roundId: RoundId; of: RoundDecision }) {
  const [decisionId] = useState(() => newId<'decision'>() as DecisionId)
  const drafting = useChange(draftDecision)
  const { route } = useLocation()
  const to = useTo()
  const whyNot = whyBlocked(of.blocked) ?? (of.can.includes('draft') ? null : notMine)
  const draft = async () => {
    const done = await drafting.run({ roundId, decisionId })
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
