/** The one thing to do next in a round, by where it stands and by what the server says I may. Deciding is not ours. */
import { useState } from 'preact/hooks'
import type { Said } from '#kernel/text.ts'
import { useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { say } from '#platform/web/language.ts'
import { roundStateWords, type StepName } from '../../model.ts'
import { assignPath, casesPath } from '../addresses.ts'
import type { RoundAnswer } from '../answers.ts'
import { notMine } from '../sayings.ts'
import { DrawListButton } from './DrawListButton.tsx'
import { FinishStepButton } from './FinishStepButton.tsx'
import { SkipStepDialog } from './SkipStepDialog.tsx'

export function RoundAction({ of }: { of: RoundAnswer }) {
  const { round, can } = of
  const to = useTo()
  if (!of.own) return null
  switch (round.state) {
    case 'deciding':
    case 'completed':
    case 'cancelled':
      return null
    case 'listing':
      return <ListAction of={of} />
    case 'assigning':
      return round.counts.listed > 0 && can.includes('assign') ? (
        <Way href={to(assignPath(round.roundId))} label={{ vi: 'Giao rà soát viên', en: 'Assign enumerators' }} />
      ) : (
        <FinishStepButton of={of} />
      )
    case 'surveying':
    case 'checking': {
      const waiting = round.counts.submitted > 0 && can.includes('check')
      return (
        <>
          {waiting && (
            <Way
              href={to(casesPath(round.roundId), { 'tinh-trang': 'submitted' })}
              label={{ vi: 'Kiểm tra phiếu', en: 'Check surveys' }}
            />
          )}
          <FinishStepButton of={of} look={waiting ? 'secondary' : 'primary'} />
        </>
      )
    }
    case 'certificates':
      return <FinishStepButton of={of} look="secondary" />
    default:
      return <SkipButton of={of} step={round.state} />
  }
}

/** An annual list is drawn from the present poor; an ad hoc one is of the households that ask. */
function ListAction({ of }: { of: RoundAnswer }) {
  const { kind, counts, roundId } = of.round
  const to = useTo()
  if (counts.total > 0) return <FinishStepButton of={of} />
  return kind === 'annual' ? (
    <DrawListButton of={of} look="primary" />
  ) : (
    <Way href={to(casesPath(roundId))} label={{ vi: 'Thêm hộ có giấy đề nghị', en: 'Add households by request' }} />
  )
}

const Way = ({ href, label }: { href: string; label: Said }) => (
  <LinkButton look="primary" href={href}>
    {say(label)}
  </LinkButton>
)

function SkipButton({ of, step }: { of: RoundAnswer; step: StepName }) {
  const [open, setOpen] = useState(false)
  const facts = { step: say(roundStateWords[step]).toLowerCase() }
  return (
    <>
      <Button look="primary" whyNot={of.can.includes('skip') ? null : notMine} onClick={() => setOpen(true)}>
        {say({ vi: 'Ghi {step} đã làm trên giấy', en: 'Record {step} done on paper' }, facts)}
      </Button>
      {open && <SkipStepDialog of={of} step={step} onClose={() => setOpen(false)} />}
    </>
  )
}
