/** How a plan as a whole stands: submitted, of a unit that ended, carried away, given up, out of its period. */
import { Fragment } from 'preact'
import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { isOutside } from '../rules/lines.ts'
import { type PlanAnswer, pathOf } from './plan.ts'

/** Of a draft that waits to be approved: whoever changes it takes it back, and submits it anew. */
export const SubmittedAlready = ({ of: { submitted, state } }: { of: PlanAnswer }) =>
  state === 'drafted' && submitted ? (
    <Notice look="waits">
      {say(
        {
          vi: 'Bản thảo đã trình ngày {day}: ghi thay đổi này thì bản trình hết giá trị, phải trình lại.',
          en: 'The draft was submitted on {day}: with this change it waits no more, until it is submitted anew.',
        },
        { day: showDate(submitted) },
      )}
    </Notice>
  ) : null

const approvedThen = {
  vi: 'Kế hoạch đã phê duyệt vẫn của đơn vị ấy. Lớp chưa mở thì đơn vị kế thừa thực hiện: lập kế hoạch của mình và lấy lại các dòng cần làm.',
  en: 'What was approved stays that unit’s. What has not been held is for what came of it, by a plan of its own.',
}

/** Its unit stands no more. What was signed before may still be recorded; what comes is the successor’s to plan and to do. */
export function UnitEnded({ of: { ended, carriedInto, state } }: { of: PlanAnswer }) {
  const to = useTo()
  if (!ended || carriedInto) return null
  const said = { name: ended.name, day: showDate(ended.from) }
  return (
    <Notice look="waits">
      <div>
        <p>
          {say({ vi: '{name} đã hết từ ngày {day}', en: '{name} stands no more from {day} on' }, said)}
          {ended.after.length > 0 && say({ vi: ', nay là ', en: '; now it is ' })}
          {ended.after.map(({ areaId, name }, at) => (
            <Fragment key={areaId}>
              {at > 0 && ', '}
              <a href={to(`/don-vi/${areaId}`)}>{name}</a>
            </Fragment>
          ))}
          .
        </p>
        <p>
          {say(
            state === 'approved'
              ? approvedThen
              : {
                  vi: 'Quyết định ký trước ngày {day} thì vẫn ghi phê duyệt được. Không có quyết định ấy thì chuyển dòng và tên sang kế hoạch của đơn vị kế thừa.',
                  en: 'A decision signed before {day} can still be recorded. Without one carry lines and names over to a plan of what came of the unit.',
                },
            said,
          )}
        </p>
      </div>
    </Notice>
  )
}

/** Of a draft whose lines went into another plan: it stays for what units said of it. */
export function CarriedAway({ of: { carriedInto } }: { of: PlanAnswer }) {
  const to = useTo()
  if (!carriedInto) return null
  const { trainingPlanId, name } = carriedInto
  return (
    <Notice look="waits">
      <p>
        {say({ vi: 'Các dòng của bản thảo này đã chuyển sang ', en: 'The lines of this draft went into ' })}
        {name ? (
          <a href={to(pathOf(trainingPlanId))}>{name}</a>
        ) : (
          say({ vi: 'kế hoạch của đơn vị khác', en: 'a plan of another unit' })
        )}
        {say({ vi: '; ở đây chỉ còn ý kiến góp ý.', en: '; what units said of it is all that stays here.' })}
      </p>
    </Notice>
  )
}

/** Of a draft that was dropped after units had commented on it: it stays for what they said. */
export function GivenUp({ of: { givenUp } }: { of: PlanAnswer }) {
  if (!givenUp) return null
  return (
    <Notice look="waits">
      {say(
        {
          vi: 'Đã bỏ ngày {day}. Lý do: {because}. Ở đây chỉ còn ý kiến góp ý.',
          en: 'Given up on {day}. Reason: {because}. What units said of it is all that stays here.',
        },
        { day: showDate(givenUp.on), because: givenUp.because.replace(/[.\s]+$/, '') },
      )}
    </Notice>
  )
}

/** Of an amendment that leaves no line: it calls the whole plan off. */
export const CallsOff = ({ of: { amends, lines, state, givenUp } }: { of: PlanAnswer }) =>
  amends &&
  !givenUp &&
  lines === 0 &&
  state === 'drafted' && (
    <Notice look="waits">
      {say({
        vi: 'Bản điều chỉnh không còn dòng nào: phê duyệt bản này là thôi thực hiện cả kế hoạch, kể cả tên người học.',
        en: 'The amendment has no line left: approved, it calls the whole plan off, with the names in it.',
      })}
    </Notice>
  )

/** Of a draft: its programme has not begun or is over in the year of the plan. */
export function OutOfPeriod({ of: { state, year, period, programme } }: { of: PlanAnswer }) {
  if (state !== 'drafted' || !isOutside(year, period)) return null
  const { from, until } = period
  return (
    <Notice look="waits">
      {say(
        {
          vi: 'Kế hoạch là của năm {year}, chương trình “{name}” là của giai đoạn {period}. Xem lại chương trình ở “Sửa kế hoạch”.',
          en: 'The plan is of {year}, the programme “{name}” of {period}. Look at the programme again under “Change the plan”.',
        },
        { year, name: programme.name, period: `${from ?? '...'}-${until ?? '...'}` },
      )}
    </Notice>
  )
}
