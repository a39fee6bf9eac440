/**
 * Columns that a higher room brings to the file of a lower room's list, as its parts bring them to the page. The lower room
 * never imports who brings them: the application puts those of all rooms together.
 */
import type { TextColumn } from '#kernel/table.ts'
import type { Db } from '../database/open.ts'

/** All that is known of a row here. */
type Row = { readonly villageId: string }

export type BroughtColumns = {
  /** The call of the file: `rounds.villagesFile`. */
  readonly to: string
  /** Of the list of one round; none where there is nothing to show. */
  readonly columns: (db: Db, roundId: string) => Promise<readonly TextColumn<Row>[]>
}

/** What all rooms bring to the file of a call, before the last of its own columns, as on the page. */
export async function withBrought<R extends Row>(
  own: readonly TextColumn<R>[],
  { brought, to }: { readonly brought: readonly BroughtColumns[]; readonly to: string },
  [db, roundId]: readonly [Db, string],
): Promise<readonly TextColumn<R>[]> {
  const more: TextColumn<R>[] = []
  for (const one of brought) if (one.to === to) more.push(...(await one.columns(db, roundId)))
  return [...own.slice(0, -1), ...more, ...own.slice(-1)]
}
