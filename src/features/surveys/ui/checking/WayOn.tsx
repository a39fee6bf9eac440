/** Where a checker goes from a survey that is done: the next one, the households still out, the round's next step. */

import { askedIn } from '#features/rounds/rules/progress.ts'
import { casePath, casesPath, roundPath } from '#features/rounds/ui/addresses.ts'
import type { RoundAnswer } from '#features/rounds/ui/answers.ts'
import { showRound } from '#features/rounds/ui/calls.ts'
import { useTo } from '#platform/web/address.ts'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import type { CaseAnswer } from '../answers.ts'

const isChecked = ({ case: { state } }: CaseAnswer): boolean =>
  state === 'accepted' || state === 'returned' || state === 'ended'

export function WayOn({ of }: { of: CaseAnswer }) {
  const to = useTo()
  const { roundId } = of.case
  const checked = isChecked(of)
  const { data } = useRead(showRound, checked && !of.next ? { roundId } : null)
  if (!checked) return null
  if (of.next)
    return (
      <Way
        said={
          of.case.state === 'ended' ? leftTheRound : { vi: 'Phiếu này đã kiểm tra.', en: 'This survey is checked.' }
        }
        href={to(casePath({ roundId, ...of.next }), { 'tinh-trang': 'submitted' })}
        label={{ vi: 'Mở phiếu tiếp theo', en: 'Open the next survey' }}
      />
    )
  return data && <RoundWay of={data} />
}

const leftTheRound: Words = { vi: 'Hộ này không phải kiểm tra nữa.', en: 'Nothing is to be checked here.' }

const stepWords: Partial<Record<RoundAnswer['round']['state'], Words>> = {
  surveying: { vi: 'Về trang kỳ, kết thúc bước khảo sát', en: 'To the round: finish surveying' },
  checking: { vi: 'Về trang kỳ, kết thúc bước kiểm tra', en: 'To the round: finish checking' },
  village_meeting: { vi: 'Về trang kỳ, ghi các bước làm trên giấy', en: 'To the round: record the steps on paper' },
  posting: { vi: 'Về trang kỳ, ghi các bước làm trên giấy', en: 'To the round: record the steps on paper' },
  objections: { vi: 'Về trang kỳ, ghi các bước làm trên giấy', en: 'To the round: record the steps on paper' },
  deciding: { vi: 'Về trang kỳ, dự thảo quyết định', en: 'To the round: draft the decision' },
}

/** Nothing waits to be checked: what is still out, or that all is done. */
function RoundWay({ of: { round } }: { of: RoundAnswer }) {
  const to = useTo()
  const out = askedIn(round.counts) - round.counts.accepted
  if (out > 0)
    return (
      <Way
        said={say(
          {
            vi: 'Không còn phiếu chờ kiểm tra. Còn {n} hộ chưa có phiếu được chấp nhận.',
            en: 'No survey waits to be checked. {n} households have no accepted survey yet.',
          },
          { n: showNumber(out) },
        )}
        href={to(casesPath(round.roundId), {
          'tinh-trang': round.counts.returned > 0 ? 'returned' : round.counts.assigned > 0 ? 'assigned' : 'listed',
        })}
        label={{ vi: 'Xem các hộ ấy', en: 'See those households' }}
      />
    )
  return (
    <Way
      said={{ vi: 'Mọi phiếu của kỳ đã được chấp nhận.', en: 'All surveys of the round are accepted.' }}
      href={to(roundPath(round.roundId))}
      label={stepWords[round.state] ?? { vi: 'Về trang kỳ', en: 'To the round' }}
    />
  )
}

const Way = ({ said, href, label }: { said: Words; href: string; label: Words }) => (
  <div class="notice done" role="note">
    <span>{say(said)}</span>
    <LinkButton look="primary" href={href}>
      {say(label)}
    </LinkButton>
  </div>
)
