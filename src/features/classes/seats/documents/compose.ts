/** Letters to a class as whole bytes, for a worker to make; each library is loaded with the first that needs it. */
import { pdfBytes } from '#platform/server/documents/pdf/bytes.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import type { CallingPaper } from './texts.ts'

export async function callingPdf(given: CallingPaper, frame: PaperFrame): Promise<Uint8Array> {
  const { callingPdf } = await import('./pdf.ts')
  return pdfBytes(callingPdf(given, frame))
}

export async function callingDocx(given: CallingPaper, frame: PaperFrame): Promise<Uint8Array> {
  const { callingDocx } = await import('./docx.ts')
  return callingDocx(given, frame)
}
