import type { RoundAnswer } from '#features/rounds/ui/answers.ts'
import { BlockList } from '#features/rounds/ui/BlockList.tsx'
import type { RoundId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { roundDecision, takeGivenOut } from './calls.ts'

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
export function DecisionNotice({ of: { round } }: { of: RoundAnswer }) {
  const settled = ['certificates', 'completed', 'cancelled'].includes(round.state)
  const { data } = useRead(roundDecision, settled ? null : { roundId: round.roundId })
  if (!data || data.decision) return null
  const deciding = round.state === 'deciding'
  if (deciding && data.blocked.length === 0 && data.absent.length > 0)
    return <BlockList of={data.absent} roundId={round.roundId} intro={asked} />
  if (deciding && data.blocked.length === 0)
    return <p>{say({ vi: 'Đủ điều kiện lập quyết định.', en: 'The decision can be made.' })}</p>
  return (
    <>
      <BlockList of={data.blocked} roundId={round.roundId} intro={deciding ? notYet : notSo} />
      {data.can.includes('take_given_out') && <TakeGivenOut roundId={round.roundId} />}
    </>
  )
}

/** The way out where another decision gives households of the round their class from its very day. */
function TakeGivenOut({ roundId }: { roundId: RoundId }) {
  const taking = useChange(takeGivenOut)
  return (
    <>
      <div class="form-actions">
        <Button look="secondary" pending={taking.pending} onClick={() => void taking.run({ roundId })}>
          {say({ vi: 'Đưa các hộ đã có diện ra khỏi kỳ', en: 'Take those who have a class out of the round' })}
        </Button>
      </div>
      <ProblemNote of={taking.problem} />
    </>
  )
}
