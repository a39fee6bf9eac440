/** A finished document as bytes. Large ones are streamed in place of this: a pdfkit document is a readable stream. */
export async function pdfBytes(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for await (const part of doc) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
