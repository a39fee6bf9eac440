/** The papers of meetings as whole bytes, for a worker to make; each library is loaded with the first that needs it. */
import { pdfBytes } from '#platform/server/documents/pdf/bytes.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import type { MeetingPaper } from './texts.ts'

export async function meetingPdf(given: MeetingPaper, frame: PaperFrame): Promise<Uint8Array> {
  const { meetingPdf } = await import('./pdf.ts')
  return pdfBytes(meetingPdf(given, frame))
}

export async function meetingDocx(given: MeetingPaper, frame: PaperFrame): Promise<Uint8Array> {
  const { meetingDocx } = await import('./docx.ts')
  return meetingDocx(given, frame)
}
