import type { RoundPart } from '#features/rounds/ui/panel.ts'
import { useTo } from '#platform/web/address.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { listNotices } from './calls.ts'
import { roundNoticesPath } from './paths.ts'

/** On the page of a round: how much the villages have told; nothing where they told nothing. */
export const RoundNotices: RoundPart = ({ of: { round } }) => {
  const read = useRead(listNotices, { roundId: round.roundId })
  const to = useTo()
  if (!read.data || read.data.rows.length === 0) return null
  const { open, unsurveyed } = read.data
  return (
    <Notice look={open > 0 ? 'waits' : 'plain'}>
      {open > 0
        ? say(
            {
              vi: '{open} tin báo từ thôn chờ xử lý; {n} hộ chưa khảo sát có tin báo.',
              en: '{open} {open:notice|notices} from villages waiting; {n} {n:household|households} told of and not surveyed.',
            },
            { open: showNumber(open), n: showNumber(unsurveyed) },
          )
        : say({ vi: 'Tin báo từ thôn đã được trả lời.', en: 'The notices from villages are answered.' })}{' '}
      <a href={to(roundNoticesPath(round.roundId), open > 0 ? { 'tinh-trang': 'open' } : {})}>
        {say({ vi: 'Xem từng tin', en: 'See each' })}
      </a>
    </Notice>
  )
}
