/** What should be known of a plan before it is decided: weeks without classes, lines without money, norms that say otherwise now. */
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { lineSaid, moneyOf, weeksSaid } from '../rules.ts'
import { repricePlan } from './calls.ts'
import type { PlanAnswer } from './plan.ts'

/** What a person may well decide, and should know. */
export const InClosedWeeks = ({ of }: { of: PlanAnswer }) =>
  of.closed.length > 0 && (
    <Notice look="waits">
      <div>
        <p>{say({ vi: 'Có lớp vào thời gian tỉnh không mở lớp:', en: 'In weeks without classes in the province:' })}</p>
        <ul>
          {of.closed.map(({ planLineId, code, weeks, what }) => (
            <li key={`${planLineId} ${what.vi}`}>
              {say(
                { vi: '{code}: tuần {weeks} ({what}).', en: '{code}: weeks {weeks} ({what}).' },
                { code, weeks: weeksSaid(weeks), what: say(what) },
              )}
            </li>
          ))}
        </ul>
      </div>
    </Notice>
  )

/** Of a draft: an approved plan is as it is. */
export function WithoutMoney({ of }: { of: PlanAnswer }) {
  const bare = of.lineList.filter(({ dong }) => dong === 0)
  if (of.state !== 'drafted' || bare.length === 0) return null
  return (
    <Notice look="waits">
      {say(
        { vi: 'Chưa ghi kinh phí: {lines}.', en: 'Without money yet: {lines}.' },
        { lines: bare.map((line) => say(lineSaid(line, of.lineList))).join(', ') },
      )}
    </Notice>
  )
}

/** Norms that say another amount than when the money was written. */
export function NormsChanged({ of }: { of: PlanAnswer }) {
  const { trainingPlanId, edits } = of
  const repricing = useChange(repricePlan)
  const changed = moneyOf(of.lineList).filter(({ normNow }) => normNow !== null)
  if (changed.length === 0) return null
  const renewable = changed.some(({ normNow }) => normNow !== 0)
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
      {of.can.includes('draft') && renewable && (
        <Button pending={repricing.pending} onClick={() => void repricing.run({ trainingPlanId, edits })}>
          {say({ vi: 'Tính lại theo định mức hiện hành', en: 'Compute anew by the norms of now' })}
        </Button>
      )}
      <ProblemNote of={repricing.problem} />
    </Notice>
  )
}
