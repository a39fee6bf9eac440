/** Lines that should be looked at before a plan is decided: weeks, sizes of classes, versions of topics, people who are gone. */
import { useTo } from '#platform/web/address.ts'
import { today } from '#platform/web/day.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { goneSaid } from '../columns.ts'
import { lineSaid } from '../rules/lines.ts'
import { largestOf, type Mark, marksOf } from '../rules/marks.ts'
import { weeksSaid } from '../rules/weeks.ts'
import { fewLines, Marked, markOf } from './Marked.tsx'
import { type PlanAnswer, pathOf } from './plan.ts'

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

/** Of a draft: what the province lays down was made less since, or a later version of the framework is approved. */
export function ChangedAbove({ of }: { of: PlanAnswer }) {
  const [crowded, former] = [markOf(of, 'lop-dong'), markOf(of, 'khung-cu')]
  return (
    <>
      {crowded && (
        <Notice look="waits">
          <p>
            {say(
              {
                vi: 'Lớp đông hơn mức {n} người đang áp dụng: ',
                en: 'Classes larger than the {n} {n:person|people} that may be: ',
              },
              { n: showNumber(largestOf(of) ?? 0) },
            )}
            <Marked of={of} mark={crowded} />.
          </p>
        </Notice>
      )}
      {former && (
        <Notice look="waits">
          <p>
            {say({
              vi: 'Chuyên đề theo phiên bản cũ của khung, đã có phiên bản mới: ',
              en: 'Topics of a former version of the framework, which has a later one: ',
            })}
            <Marked of={of} mark={former} />.
          </p>
        </Notice>
      )}
    </>
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
