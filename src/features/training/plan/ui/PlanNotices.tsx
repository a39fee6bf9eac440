/** What should be known of a plan before it is decided: weeks without classes, lines without money, norms that say otherwise now. */
import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { today } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { goneSaid } from '../columns.ts'
import { isOutside, lineSaid } from '../rules/lines.ts'
import { type Mark, marksOf } from '../rules/marks.ts'
import { moneyOf, repriced } from '../rules/money.ts'
import { weeksSaid } from '../rules/weeks.ts'
import { fewLines, Marked, markOf } from './Marked.tsx'
import { type PlanAnswer, pathOf } from './plan.ts'
import { RepriceDialog } from './RepriceDialog.tsx'

/** What a person may well decide, and should know. */
export function InClosedWeeks({ of }: { of: PlanAnswer }) {
  const kept = marksOf(of, today()).filter(({ key }) => key.startsWith('ban-'))
  if (kept.length === 0) return null
  return (
    <Notice look="waits">
      <div>
        <p>{say({ vi: 'Có lớp vào thời gian tỉnh không mở lớp:', en: 'In weeks without classes in the province:' })}</p>
        <ul>
          {kept.map((mark) => (
            <li key={mark.key}>
              <Marked of={of} mark={mark} />
              {`: ${say(mark.said)}${mark.lines.length > fewLines ? '' : weeksIn(of, mark)}`}
            </li>
          ))}
        </ul>
      </div>
    </Notice>
  )
}

/** Which weeks of these lines are kept free. */
function weeksIn({ closed }: PlanAnswer, { said }: Mark): string {
  const weeks = [...new Set(closed.filter(({ what }) => what.vi === said.vi).flatMap((one) => one.weeks))]
  return say({ vi: ', tuần {weeks}', en: ', weeks {weeks}' }, { weeks: weeksSaid(weeks) })
}

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

/** Of a draft: an approved plan is as it is. */
export function WithoutMoney({ of }: { of: PlanAnswer }) {
  const mark = markOf(of, 'chua-tien')
  if (!mark) return null
  return (
    <Notice look="waits">
      <p>
        {say({ vi: 'Chưa ghi kinh phí: ', en: 'Without money yet: ' })}
        <Marked of={of} mark={mark} />.
      </p>
    </Notice>
  )
}

/** Of a draft: a week that is over holds no class any more. */
export function InPastWeeks({ of }: { of: PlanAnswer }) {
  const mark = markOf(of, 'da-qua')
  if (!mark) return null
  return (
    <Notice look="waits">
      <p>
        {say({ vi: 'Có lớp vào tuần đã qua: ', en: 'In weeks that are over: ' })}
        <Marked of={of} mark={mark} />.
      </p>
    </Notice>
  )
}

/** Nobody sits in two classes at once. */
export function InTwoClasses({ of }: { of: PlanAnswer }) {
  const to = useTo()
  const named = (id: string) => {
    const line = of.lineList.find(({ planLineId }) => planLineId === id)
    return line ? say(lineSaid(line, of.lineList)) : ''
  }
  const mark = markOf(of, 'trung-tuan')
  if (!mark) return null
  if (of.clashes.length > fewLines)
    return (
      <Notice look="waits">
        <p>
          {say({ vi: 'Có người được ghi tên ở hai lớp cùng tuần: ', en: 'Named for two classes of one week: ' })}
          <Marked of={of} mark={mark} />.
        </p>
      </Notice>
    )
  return (
    <Notice look="waits">
      <div>
        <p>{say({ vi: 'Có người được ghi tên ở hai lớp cùng tuần:', en: 'Named for two classes of one week:' })}</p>
        <ul>
          {of.clashes.map(({ a, b, people }) => (
            <li key={`${a} ${b}`}>
              <a href={to(`${pathOf(of.trainingPlanId)}/nguoi-hoc`, { dong: a })}>
                {say(
                  { vi: '{a} và {b}: {n} người', en: '{a} and {b}: {n} {n:person|people}' },
                  { a: named(a), b: named(b), n: showNumber(people) },
                )}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Notice>
  )
}

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

/** More than these are counted. */
const mostNamed = 10

/** People named in a draft who are not to be called any more: somebody takes their names out. */
export function GoneNamed({ of }: { of: PlanAnswer }) {
  const to = useTo()
  if (of.gone.length === 0) return null
  return (
    <Notice look="waits">
      <div>
        <p>
          {say(
            {
              vi: 'Có {n} tên không còn đi học được; bỏ tên ở danh sách người có tên:',
              en: '{n} {n:name is|names are} not to be called any more; take them out in the list of names:',
            },
            { n: showNumber(of.gone.length) },
          )}
        </p>
        <ul>
          {of.gone.slice(0, mostNamed).map(({ planSeatId, planLineId, person, birthYear, ...gone }) => {
            const line = of.lineList.find((one) => one.planLineId === planLineId)
            const who = `${person ?? say({ vi: 'hồ sơ nay ở đơn vị khác', en: 'kept elsewhere now' })}${birthYear ? ` (${birthYear})` : ''}`
            return (
              <li key={planSeatId}>
                <a href={to(`${pathOf(of.trainingPlanId)}/nguoi-hoc`, { dong: planLineId })}>
                  {`${who}: ${say(goneSaid(gone))}${line ? `; ${say(lineSaid(line, of.lineList))}` : ''}`}
                </a>
              </li>
            )
          })}
          {of.gone.length > mostNamed && (
            <li>
              <a href={to(`${pathOf(of.trainingPlanId)}/nguoi-hoc`)}>
                {say({ vi: 'và {n} tên khác', en: 'and {n} more' }, { n: showNumber(of.gone.length - mostNamed) })}
              </a>
            </li>
          )}
        </ul>
      </div>
    </Notice>
  )
}

/** Where an item stands: the topics where they are few, else in how many lines. */
export function itemsOf(money: readonly { readonly code: string; readonly what: string }[], what: string): string {
  const codes = money.filter((one) => one.what === what).map(({ code }) => code)
  return codes.length > fewLines
    ? say({ vi: '{n} dòng', en: '{n} {n:line|lines}' }, { n: showNumber(codes.length) })
    : codes.join(', ')
}

/** Norms that hold no more on the day that the plan is computed by. */
export function NormsEnded({ of }: { of: PlanAnswer }) {
  const ended = moneyOf(of.lineList).filter(({ normNow }) => normNow === 0)
  const [first] = ended
  if (!first?.normOn) return null
  return (
    <Notice look="waits">
      <div>
        <p>
          {say(
            {
              vi: 'Khoản chi theo định mức mà ngày {day} không còn: giữ đơn giá đã ghi, hoặc sửa dòng để bỏ khoản ấy, chọn định mức khác, ghi ngoài định mức.',
              en: 'Money by norms that do not hold on {day}: it keeps its amount, or change the line to take it away, choose another norm, or none.',
            },
            { day: showDate(first.normOn) },
          )}
        </p>
        <ul>
          {[...new Set(ended.map(({ what }) => what))].map((what) => (
            <li key={what}>{`${what}: ${itemsOf(ended, what)}`}</li>
          ))}
        </ul>
      </div>
    </Notice>
  )
}

/** Norms that say another amount than when the money was written, in a draft that is looked at as of today. */
export function NormsChanged({ of }: { of: PlanAnswer }) {
  const [asking, setAsking] = useState(false)
  const changed = repriced(of.lineList).rows
  if (changed.length === 0) return null
  return (
    <Notice look="waits">
      <p>
        {say(
          {
            vi: '{n} khoản chi có định mức đã thay đổi từ khi ghi; xem cột Định mức.',
            en: '{n} {n:amount follows|amounts follow} norms that have changed since; see the column Norm.',
          },
          { n: showNumber(changed.length) },
        )}
      </p>
      {of.can.includes('draft') && (
        <Button onClick={() => setAsking(true)}>
          {say({ vi: 'Tính lại theo định mức hiện hành', en: 'Compute anew by the norms of now' })}
        </Button>
      )}
      {asking && <RepriceDialog of={of} onClose={() => setAsking(false)} />}
    </Notice>
  )
}
