/** Tests on paper as whole bytes, for a worker to make; the library is loaded with the first that needs it. */
import { pdfBytes } from '#platform/server/documents/pdf/bytes.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import type { TestPaper } from './types.ts'

export async function testPdf(given: TestPaper, frame: PaperFrame): Promise<Uint8Array> {
  const { testPdf } = await import('./pdf.ts')
  return pdfBytes(testPdf(given, frame))
}
