/** How wide the columns of a list are, in characters: as its texts ask for, so that few of them break. */
const least = 6
const most = 36

type Row = readonly (string | number | null)[]

/** The width below which nine of ten texts stay; never less than the longest word of the head. */
export function widthsOf(heads: readonly string[], rows: readonly Row[]): number[] {
  const some = rows.length > 500 ? rows.filter((_, at) => at % Math.ceil(rows.length / 500) === 0) : rows
  return heads.map((head, at) => {
    const word = Math.max(...head.split(' ').map((part) => part.length))
    const lengths = some.map((row) => String(row[at] ?? '').length).sort((a, b) => a - b)
    const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0
    return Math.min(most, Math.max(least, word + 2, usual + 2))
  })
}
