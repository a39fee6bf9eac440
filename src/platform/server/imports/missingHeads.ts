/** What is said where needed headings do not stand in one row: which stand elsewhere, which are not there at all. */
import { type Columns, columnFinder, type RowFaultShown } from '#kernel/imports.ts'
import { fold, type Said } from '#kernel/text.ts'
import type { Merge } from '../documents/xlsx/heights.ts'
import { cellAddress, type ReadRow } from '../documents/xlsx/limits.ts'
import { mergeFinder, mergeName } from './blank.ts'

/** Headings of one table lie over three rows at most. */
const rowsAround = 2
/** Headings stand below a title of some lines, never further down. */
export const rowsLookedAt = 60

type Standing<K extends string> = { readonly key: K; readonly cell: string; readonly merge: Merge | undefined }
type Ground<K extends string> = {
  readonly rows: readonly ReadRow[]
  readonly columns: Columns<K>
  readonly merges: readonly Merge[]
  /** The row that is read as the headings; none where no row has enough of them. */
  readonly head: ReadRow | undefined
  readonly missing: readonly K[]
}

/** The row with the most headings; of a list whose headings no row has. */
function bestRow<K extends string>({ rows, columns }: Ground<K>): ReadRow | undefined {
  const find = columnFinder(columns)
  const count = ({ cells }: ReadRow): number => cells.filter((cell) => find(cell) !== undefined).length
  const counts = rows.slice(0, rowsLookedAt).map((row) => ({ row, count: count(row) }))
  return counts.reduce((best, one) => (one.count > (best?.count ?? 0) ? one : best), counts[0])?.row
}

/** Where headings stand that are not in the row of the headings, in the rows around it. */
function standingAround<K extends string>(ground: Ground<K>): Standing<K>[] {
  const { rows, columns, merges, head, missing } = ground
  const [find, mergeAt, middle] = [columnFinder(columns), mergeFinder(merges), head ?? bestRow(ground)]
  const around = rows.filter(({ row }) => middle && row !== head?.row && Math.abs(row - middle.row) <= rowsAround)
  return missing.flatMap((key) => {
    for (const { row, cells } of around) {
      const place = cells.findIndex((cell) => find(cell) === key)
      if (place >= 0) return [{ key, cell: cellAddress(place, row), merge: mergeAt(place, row) }]
    }
    return []
  })
}

const words = (text: string): string[] => fold(text).match(/[a-z0-9]+/g) ?? []

/** The heading that names no column and has the most words of this one: half of them at least. */
function likeIt(title: string, headings: readonly string[]): string | undefined {
  const own = words(title)
  const shares = headings.map((heading) => {
    const others = words(heading)
    const same = own.filter((word) => others.includes(word)).length
    return { heading, share: same / Math.max(own.length, others.length) }
  })
  const best = shares.reduce((one, other) => (other.share > one.share ? other : one), { heading: '', share: 0 })
  return best.share >= 0.5 ? best.heading : undefined
}

function elsewhere<K extends string>({ columns, head }: Ground<K>, standing: readonly Standing<K>[]): Said {
  const all = (of: 'vi' | 'en') =>
    standing
      .map(({ key, cell, merge }) => {
        const where = merge ? { vi: `ô gộp ${mergeName(merge)}`, en: `the merged cell ${mergeName(merge)}` } : null
        return `“${columns[key].title[of]}” ${of === 'vi' ? 'ở' : 'in'} ${where?.[of] ?? (of === 'vi' ? `ô ${cell}` : cell)}`
      })
      .join(', ')
  return head
    ? {
        vi: `Tiêu đề nằm trên nhiều dòng: ${all('vi')}, các tiêu đề khác ở dòng ${head.row}. Hãy bỏ gộp và ghi mọi tiêu đề trên cùng một dòng.`,
        en: `The headings stand over several rows: ${all('en')}, the others in row ${head.row}. Take merges apart and write all headings in one row.`,
      }
    : {
        vi: `Chưa đủ tiêu đề trên cùng một dòng để đọc danh sách. Đã thấy: ${all('vi')}.`,
        en: `No row has enough headings for the list to be read. Seen: ${all('en')}.`,
      }
}

function absent<K extends string>({ rows, columns, head }: Ground<K>, keys: readonly K[]): Said {
  const find = columnFinder(columns)
  const looked = head ? [head] : rows.slice(0, rowsLookedAt)
  const strange = looked.flatMap(({ cells }) => cells.filter((cell) => cell.length <= 60 && cell && !find(cell)))
  const like = keys.flatMap((key) => {
    const heading = likeIt(columns[key].title.vi, strange)
    return heading ? [{ heading, title: columns[key].title }] : []
  })
  const asked = (of: 'vi' | 'en', is: string) =>
    like.map(({ heading, title }) => ` “${heading}” ${is} “${title[of]}”?`).join('')
  const names = (of: 'vi' | 'en') => keys.map((key) => columns[key].title[of]).join(', ')
  return {
    vi: `Thiếu cột: ${names('vi')}.${asked('vi', 'có phải là')} Hãy dùng tệp mẫu.`,
    en: `Columns are missing: ${names('en')}.${asked('en', 'means')} Use the template.`,
  }
}

/** `split`: some headings stand in other rows, so that these are no title. */
export function missingHeads<K extends string>(ground: Ground<K>): { fault: RowFaultShown; split: boolean } {
  const standing = standingAround(ground)
  const stands = new Set<string>(standing.map(({ key }) => key))
  const gone = ground.missing.filter((key) => !stands.has(key))
  const said = [
    ...(standing.length > 0 ? [elsewhere(ground, standing)] : []),
    ...(gone.length > 0 ? [absent(ground, gone)] : []),
  ]
  const all = (of: 'vi' | 'en') => said.map((one) => one[of]).join(' ')
  const fault = { row: ground.head?.row ?? 1, column: '', cell: '', vi: all('vi'), en: all('en') }
  return { fault, split: standing.length > 0 }
}
