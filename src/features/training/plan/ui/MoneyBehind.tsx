/** Money of a draft that was written by hand for other people or classes than its line has now. */
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { Line } from '../model.ts'
import { lineSaid, moneySeen } from '../rules/lines.ts'
import { isBehind } from '../rules/money.ts'
import { changeLine } from './calls.ts'
import { fewLines, Marked, markOf } from './Marked.tsx'
import type { MoneySent, PlanAnswer } from './plan.ts'

/** "Còn tính cho 2 lớp, dòng nay có 3 lớp" */
export function behindSaid({ base, was: then, now }: NonNullable<ReturnType<typeof isBehind>>): Words {
  const [is, was] = [showNumber(now), showNumber(then)]
  return base === 'people'
    ? {
        vi: `Còn tính cho ${was} người, dòng nay có ${is} người.`,
        en: `Money is for ${was} people, of ${is} now.`,
      }
    : { vi: `Còn tính cho ${was} lớp, dòng nay có ${is} lớp.`, en: `Money is for ${was} classes, of ${is} now.` }
}

export function MoneyBehind({ of }: { of: PlanAnswer }) {
  const behind = of.lineList.filter((line) => line.money.some((money) => isBehind(money, line)))
  const mark = markOf(of, 'tien-khac')
  if (!mark) return null
  return (
    <>
      {behind.length > fewLines && (
        <Notice look="waits">
          {say({
            vi: 'Tiền còn tính cho số người, số lớp khác: ',
            en: 'Money is for other people or classes: ',
          })}
          <Marked of={of} mark={mark} />
          {say({
            vi: '. Dưới đây là vài dòng đầu; xong các dòng này thì đến các dòng sau.',
            en: '. Here are the first; when they are done the next follow.',
          })}
        </Notice>
      )}
      {behind.slice(0, fewLines).map((line) => (
        <OfLine key={line.planLineId} of={of} line={line} />
      ))}
    </>
  )
}

function OfLine({ of, line }: { of: PlanAnswer; line: Line }) {
  const changing = useChange(changeLine)
  const rows = line.money.flatMap((money) => {
    const behind = isBehind(money, line)
    return behind ? [{ money, behind }] : []
  })
  const send = (next: (money: MoneySent, times: ReturnType<typeof isBehind>) => MoneySent) => {
    const money = line.money.map((one) => next(moneySeen(one), isBehind(one, line)))
    void changing.run({ planLineId: line.planLineId, was: { money: line.money.map(moneySeen) }, money })
  }
  const even = rows.some(({ behind }) => behind.times !== null)
  const named = { code: say(lineSaid(line, of.lineList)) }
  return (
    <Notice look="waits">
      <div>
        <p>{named.code}</p>
        <ul>
          {rows.map(({ money, behind }) => (
            <li key={`${money.what} ${money.source} ${money.quantity}`}>
              {`${money.what}: ${say(behindSaid(behind))} `}
              {behind.times === null &&
                say({ vi: 'Sửa dòng để ghi lại số lượng.', en: 'Change the line to say how many.' })}
            </li>
          ))}
        </ul>
        {of.can.includes('draft') && even && (
          <Button
            pending={changing.pending}
            onClick={() =>
              send((one, behind) => (behind?.times ? { ...one, follows: behind.base, times: behind.times } : one))
            }
          >
            {say({ vi: 'Tính lại tiền của {code}', en: 'Compute the money of {code} anew' }, named)}
          </Button>
        )}
        {of.can.includes('draft') && (
          <Button
            look="quiet"
            pending={changing.pending}
            onClick={() => send((one, behind) => (behind ? { ...one, follows: 'nothing' } : one))}
          >
            {say({ vi: 'Giữ số đã ghi của {code}', en: 'Keep what is written of {code}' }, named)}
          </Button>
        )}
        <ProblemNote of={changing.problem} />
      </div>
    </Notice>
  )
}
