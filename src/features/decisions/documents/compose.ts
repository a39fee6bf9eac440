/**
 * Papers as whole bytes, for a worker to make: what a commune prints at once is some megabytes at most. Each library is
 * loaded with the first paper that needs it.
 */
import { pdfBytes } from '#platform/server/documents/pdf/bytes.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import type { CertificateInput, CorrectionInput, DecisionInput, HouseholdListInput } from './types.ts'

export async function certificatesPdf(given: readonly CertificateInput[], frame: PaperFrame): Promise<Uint8Array> {
  const { certificatesPdf } = await import('./pdf/certificate.ts')
  return pdfBytes(certificatesPdf(given, frame))
}

export async function decisionPdf(given: DecisionInput, frame: PaperFrame): Promise<Uint8Array> {
  const { decisionPdf } = await import('./pdf/decision.ts')
  return pdfBytes(decisionPdf(given, frame))
}

export async function correctionPdf(given: CorrectionInput, frame: PaperFrame): Promise<Uint8Array> {
  const { correctionPdf } = await import('./pdf/correction.ts')
  return pdfBytes(correctionPdf(given, frame))
}

export async function householdListPdf(given: HouseholdListInput, frame: PaperFrame): Promise<Uint8Array> {
  const { householdListPdf } = await import('./pdf/householdList.ts')
  return pdfBytes(householdListPdf(given, frame))
}

export async function decisionDocx(given: DecisionInput, frame: PaperFrame): Promise<Uint8Array> {
  const { decisionDocx } = await import('./docx/decision.ts')
  return decisionDocx(given, frame)
}

export async function correctionDocx(given: CorrectionInput, frame: PaperFrame): Promise<Uint8Array> {
  const { correctionDocx } = await import('./docx/correction.ts')
  return correctionDocx(given, frame)
}

export async function householdListXlsx(given: HouseholdListInput, frame: PaperFrame): Promise<Uint8Array> {
  const { householdListXlsx } = await import('./xlsx/householdList.ts')
  return householdListXlsx(given, frame)
}
