import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { Stat } from '#platform/web/kit/Stat.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { casesPath } from '../addresses.ts'
import type { RoundAnswer } from '../answers.ts'

function listNote({ listed, ended }: RoundAnswer['round']['counts']): string {
  const open = say({ vi: '{n} hộ chưa giao', en: '{n} not assigned' }, { n: showNumber(listed) })
  return ended === 0
    ? open
    : `${open}, ${say({ vi: '{n} hộ đã ra khỏi kỳ', en: '{n} left the round' }, { n: showNumber(ended) })}`
}

/** Three figures at most, each of them the way to the households it counts. */
export function RoundWays({ of }: { of: RoundAnswer }) {
  const to = useTo()
  const { roundId, counts, windowUntil } = of.round
  const cases = (state?: string) => to(casesPath(roundId), { 'tinh-trang': state })
  return (
    <div class="stats">
      <Stat
        label={{ vi: 'Hộ trong danh sách', en: 'Households on the list' }}
        value={counts.total}
        href={cases()}
        note={listNote(counts)}
      />
      <Stat
        label={{ vi: 'Phiếu chờ kiểm tra', en: 'Surveys to check' }}
        value={counts.submitted}
        href={cases('submitted')}
        note={say({ vi: '{n} phiếu đã trả lại', en: '{n} returned' }, { n: counts.returned })}
      />
      <Stat
        label={{ vi: 'Phiếu đã chấp nhận', en: 'Surveys accepted' }}
        value={counts.accepted}
        href={cases('accepted')}
        note={say({ vi: 'Hạn {day}', en: 'Until {day}' }, { day: showDate(windowUntil) })}
      />
    </div>
  )
}
