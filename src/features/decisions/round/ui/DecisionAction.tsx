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
import type { WebProblem } from '#platform/web/problem.ts'
import { useRead } from '#platform/web/reads.ts'
import { decisionPath } from '../../ui/addresses.ts'
import { draftDecision } from '../../ui/calls.ts'
import { absentIn, LeavingDialog, useLeavingDraft } from '../../ui/LeavingDialog.tsx'
import type { RoundDecision } from './answers.ts'
import { roundDecision } from './calls.ts'

/** On the page of a round: the way to its decision, or the button that drafts it when it is time. */
export function DecisionAction({ of: { round, own } }: { of: RoundAnswer }) {
  const asks = own && ['deciding', 'certificates', 'completed'].includes(round.state)
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
  const kept = useLeavingDraft(roundId)
  const drafting = useChange(draftDecision, { draft: kept })
  const [isAsked, setAsked] = useState(false)
  const [seen, setSeen] = useState<WebProblem | null>(null)
  // Who came back after the page was read is told by the refusal.
  const refused = drafting.problem === seen ? null : absentIn(drafting.problem)
  const { route } = useLocation()
  const to = useTo()
  const whyNot = whyBlocked(of.blocked) ?? (of.can.includes('draft') ? null : notMine)
  const draft = async (leaving?: string) => {
    const done = await drafting.run({ roundId, decisionId, ...(leaving && { leaving }) })
    if (done) route(to(decisionPath(done.decisionId)))
  }
  return (
    <>
      <Button
        look="primary"
        pending={drafting.pending}
        whyNot={whyNot}
        onClick={() => (of.absent.length > 0 ? setAsked(true) : void draft())}
      >
        {say({ vi: 'Lập dự thảo quyết định', en: 'Draft the decision' })}
      </Button>
      {!isAsked && !refused && <ProblemNote of={drafting.problem} />}
      {(isAsked || refused) && (
        <LeavingDialog
          absent={refused ?? of.absent}
          roundId={roundId}
          draft={kept}
          drafting={drafting}
          onGive={(leaving) => void draft(leaving)}
          onClose={() => {
            setAsked(false)
            setSeen(drafting.problem)
          }}
        />
      )}
    </>
  )
}
