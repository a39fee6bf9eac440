/** A line is changed: which of its money stays as it was written, though the line has other people, classes or weeks now. */
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { Line } from '../model.ts'
import { countedBase, type Moved, movedOf, staysAs } from '../rules/money.ts'
import { readWeeks } from '../rules/weeks.ts'
import type { TypedLine, TypedMoney } from './plan.ts'

/** Not written anew since: by the same norm or for the same thing, as many of it. */
const isAsWritten = (typed: TypedMoney, stored: Line['money']): boolean =>
  typed.written !== null &&
  stored.some(
    (one) =>
      one.source === typed.source &&
      one.normId === typed.normId &&
      one.quantity === typed.quantity &&
      one.follows === typed.follows &&
      one.times === typed.times &&
      (one.normId !== null || one.what === typed.what),
  )

export function MoneyStays({ of, line }: { of: TypedLine; line: Line }) {
  const now = { people: of.people, classes: of.classes, weeks: readWeeks(of.weeks) ?? line.weeks }
  const moved = movedOf(line, now)
  const staying = of.money.filter(
    (one) =>
      isAsWritten(one, line.money) &&
      staysAs({ follows: one.follows, countedBy: one.written?.countedBy ?? null }, moved),
  )
  if (staying.length === 0) return null
  return (
    <Notice look="waits">
      <p>
        {say(
          {
            vi: '{moved}. {n} khoản chi sau không đổi theo, giữ như đã ghi; hãy xem lại từng khoản:',
            en: '{moved}. {n} {n:amount does|amounts do} not follow and {n:stays|stay} as written; look at each again:',
          },
          { moved: movedSaid(moved, line, now), n: staying.length },
        )}
      </p>
      <ul>
        {staying.map((one, at) => (
          <li key={at}>{`${one.normName || one.what}: ${staysSaid(one)}`}</li>
        ))}
      </ul>
    </Notice>
  )
}

const each = {
  people: { vi: '{n} mỗi người', en: '{n} for each person' },
  classes: { vi: '{n} mỗi lớp', en: '{n} for each class' },
}
/** As many as are written, or for each of what they follow. */
function staysSaid({ follows, times, quantity }: TypedMoney): string {
  const base = countedBase({ follows })
  return base ? say(each[base], { n: showNumber(times ?? 0) }) : showNumber(quantity ?? 0)
}

type Figures = { readonly people: number | null; readonly classes: number | null; readonly weeks: readonly number[] }
function movedSaid(moved: Moved, was: Figures, now: Figures): string {
  const from = (before: number | null, after: number | null) => ({
    was: showNumber(before ?? 0),
    is: showNumber(after ?? 0),
  })
  const said = [
    moved.people &&
      say({ vi: 'Lượt người từ {was} thành {is}', en: 'Attendances from {was} to {is}' }, from(was.people, now.people)),
    moved.classes &&
      say({ vi: 'Số lớp từ {was} thành {is}', en: 'Classes from {was} to {is}' }, from(was.classes, now.classes)),
    moved.weeks &&
      say(
        { vi: 'Số tuần từ {was} thành {is}', en: 'Weeks from {was} to {is}' },
        from(was.weeks.length, now.weeks.length),
      ),
  ]
  return said.filter(Boolean).join('; ')
}
