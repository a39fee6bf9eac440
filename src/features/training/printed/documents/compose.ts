/** The papers of plans as whole bytes, for a worker to make; each library is loaded with the first that needs it. */
import { pdfBytes } from '#platform/server/documents/pdf/bytes.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import type { PlanPrint } from './texts.ts'

export async function planPdf(given: PlanPrint, frame: PaperFrame): Promise<Uint8Array> {
  const { planPdf } = await import('./pdf.ts')
  return pdfBytes(planPdf(given, frame))
}

export async function planDocx(given: PlanPrint, frame: PaperFrame): Promise<Uint8Array> {
  const { planDocx } = await import('./docx.ts')
  return planDocx(given, frame)
}

export async function planXlsx(given: PlanPrint, frame: PaperFrame): Promise<Uint8Array> {
  const { planXlsx } = await import('./xlsx.ts')
  return planXlsx(given, frame)
}
