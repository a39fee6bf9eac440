/** What should be known of the money of a plan: lines without any, norms that ended or say otherwise now. */
import { useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { moneyOf, repriced } from '../rules/money.ts'
import { fewLines, Marked, markOf } from './Marked.tsx'
import type { PlanAnswer } from './plan.ts'
import { RepriceDialog } from './RepriceDialog.tsx'

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
