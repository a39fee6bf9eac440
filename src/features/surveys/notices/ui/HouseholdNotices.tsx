import type { PanelProps } from '#features/households/ui/panel.ts'
import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { detailText } from '../rules/told.ts'
import { noticeKinds, noticeStates, outcomes } from '../words.ts'
import { noticesOfHousehold } from './calls.ts'
import { stateLooks } from './looks.ts'
import { noticePath } from './paths.ts'

/** What was told of a household in the rounds that asked it. */
export function HouseholdNotices({ householdId }: PanelProps) {
  const read = useRead(noticesOfHousehold, { householdId })
  const to = useTo()
  return (
    <Reading of={read} rows={3}>
      {({ notices }) =>
        notices.length === 0 ? (
          <Empty
            title={{ vi: 'Chưa có tin báo nào về hộ này.', en: 'No notice about this household.' }}
            why={{
              vi: 'Rà soát viên báo khi không khảo sát được hộ.',
              en: 'Enumerators tell when they cannot survey it.',
            }}
          />
        ) : (
          <ul class="plain-list">
            {notices.map((one) => {
              const last = one.answers.at(-1)
              return (
                <li key={one.surveyNoticeId}>
                  <a href={to(noticePath(one))}>{say(noticeKinds[one.kind])}</a>{' '}
                  <Badge look={stateLooks[one.state]}>{noticeStates[one.state]}</Badge>{' '}
                  <span class="quiet">
                    {[
                      one.roundName,
                      showDate(one.madeOn),
                      say(detailText(one.kind, one.details)),
                      last && say(outcomes[last.outcome]),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              )
            })}
          </ul>
        )
      }
    </Reading>
  )
}
