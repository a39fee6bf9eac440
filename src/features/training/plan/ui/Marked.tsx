/** Lines that a notice speaks of: a few by their names, many counted; either way the list of them is one press away. */
import { useTo } from '#platform/web/address.ts'
import { today } from '#platform/web/day.ts'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { lineSaid } from '../rules/lines.ts'
import { type Mark, marksOf } from '../rules/marks.ts'
import { type PlanAnswer, pathOf } from './plan.ts'

/** More than these are counted. */
export const fewLines = 5

export const markOf = (of: PlanAnswer, key: string): Mark | undefined =>
  marksOf(of, today()).find((mark) => mark.key === key)

/** "CĐ1, CĐ2" or "112 dòng", with a link to them. */
export function Marked({ of, mark }: { of: PlanAnswer; mark: Mark }) {
  const to = useTo()
  const lines = of.lineList.filter(({ planLineId }) => mark.lines.includes(planLineId))
  return (
    <a href={to(pathOf(of.trainingPlanId), { loc: mark.key })}>
      {lines.length > fewLines
        ? say({ vi: '{n} dòng', en: '{n} {n:line|lines}' }, { n: showNumber(lines.length) })
        : lines.map((line) => say(lineSaid(line, of.lineList))).join(', ')}
    </a>
  )
}
