/** Slips as whole bytes, for a worker to make; the library is loaded with the first that needs it. */
import { pdfBytes } from '#platform/server/documents/pdf/bytes.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import type { SlipsPaper } from './types.ts'

export async function slipsPdf(given: SlipsPaper, frame: PaperFrame): Promise<Uint8Array> {
  const { slipsPdf } = await import('./pdf.ts')
  return pdfBytes(slipsPdf(given, frame))
}
