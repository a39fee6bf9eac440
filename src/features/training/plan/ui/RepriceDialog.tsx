/** What changes when a draft is computed anew by the norms of the day: each amount before and after, and the sums. */
import { showDate } from '#kernel/dates.ts'
import { vnd } from '#kernel/numbers.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { showMoney, showNumber } from '#platform/web/numbers.ts'
import { moneySources } from '../model.ts'
import { repriced } from '../rules/money.ts'
import { repricePlan } from './calls.ts'
import type { PlanAnswer } from './plan.ts'
import '../../ui/training.css'

export function RepriceDialog({ of, onClose }: { of: PlanAnswer; onClose: () => void }) {
  const { trainingPlanId, edits } = of
  const repricing = useChange(repricePlan)
  const { rows, was, is } = repriced(of.lineList)
  const day = rows[0]?.normOn
  const reprice = async () => {
    if (await repricing.run({ trainingPlanId, edits })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Tính lại theo định mức', en: 'Compute anew by the norms' }} onClose={onClose}>
      {day && (
        <p>{say({ vi: 'Theo định mức của ngày {day}:', en: 'By the norms of {day}:' }, { day: showDate(day) })}</p>
      )}
      <ul class="training-list">
        {rows.map(({ code, what, source, quantity, dong, normNow }) => (
          <li key={`${code} ${what} ${source} ${quantity} ${dong}`}>
            {`${code}, ${what} (${say(moneySources[source])}): ${showNumber(quantity)} × ${showMoney(dong)} → ${showNumber(quantity)} × ${showMoney(normNow)} = ${showMoney(vnd(quantity * normNow))}`}
          </li>
        ))}
      </ul>
      <p>
        {say(
          { vi: 'Tổng kinh phí: {was} → {is}.', en: 'All money: {was} → {is}.' },
          { was: showMoney(was), is: showMoney(is) },
        )}
      </p>
      <ProblemNote of={repricing.problem} />
      <div class="form-actions">
        <Button look="primary" pending={repricing.pending} onClick={() => void reprice()}>
          {say({ vi: 'Tính lại {n} khoản', en: 'Compute {n} {n:amount|amounts} anew' }, { n: showNumber(rows.length) })}
        </Button>
      </div>
    </Dialog>
  )
}
