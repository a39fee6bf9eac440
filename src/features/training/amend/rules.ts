/** What one state of a plan has changed of another, line by line. Pure. */
import type { PlainDate } from '#kernel/dates.ts'
import { showMoney } from '#kernel/numbers.ts'
import { placeSaid } from '../plan/columns.ts'
import { type Line, moneySources } from '../plan/model.ts'
import { weeksSaid } from '../plan/rules.ts'
import type { Change, Side } from './model.ts'

const sideOf = (line: Line | undefined): Side =>
  line ? { people: line.people, classes: line.classes, dong: line.dong } : null

/** What a line says besides its figures, by the name of the field. */
const saidOf = (line: Line): Readonly<Record<string, string>> => ({
  'Chuyên đề': `${line.code} ${line.title}`,
  'Đối tượng': line.audience,
  'Nơi mở lớp': placeSaid(line),
  Tuần: weeksSaid(line.weeks),
  'Kinh phí': line.money
    .map((one) => `${moneySources[one.source].vi}: ${one.what}, ${one.quantity} × ${showMoney(one.dong)}`)
    .join('; '),
  'Ghi chú': line.note,
})

function differences(was: Line, is: Line): Change['said'] {
  const [before, after] = [saidOf(was), saidOf(is)]
  return Object.keys(before).flatMap((field) => {
    const [one = '', other = ''] = [before[field], after[field]]
    return one === other ? [] : [{ field, was: one, is: other }]
  })
}

type Of = { readonly amendment: number; readonly day: PlainDate | null }

/** Lines that were added, changed or dropped, in the order of what is, then of what was. */
export function changesBetween(was: readonly Line[], is: readonly Line[], of: Of): Change[] {
  const [before, after] = [was, is].map((lines) => new Map(lines.map((line) => [line.firstId, line]))) as [
    Map<Line['firstId'], Line>,
    Map<Line['firstId'], Line>,
  ]
  const named = ({ code, title }: Line) => `${code} ${title}`
  const now = is.flatMap((line): Change[] => {
    const old = before.get(line.firstId)
    const shared = { ...of, firstId: line.firstId, topic: named(line), was: sideOf(old), is: sideOf(line) }
    if (!old) return [{ ...shared, kind: 'added', said: [] }]
    const said = differences(old, line)
    const same = old.people === line.people && old.classes === line.classes && old.dong === line.dong
    return same && said.length === 0 ? [] : [{ ...shared, kind: 'changed', said }]
  })
  const gone = was
    .filter((line) => !after.has(line.firstId))
    .map(
      (line): Change => ({
        ...{ ...of, firstId: line.firstId, kind: 'dropped', topic: named(line) },
        ...{ was: sideOf(line), is: null, said: [] },
      }),
    )
  return [...now, ...gone]
}
