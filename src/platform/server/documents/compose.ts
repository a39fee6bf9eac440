/** Papers that any room may print, as whole bytes, for a worker to make. A room's own papers lie in the room. */
import type { PaperFrame, TableInput } from './types.ts'

/** The library is loaded with the first paper that needs it. */
export async function tableXlsx(given: TableInput, frame: PaperFrame): Promise<Uint8Array> {
  const { tableXlsx } = await import('./xlsx/table.ts')
  return tableXlsx(given, frame)
}
