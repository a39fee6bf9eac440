import type { RoundAnswer } from '#features/rounds/ui/answers.ts'
import { BlockList } from '#features/rounds/ui/BlockList.tsx'
import type { RoundId } from '#kernel/ids.ts'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { RoundDecision } from './answers.ts'
import { roundDecision } from './calls.ts'
import { TakeGivenOut } from './TakeGivenOut.tsx'

const notYet = { vi: 'Chưa lập được quyết định vì:', en: 'The decision cannot be drafted because:' }
const notSo = {
  vi: 'Với kết quả hiện nay, kỳ này chưa ra quyết định được:',
  en: 'As the verdicts stand now this round could not be decided:',
}

const asked = {
  vi: 'Lập được quyết định, nhưng còn hộ không có trong danh sách:',
  en: 'The decision can be made, but some households are on no list:',
}

/** What stands in the way of a decision, from the first survey on; at its step also that nothing does. */
export function DecisionNotice({ of: { round, own } }: { of: RoundAnswer }) {
  const settled = ['certificates', 'completed', 'cancelled'].includes(round.state)
  const { data } = useRead(roundDecision, settled || !own ? null : { roundId: round.roundId })
  if (!data || data.decision) return null
  return (
    <>
      <Against of={data} deciding={round.state === 'deciding'} roundId={round.roundId} />
      <TakeGivenOut roundId={round.roundId} of={data} />
    </>
  )
}

function Against({ of, deciding, roundId }: { of: RoundDecision; deciding: boolean; roundId: RoundId }) {
  if (deciding && of.blocked.length === 0 && of.absent.length > 0)
    return <BlockList of={of.absent} roundId={roundId} intro={asked} />
  if (deciding && of.blocked.length === 0)
    return <p>{say({ vi: 'Đủ điều kiện lập quyết định.', en: 'The decision can be made.' })}</p>
  return <BlockList of={of.blocked} roundId={roundId} intro={deciding ? notYet : notSo} />
}
