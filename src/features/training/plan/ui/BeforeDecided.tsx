/** What should be known of a plan by who submits it and by who approves it. */
import { showDate } from '#kernel/dates.ts'
import { today } from '#platform/web/day.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { showComments } from '../../comments/ui/calls.ts'
import { repriced } from '../rules/money.ts'
import { BeyondParent, LeavesBeyond, ParentCalledOff } from './HangingNotices.tsx'
import { ChangedAbove, GoneNamed, InClosedWeeks, InPastWeeks, InTwoClasses } from './LineNotices.tsx'
import { Marked, markOf } from './Marked.tsx'
import { itemsOf, NormsEnded } from './MoneyNotices.tsx'
import { CallsOff, OutOfPeriod, UnitEnded } from './PlanNotices.tsx'
import type { PlanAnswer } from './plan.ts'

/** What is submitted or signed without money, or with money for other people and classes, is said before it is. */
function NoMoney({ of }: { of: PlanAnswer }) {
  const [bare, behind] = [markOf(of, 'chua-tien'), markOf(of, 'tien-khac')]
  return (
    <>
      {bare && (
        <Notice look="waits">
          {of.sums.dong === 0 ? (
            say({
              vi: 'Kế hoạch này chưa ghi đồng kinh phí nào: phê duyệt là phê duyệt với 0 đồng, văn bản ghi “Kế hoạch chưa ghi kinh phí”.',
              en: 'The plan says no money at all: it would be approved with 0 VND, and its paper says so.',
            })
          ) : (
            <p>
              {say({ vi: 'Các dòng chưa ghi kinh phí: ', en: 'Without money: ' })}
              <Marked of={of} mark={bare} />
              {say({
                vi: '. Phê duyệt là phê duyệt các dòng ấy với 0 đồng.',
                en: '. These would be approved with 0 VND.',
              })}
            </p>
          )}
        </Notice>
      )}
      {behind && (
        <Notice look="waits">
          <p>
            {say({
              vi: 'Tiền chưa theo số người, số lớp của các dòng: ',
              en: 'Money is for other people or classes in these lines: ',
            })}
            <Marked of={of} mark={behind} />.
          </p>
        </Notice>
      )}
    </>
  )
}

/** Norms that say otherwise now: the plan keeps what is written. */
function OtherNorms({ of }: { of: PlanAnswer }) {
  const { rows } = repriced(of.lineList)
  if (rows.length === 0) return null
  return (
    <Notice look="waits">
      {say(
        {
          vi: 'Định mức đã thay đổi từ khi ghi, khoản chi giữ đơn giá cũ: {items}.',
          en: 'Norms have changed since, and the amounts are as before: {items}.',
        },
        {
          items: [...new Set(rows.map(({ what }) => what))]
            .map((what) => `${what} (${itemsOf(rows, what)})`)
            .join('; '),
        },
      )}
    </Notice>
  )
}

/** Comments that are still to come, or that nobody answered. */
function CommentsOpen({ of: { trainingPlanId } }: { of: PlanAnswer }) {
  const { data, problem, again } = useRead(showComments, { trainingPlanId })
  const due = data?.open ? data.sendings[0]?.due : undefined
  const silent = data?.silent ?? 0
  return (
    <>
      {due && due >= today() && (
        <Notice look="waits">
          {say({ vi: 'Hạn góp ý {day} chưa hết.', en: 'Comments are asked for until {day}.' }, { day: showDate(due) })}
        </Notice>
      )}
      {data && (data.unanswered > 0 || silent > 0) && (
        <Notice look="waits">
          {say(
            {
              vi: 'Còn {n} ý kiến góp ý chưa trả lời, {silent} đơn vị chưa góp ý.',
              en: '{n} {n:comment is|comments are} not answered, {silent} {silent:unit has|units have} not commented.',
            },
            { n: showNumber(data.unanswered), silent: showNumber(silent) },
          )}
        </Notice>
      )}
      <ProblemNote of={problem} again={again} />
    </>
  )
}

export const BeforeDecided = ({ of }: { of: PlanAnswer }) => (
  <>
    <CommentsOpen of={of} />
    <CallsOff of={of} />
    <UnitEnded of={of} />
    <ParentCalledOff of={of} />
    <BeyondParent of={of} />
    <LeavesBeyond of={of} />
    <OutOfPeriod of={of} />
    <NoMoney of={of} />
    <NormsEnded of={of} />
    <OtherNorms of={of} />
    <ChangedAbove of={of} />
    <InClosedWeeks of={of} />
    <InTwoClasses of={of} />
    <GoneNamed of={of} />
    <InPastWeeks of={of} />
  </>
)
