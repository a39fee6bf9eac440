import { newRoundPath } from '#features/rounds/ui/addresses.ts'
import type { RoundAnswer } from '#features/rounds/ui/answers.ts'
import { BlockList } from '#features/rounds/ui/BlockList.tsx'
import type { RoundId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
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

const back = {
  vi: 'Quyết định đã có hiệu lực, nhưng còn hộ chưa được phân loại:',
  en: 'The decision is in force, but some households were left without a class:',
}

/**
 * What stands in the way of a decision, from the first survey on; at its step also that nothing does. Of one in force, who
 * was left without a class by it and stands here again.
 */
export function DecisionNotice({ of: { round, own } }: { of: RoundAnswer }) {
  const { data } = useRead(roundDecision, round.state === 'cancelled' || !own ? null : { roundId: round.roundId })
  if (!data) return null
  if (data.decision) return <Unclassed of={data.unclassed} round={round} />
  return (
    <>
      <Against of={data} deciding={round.state === 'deciding'} roundId={round.roundId} />
      <TakeGivenOut roundId={round.roundId} of={data} />
    </>
  )
}

function Unclassed({ of, round }: { of: RoundDecision['unclassed']; round: RoundAnswer['round'] }) {
  const to = useTo()
  if (of.length === 0) return null
  return (
    <>
      <BlockList of={of} roundId={round.roundId} intro={back} />
      {holds('round.manage') && (
        <div class="form-actions">
          <LinkButton href={to(newRoundPath('ad_hoc'), { noi: round.areaId })}>
            {say({ vi: 'Mở kỳ rà soát thường xuyên', en: 'Open an ad hoc round' })}
          </LinkButton>
        </div>
      )}
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
