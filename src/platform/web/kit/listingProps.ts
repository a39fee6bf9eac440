/** What a list is told: its columns, its rows, what may be done with the chosen ones. */

import type { ComponentChildren } from 'preact'
import type { FileAsked } from '#kernel/table.ts'
import type { PageName } from '../address.ts'
import { type Call, href } from '../calls.ts'
import type { Words } from '../language.ts'

export type Column<R> = {
  readonly key: string
  readonly head: Words
  readonly cell: (row: R) => ComponentChildren
  /** Right-aligned, tabular figures. */
  readonly number?: boolean | undefined
  /** Hidden until somebody asks for it. */
  readonly off?: boolean | undefined
  /** Holds only what may be pressed: not in the file of the list. */
  readonly act?: true | undefined
}

/** `listAs(listRoundsFile, { areaId })`: the address of a document of the list. */
export type ListFile = (asked: FileAsked) => string
export const listAs =
  <I extends object>(document: Call<I & FileAsked, unknown>, input: Omit<I, keyof FileAsked>): ListFile =>
  (asked) =>
    href(document, { ...input, ...asked } as I & FileAsked)

export type BulkAction = {
  readonly label: Words
  readonly whyNot?: Words | null | undefined
  readonly run: (keys: readonly string[]) => void
}

export type Selection<R> = {
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
  readonly actions: readonly BulkAction[]
  /** Whether any of the actions is for this row; without it, all are. Only these can be chosen. */
  readonly mayChoose?: ((row: R) => boolean) | undefined
}

export type ListingProps<R> = {
  /** Names the list for what is remembered about it. */
  readonly name: string
  readonly caption: Words
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
  /** Where a row leads, from its first column; or `onOpen` for a panel at the side. */
  readonly href?: ((row: R) => string | null) | undefined
  readonly onOpen?: ((row: R) => void) | undefined
  readonly openKey?: string | null | undefined
  /** How many there are in all where the server sends one page at a time; else the rows are all and paged here. */
  readonly total?: number | undefined
  /** Whether there are more than `total`, which were not counted. */
  readonly more?: boolean | undefined
  /** Counts all of them; offered where there are more. */
  readonly onCountAll?: (() => void) | undefined
  /** Whether the next page is asked for by the last row of this one (`usePageNumber`). */
  readonly beside?: boolean | undefined
  /** Names its page in the address where another list on the page has its own. */
  readonly pageName?: PageName | undefined
  readonly selection?: Selection<R> | undefined
  /** The same list as a file or on paper. Null only for what is no record: `test/lists.pure.test.ts` names them. */
  readonly file: ListFile | null
  /** By the key of a column: what all rows add up to, in a last row. */
  readonly sums?: Readonly<Record<string, string>> | undefined
  /** A short list that is read whole with the page around it: its frame is as high as its rows. */
  readonly tall?: true | undefined
  readonly empty: ComponentChildren
  readonly filters?: ComponentChildren
}
