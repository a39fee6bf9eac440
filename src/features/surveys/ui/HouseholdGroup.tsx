/** Households under one heading, hundreds of them on a slow phone: what the thumb can reach first, and none drawn twice for nothing. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { HouseholdRow, type NoticeOfRow, type RowProps } from './HouseholdRow.tsx'
import { byVillage, type Order, type Row } from './householdRows.ts'

type Group = {
  readonly key: string
  readonly title: Words
  readonly rows: readonly Row[]
  /** How many there are, of which `rows` may be the first. */
  readonly count: number
  /** Its rows stand in villages of their own. */
  readonly mixed: boolean
}

/** Came back, from the commune or from the server: it stands above all villages. */
const isBack = ({ stand }: Row): boolean => stand === 'returned' || stand === 'refused'

export function groupsOf(rows: readonly Row[], order: Order): Group[] {
  const back = rows.filter(isBack)
  const title = { vi: 'Phải làm lại', en: 'To be done again' }
  const first = { key: 'back', title, rows: back, count: back.length, mixed: true }
  const villages = byVillage(
    rows.filter((row) => !isBack(row)),
    order,
  ).map(({ villageId, name, rows: mine }) => ({
    ...{ key: villageId, title: name, rows: mine, count: mine.length, mixed: false },
  }))
  return back.length > 0 ? [first, ...villages] : villages
}

const atFirst = 12
const atOnce = 60
const restMs = 60

/** The first rows at once, the others some at a time, so that the screen is never held for long. */
export function useDrawn(groups: readonly Group[]): readonly Group[] {
  const [drawn, setDrawn] = useState(atFirst)
  const all = groups.reduce((sum, { count }) => sum + count, 0)
  const more = drawn < all
  useEffect(() => {
    if (!more) return
    const soon = setTimeout(() => setDrawn(drawn + atOnce), restMs)
    return () => clearTimeout(soon)
  }, [drawn, more])
  let left = drawn
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, Math.max(0, left))
    left -= group.count
    return rows.length > 0 ? [{ ...group, rows }] : []
  })
}

type Props = {
  readonly of: Group
  readonly roundOf: (row: Row) => readonly string[]
  readonly noticeOf: (row: Row) => NoticeOfRow
}

export const HouseholdGroup = ({ of: { title, rows, count, mixed }, roundOf, noticeOf }: Props) => (
  <section class="section" aria-label={say(title)}>
    <h2>
      {say(title)} <span class="count">{showNumber(count)}</span>
    </h2>
    <ul class="surveys-rows">
      {rows.map((row) => (
        <SameRow
          key={row.of.caseId}
          row={row}
          about={mixed ? [row.of.villageName, ...roundOf(row)] : roundOf(row)}
          notice={noticeOf(row)}
        />
      ))}
    </ul>
  </section>
)

/** Drawn anew where something of it is other than it was: the list is read again more often than it changes. */
function SameRow(props: RowProps) {
  return useMemo(() => <HouseholdRow {...props} />, [JSON.stringify(props)])
}
