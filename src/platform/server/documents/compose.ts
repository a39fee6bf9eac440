/** Papers that any room may print, as whole bytes, for a worker to make. A room's own papers lie in the room. */
import type { PaperFrame, TableInput } from './types.ts'

/** The library is loaded with the first paper that needs it. */
export async function tableXlsx(given: TableInput, frame: PaperFrame): Promise<Uint8Array> {
  const { tableXlsx } = await import('./xlsx/table.ts')
  return tableXlsx(given, frame)
}

/** A list is printed whatever its texts: a letter that the font lacks becomes a question mark, since nothing is signed here. */
export async function tablePdf(given: TableInput, frame: PaperFrame): Promise<Uint8Array> {
  const { tablePdf } = await import('./pdf/plainTable.ts')
  const { pdfBytes } = await import('./pdf/bytes.ts')
  const { withoutMissing } = await import('./pdf/fonts.ts')
  return pdfBytes(tablePdf(withoutMissing(given), frame))
}

export async function tableCsv(given: TableInput): Promise<Uint8Array> {
  const { tableCsv } = await import('./xlsx/tableCsv.ts')
  return tableCsv(given)
}
