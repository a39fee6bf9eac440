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

/** Numbers that the office writes on decisions by hand, whatever these decide: once in a unit and year. */
type ByHand = { readonly areaId: AreaId; readonly year: number; readonly serial: number }
export const byHand: Series = { name: 'document', mark: 'QĐ-UBND' }
/** The series under which such a number is kept. */
export const bookOf = ({ areaId, year }: Omit<ByHand, 'serial'>): string => seriesName({ series: byHand, areaId, year })

/** Whether a paper of the unit has this number in the year already. */
export const isNumberTaken = async (db: Db, of: ByHand): Promise<boolean> =>
  (await db
    .selectFrom('issued_number')
    .select('number')
    .where('series', '=', bookOf(of))
    .where('number', '=', of.serial)
    .executeTakeFirst()) !== undefined

/** The number is this paper's from now on; of two who take it in the same second one is refused. */
export const takeNumber = (db: Db, of: ByHand, paper: string) =>
  db
    .insertInto('issued_number')
    .values({ series: bookOf(of), number: of.serial, subject_id: paper, area_id: of.areaId })
    .execute()
