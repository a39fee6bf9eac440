/** The numbers of papers, drawn one after the other: no number twice, and none left out. */
import { sql } from 'kysely'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { printedNumber, type Series } from './rules/series.ts'

export type Numbering = { readonly series: Series; readonly areaId: AreaId; readonly year: number }

/** As kept with every number and every paper that has one. */
export const seriesName = ({ series, areaId, year }: Numbering): string => `${series.name}/${areaId}/${year}`

/**
 * The next numbers of a series as printed, one for each paper in the order given. Whoever asks first writes first, others
 * wait for the end of his transaction: what is undone gives its numbers back.
 */
export async function drawNumbers(db: Db, of: Numbering, papers: readonly string[]): Promise<string[]> {
  const name = seriesName(of)
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db)
  const { rows } = await sql<{ number: number }>`
    insert into issued_number (series, number, subject_id, area_id)
    select ${name}, (select coalesce(max(number), 0) from issued_number where series = ${name}) + at, paper, ${of.areaId}::uuid
      from unnest(${papers}::uuid[]) with ordinality as given (paper, at)
    returning number`.execute(db)
  const numbers = rows.map((row) => row.number).sort((a, b) => a - b)
  return numbers.map((number) => printedNumber(of.series, number, of.year))
}
