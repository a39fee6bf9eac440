/** A list: what it counts, the rows, and every way on: open one, choose several, next page, export what is shown. */

import { usePageNumber } from '../address.ts'
import { useHiddenColumns } from './columns.ts'
import { Filters } from './Filters.tsx'
import { ListingBar } from './ListingBar.tsx'
import { ListingTable } from './ListingTable.tsx'
import type { ListingProps } from './listingProps.ts'
import { Pager } from './Pager.tsx'

export const rowsPerPage = 50

export function Listing<R>(props: ListingProps<R>) {
  const { name, columns, rows, rowKey, total, more, beside, empty, filters, pageName } = props
  const [hidden, toggle] = useHiddenColumns(name, columns)
  const [page, setPage] = usePageNumber(pageName)
  const count = total ?? rows.length
  const from = (page - 1) * rowsPerPage
  const shown = total === undefined ? rows.slice(from, from + rowsPerPage) : rows
  const turn = (next: number) => {
    const edge = next > page ? shown.at(-1) : shown[0]
    setPage(next, beside && edge ? { [next > page ? 'after' : 'before']: rowKey(edge) } : {})
  }
  const visible = columns.filter((column, at) => at === 0 || !hidden.has(column.key))

  return (
    <div class="listing">
      {filters && <Filters>{filters}</Filters>}
      {count === 0 ? (
        empty
      ) : (
        <>
          <ListingBar {...props} count={count} hidden={hidden} toggle={toggle} />
          <ListingTable {...props} columns={visible} rows={shown} />
          <Pager page={page} count={count} more={more} perPage={rowsPerPage} onPage={turn} />
        </>
      )}
    </div>
  )
}
