/** What one state of a plan has changed of another, line by line. Pure. */
import type { PlainDate } from '#kernel/dates.ts'
import { showMoney, showNumber } from '#kernel/numbers.ts'
import type { Said } from '#kernel/text.ts'
import { placeSaid } from '../plan/columns.ts'
import { type Line, moneySources } from '../plan/model.ts'
import { weeksSaid } from '../plan/rules/weeks.ts'
import type { Change, Dropped, Side } from './model.ts'

const sideOf = (line: Line | undefined): Side =>
  line ? { people: line.people, classes: line.classes, dong: line.dong } : null

const asTyped = (text: string): Said => ({ vi: text, en: text })
const empty: Said = { vi: '', en: '' }

/** What a line says besides its figures. */
const saidOf = (line: Line): readonly (readonly [Said, string])[] => [
  [{ vi: 'Chuyên đề', en: 'Topic' }, `${line.code} ${line.title}`],
  [{ vi: 'Đối tượng', en: 'For whom' }, line.audience],
  [{ vi: 'Nơi mở lớp', en: 'Place' }, placeSaid(line)],
  [{ vi: 'Tuần', en: 'Weeks' }, weeksSaid(line.weeks)],
  [{ vi: 'Ghi chú', en: 'Note' }, line.note],
]

type Item = Line['money'][number]
function itemSaid({ source, quantity, dong }: Item): Said {
  const { vi, en } = moneySources[source]
  const amount = `${showNumber(quantity)} × ${showMoney(dong)}`
  return { vi: `${vi}, ${amount}`, en: `${en}, ${amount}` }
}

/** Of the money only what is another: an item with what it was, one that is new, one that is gone. */
function itemsChanged(was: readonly Item[], is: readonly Item[]): Change['said'] {
  const alike = (one: Item, other: Item) => one.what === other.what && itemSaid(one).vi === itemSaid(other).vi
  const [before, after] = [[...was], [...is]]
  for (const one of was) {
    const at = after.findIndex((other) => alike(one, other))
    if (at < 0) continue
    after.splice(at, 1)
    before.splice(before.indexOf(one), 1)
  }
  const changed = before.map((one) => {
    // The same item of the same source, else of another.
    const same = after.findIndex(({ what, source }) => what === one.what && source === one.source)
    const at = same < 0 ? after.findIndex(({ what }) => what === one.what) : same
    const [other] = at < 0 ? [] : after.splice(at, 1)
    return { field: asTyped(one.what), was: itemSaid(one), is: other ? itemSaid(other) : empty }
  })
  return [...changed, ...after.map((one) => ({ field: asTyped(one.what), was: empty, is: itemSaid(one) }))]
}

/** What one line says otherwise than another, besides people, classes and the sum. */
export function differences(was: Line, is: Line): Change['said'] {
  const after = saidOf(is)
  const fields = saidOf(was).flatMap(([field, one], at) => {
    const other = after[at]?.[1] ?? ''
    return one === other ? [] : [{ field, was: asTyped(one), is: asTyped(other) }]
  })
  return [...fields, ...itemsChanged(was.money, is.money)]
}

type Of = { readonly amendment: number; readonly day: PlainDate | null }
type Asked = Of & { readonly dropped: readonly Dropped[] }

/** Lines that were added, changed or dropped, in the order of what is, then of what was. */
export function changesBetween(was: readonly Line[], is: readonly Line[], { dropped, ...of }: Asked): Change[] {
  const [before, after] = [was, is].map((lines) => new Map(lines.map((line) => [line.firstId, line]))) as [
    Map<Line['firstId'], Line>,
    Map<Line['firstId'], Line>,
  ]
  const named = ({ code, title }: Line) => `${code} ${title}`
  const now = is.flatMap((line): Change[] => {
    const old = before.get(line.firstId)
    const shared = { ...of, firstId: line.firstId, topic: named(line), was: sideOf(old), is: sideOf(line), because: '' }
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
        because: dropped.find(({ firstId }) => firstId === line.firstId)?.because ?? '',
      }),
    )
  return [...now, ...gone]
}
