import { say, type Words } from '../language.ts'
import type { Column, ListingProps } from './listingProps.ts'

/** The table of a list: sticky header, first column the name and the way in, numbers to the right. */
export function ListingTable<R>(props: ListingProps<R>) {
  const { columns, rows, rowKey, caption, selection, openKey, sums, tall } = props
  const keys = rows.map(rowKey)
  const chosenFrom = rows.filter((row) => selection?.mayChoose?.(row) ?? true).map(rowKey)
  return (
    // A wide table scrolls inside its own frame, so it must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region without focus cannot be scrolled by keyboard
    <section class={tall ? 'table-frame tall' : 'table-frame'} tabIndex={0} aria-label={say(caption)}>
      <table>
        <caption class="only-heard">{say(caption)}</caption>
        <thead>
          <tr>
            {selection && <ChooseAll keys={chosenFrom} selection={selection} />}
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                class={column.number ? 'number' : undefined}
                data-act={column.act ? '' : undefined}
              >
                {say(column.head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const key = keys[at] ?? ''
            return (
              <tr key={key} class={openKey === key ? 'open' : undefined}>
                {selection &&
                  (chosenFrom.includes(key) ? <Choose rowKey={key} selection={selection} /> : <td class="choose" />)}
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th
                      key={column.key}
                      scope="row"
                      class={column.number ? 'number' : undefined}
                      data-head={column.number ? say(column.head) : undefined}
                    >
                      <Way row={row} column={column} of={props} />
                    </th>
                  ) : (
                    <td
                      key={column.key}
                      class={column.number ? 'number' : undefined}
                      data-head={say(column.head)}
                      data-act={column.act ? '' : undefined}
                    >
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            )
          })}
          {sums && <Sums of={sums} columns={columns} chosen={Boolean(selection)} />}
        </tbody>
      </table>
    </section>
  )
}

type SumsProps<R> = {
  readonly of: Readonly<Record<string, string>>
  readonly columns: readonly Column<R>[]
  readonly chosen: boolean
}
const Sums = <R,>({ of, columns, chosen }: SumsProps<R>) => (
  <tr>
    {chosen && <td class="choose" />}
    {columns.map((column, index) =>
      index === 0 ? (
        <th key={column.key} scope="row">
          {say({ vi: 'Tổng cộng', en: 'Total' })}
        </th>
      ) : (
        <td
          key={column.key}
          class={column.number ? 'number' : undefined}
          data-head={say(column.head)}
          data-act={column.act ? '' : undefined}
        >
          {of[column.key] && <strong>{of[column.key]}</strong>}
        </td>
      ),
    )}
  </tr>
)

function Way<R>({ row, column, of }: { row: R; column: Column<R>; of: ListingProps<R> }) {
  const href = of.href?.(row)
  if (href) {
    return (
      <a class="row-way" href={href}>
        {column.cell(row)}
      </a>
    )
  }
  if (of.onOpen) {
    return (
      <button type="button" class="row-way" onClick={() => of.onOpen?.(row)}>
        {column.cell(row)}
      </button>
    )
  }
  return <>{column.cell(row)}</>
}

type ChoiceProps<R> = { readonly selection: NonNullable<ListingProps<R>['selection']> }

const chooseRow: Words = { vi: 'Chọn dòng này', en: 'Choose this row' }
const chooseAll: Words = { vi: 'Chọn cả trang này', en: 'Choose this whole page' }

function Choose<R>({ rowKey, selection }: ChoiceProps<R> & { rowKey: string }) {
  const toggle = () => {
    const next = new Set(selection.chosen)
    if (!next.delete(rowKey)) next.add(rowKey)
    selection.onChange(next)
  }
  return (
    <td class="choose">
      <input type="checkbox" aria-label={say(chooseRow)} checked={selection.chosen.has(rowKey)} onChange={toggle} />
    </td>
  )
}

function ChooseAll<R>({ keys, selection }: ChoiceProps<R> & { keys: readonly string[] }) {
  const all = keys.length > 0 && keys.every((key) => selection.chosen.has(key))
  const toggle = () => {
    const next = new Set(selection.chosen)
    for (const key of keys) all ? next.delete(key) : next.add(key)
    selection.onChange(next)
  }
  return (
    <td class="choose">
      {keys.length > 0 && <input type="checkbox" aria-label={say(chooseAll)} checked={all} onChange={toggle} />}
    </td>
  )
}
