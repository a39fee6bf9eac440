/** A list: what it counts, the rows, and every way on: open one, choose several, next page, export what is shown. */
import type { ComponentChildren } from 'preact'
import { usePageNumber } from '../address.ts'
import type { Words } from '../language.ts'
import { useHiddenColumns } from './columns.ts'
import { ListingBar } from './ListingBar.tsx'
import { ListingTable } from './ListingTable.tsx'
import { Pager } from './Pager.tsx'

export type Column<R> = {
  readonly key: string
  readonly head: Words
  readonly cell: (row: R) => ComponentChildren
  /** Right-aligned, tabular figures. */
  readonly number?: boolean | undefined
  /** Hidden until somebody asks for it. */
  readonly off?: boolean | undefined
}

export type BulkAction = {
  readonly label: Words
  readonly whyNot?: Words | null | undefined
  readonly run: (keys: readonly string[]) => void
}

export type Selection = {
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
  readonly actions: readonly BulkAction[]
}

export type ListingProps<R> = {
  /** Names the list for what is remembered about it. */
  readonly name: string
  readonly caption: Words
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
  /** Where a row leads, from its first column; or `onOpen` for a panel at the side. */
  readonly href?: ((row: R) => string) | undefined
  readonly onOpen?: ((row: R) => void) | undefined
  readonly openKey?: string | null | undefined
  /** How many there are in all where the server sends one page at a time; else the rows are all and paged here. */
  readonly total?: number | undefined
  readonly selection?: Selection | undefined
  readonly exportHref?: string | undefined
  readonly empty: ComponentChildren
  readonly filters?: ComponentChildren
}

export const rowsPerPage = 50

export function Listing<R>(props: ListingProps<R>) {
  const { name, columns, rows, total, empty, filters } = props
  const [hidden, toggle] = useHiddenColumns(name, columns)
  const [page, setPage] = usePageNumber()
  const count = total ?? rows.length
  const from = (page - 1) * rowsPerPage
  const shown = total === undefined ? rows.slice(from, from + rowsPerPage) : rows
  const visible = columns.filter((column, at) => at === 0 || !hidden.has(column.key))

  return (
    <div class="listing">
      {filters && <div class="filters">{filters}</div>}
      {count === 0 ? (
        empty
      ) : (
        <>
          <ListingBar {...props} count={count} hidden={hidden} toggle={toggle} />
          <ListingTable {...props} columns={visible} rows={shown} />
          <Pager page={page} count={count} perPage={rowsPerPage} onPage={setPage} />
        </>
      )}
    </div>
  )
}
