/** How high a row must be for its longest cell: a spreadsheet does not make room by itself where cells are joined. */

export type Merge = {
  readonly startRow: number
  readonly startCol: number
  readonly endRow: number
  readonly endCol: number
}
export type Laid = {
  /** The cells of every row as text, and the points of their letters. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly size: number }[]
  /** In characters, as a spreadsheet counts the width of a column. */
  readonly widths: readonly number[]
  readonly merges: readonly Merge[]
}

/** The size by which a spreadsheet counts widths and the height of a row that says none. */
const usual = { size: 11, line: 15 } as const
/** Letters of a line: in Times, bold, some more than the digits by which widths are counted. */
const usable = (width: number, size: number): number => Math.max(1, Math.floor((width * 1.1 * usual.size) / size))

/** Lines that a text takes where this many letters stand in one; a word that is longer is cut. */
export function linesOf(text: string, letters: number): number {
  let lines = 0
  for (const part of text.split('\n')) {
    let left = 0
    for (const word of part.split(' ')) {
      if (left >= word.length + 1) left -= word.length + 1
      else {
        lines += Math.max(1, Math.ceil(word.length / letters))
        left = letters - (word.length % letters || letters)
      }
    }
  }
  return Math.max(1, lines)
}

/** Points by the index of a row, only of rows that need more than one usual line. */
export function heightsOf({ rows, widths, merges }: Laid): Map<number, number> {
  const across = new Map(merges.map((merge) => [`${merge.startRow},${merge.startCol}`, merge]))
  const heights = new Map<number, number>()
  rows.forEach(({ cells, size }, row) => {
    const line = Math.ceil((size * usual.line) / usual.size)
    cells.forEach((text, column) => {
      if (text === '') return
      const { endCol = column, endRow = row } = across.get(`${row},${column}`) ?? {}
      const width = widths.slice(column, endCol + 1).reduce((sum, one) => sum + one, 0)
      // What reaches over two rows finds its room in the second.
      const points = (linesOf(text, usable(width, size)) - (endRow - row)) * line
      if (points > Math.max(usual.line, heights.get(endRow) ?? 0)) heights.set(endRow, points)
    })
  })
  return heights
}
