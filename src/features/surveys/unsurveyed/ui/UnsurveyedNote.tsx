/** On the pages of a round and of its decision: how many could not be surveyed, and the list of them. */
import { casesPath, standingQuery } from '#features/rounds/ui/addresses.ts'
import type { RoundPart } from '#features/rounds/ui/panel.ts'
import type { RoundId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { unsurveyedRounds } from './calls.ts'

/** Nothing where there is nobody. `decided`: on the page of a decision, which names none of them. */
export function UnsurveyedNote({ roundId, decided = false }: { roundId: RoundId; decided?: boolean }) {
  const read = useRead(unsurveyedRounds, holds('round.read') ? { roundId } : null)
  const to = useTo()
  const [found] = read.data?.rounds ?? []
  if (!found) return null
  const { left, came } = found
  const list = (state: string) => to(casesPath(roundId), standingQuery({ state }))
  return (
    <Notice look={came > 0 && !decided ? 'waits' : 'plain'}>
      {say(decided ? notNamed : out, { n: showNumber(left) })}{' '}
      <a href={list('not_surveyed')}>{say({ vi: 'Xem danh sách', en: 'See the list' })}</a>
      {came > 0 && !decided && (
        <>
          {' '}
          {say(since, { n: showNumber(came) })}{' '}
          <a href={list('came_since')}>{say({ vi: 'Xem các hộ ấy', en: 'See them' })}</a>
        </>
      )}
    </Notice>
  )
}

export const RoundUnsurveyed: RoundPart = ({ of: { round } }) => <UnsurveyedNote roundId={round.roundId} />

const out = {
  vi: '{n} hộ ra khỏi kỳ vì không khảo sát được.',
  en: '{n} {n:household|households} left the round: they could not be surveyed.',
}
const notNamed = {
  vi: '{n} hộ của kỳ không khảo sát được, không có trong quyết định này; diện của hộ giữ như quyết định gần nhất.',
  en: '{n} {n:household|households} of the round could not be surveyed and are not in this decision; their class stays as the last one gave it.',
}
const since = {
  vi: '{n} hộ trong đó nay có phiếu gửi đến: đưa trở lại kỳ để kiểm tra phiếu.',
  en: 'Of {n} of them a survey has come since: take them back to check it.',
}
