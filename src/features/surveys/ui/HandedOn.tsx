import { showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type * as contract from '../contract.ts'
import { mySurveys } from './calls.ts'

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

/** Why a form that was filled was refused, where its household moved meanwhile. `page`: where the form is opened. */
export function MovedAway({ page }: { page: string }) {
  const { data } = useRead(mySurveys, {})
  const moved = data?.handedOn.find(({ caseId }) => page.includes(caseId))
  if (!moved) return null
  return (
    <Notice look="waits">
      {say({ vi: 'Hộ đã chuyển trong lúc bạn khảo sát.', en: 'The household moved while it was surveyed.' })}{' '}
      {whereNow(moved)}{' '}
      {say({
        vi: 'Phiếu vẫn còn trên máy này; đừng bỏ khỏi danh sách, hãy báo người đang rà soát hộ hoặc công chức xã.',
        en: 'The form is still on this phone: do not take it off the list; tell who has the household now, or the commune official.',
      })}
    </Notice>
  )
}

/** Households that moved, so that they are no longer mine to survey: who has them now. */
export function HandedOn({ of }: { of: Handed }) {
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
          <li key={one.caseId}>{whereNow(one)}</li>
        ))}
      </ul>
    </Notice>
  )
}
