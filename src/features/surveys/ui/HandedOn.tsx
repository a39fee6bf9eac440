import { showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { ReviewCaseId } from '#kernel/ids.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import type * as contract from '../contract.ts'
import { fieldPage } from './onDevice.ts'

type Handed = OutputOf<typeof contract.mySurveys>['handedOn']

const whereNow = ({ headName, villageName, since, takenBy }: Handed[number]): string =>
  say(
    takenBy
      ? {
          vi: '{head}: đến {village} từ {day}, giao cho {by}.',
          en: '{head}: in {village} from {day}, given to {by}.',
        }
      : { vi: '{head}: đến {village} từ {day}.', en: '{head}: in {village} from {day}.' },
    { head: headName, village: villageName, day: showDate(since), by: takenBy ?? '' },
  )

/** Households that moved, so that they are no longer mine to survey: who has them now. */
export function HandedOn({ of, begun }: { of: Handed; begun: ReadonlySet<ReviewCaseId> }) {
  if (of.length === 0) return null
  return (
    <Notice look="plain">
      <p>
        {say({
          vi: 'Không còn trong danh sách của bạn vì hộ đã chuyển đi:',
          en: 'No longer on your list, since they moved:',
        })}
      </p>
      <ul class="bullets close">
        {of.map((one) => (
          <li key={one.caseId}>
            {whereNow(one)}{' '}
            {begun.has(one.caseId) && (
              <a href={fieldPage(one)}>
                {say({ vi: 'Làm tiếp phiếu dở, gửi vẫn được', en: 'Go on with the form you began' })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
