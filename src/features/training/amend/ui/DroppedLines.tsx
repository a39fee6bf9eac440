/** Under the lines of an amendment, or of a plan as it is amended: those that were dropped, and why. */
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import type { PlanAnswer } from '../../plan/ui/plan.ts'
import { showAmendments } from './calls.ts'

export function DroppedLines({ of: { trainingPlanId, amendment, inForce } }: { of: PlanAnswer }) {
  const read = useRead(showAmendments, amendment > 0 || inForce > 0 ? { trainingPlanId } : null)
  const dropped = (read.data?.changes ?? []).filter(
    ({ kind, amendment: by }) => kind === 'dropped' && (amendment > 0 || by <= inForce),
  )
  if (dropped.length === 0) return null
  return (
    <>
      <p>{say({ vi: 'Dòng đã bỏ khi điều chỉnh:', en: 'Lines dropped by amendments:' })}</p>
      <ul class="bullets">
        {dropped.map(({ firstId, amendment: by, topic, was, because }) => (
          <li key={`${by} ${firstId}`}>
            <del>
              {topic}
              {was &&
                say(
                  {
                    vi: ', {people} lượt người, {classes} lớp',
                    en: ', {people} {people:attendance|attendances}, {classes} {classes:class|classes}',
                  },
                  { people: showNumber(was.people), classes: showNumber(was.classes) },
                )}
            </del>{' '}
            {say({ vi: '(điều chỉnh lần {n})', en: '(amendment {n})' }, { n: showNumber(by) })}
            {because && say({ vi: '. Lý do: {because}', en: '. Reason: {because}' }, { because })}
          </li>
        ))}
      </ul>
    </>
  )
}
