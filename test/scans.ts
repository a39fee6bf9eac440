/** Scans of a signed page for tests: the least that is whole. */
import { crc32, deflateSync } from 'node:zlib'

const jpegBase64 =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/wAALCAAQABABAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAwAE/8QAGxAAAAcBAAAAAAAAAAAAAAAAADE0cXOxs+L/2gAIAQEAAD8A3JYM+aYnEASwZ80xf//Z'
const progressiveBase64 =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/wgALCAAQABABAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAgAD/9oACAEBAAAAAd3D/8QAFhABAQEAAAAAAAAAAAAAAAAAMgAQ/9oACAEBAAEFAjpv/8QAFxAAAwEAAAAAAAAAAAAAAAAAAGGxEP/aAAgBAQAGPwJTVD//xAAXEAEBAQEAAAAAAAAAAAAAAADwMQAQ/9oACAEBAAE/IWTrJv/aAAgBAQAAABBv/8QAGBAAAwEBAAAAAAAAAAAAAAAAMXHw4RD/2gAIAQEAAT8QmYQ5Mwh//9k='
/** Grey, sixteen points by sixteen. */
export const jpeg = Buffer.from(jpegBase64, 'base64')
export const progressiveJpeg = Buffer.from(progressiveBase64, 'base64')

export function pngPart(name: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  const named = Buffer.concat([Buffer.from(name), data])
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

type Png = { readonly interlaced?: boolean; readonly bytes?: number; readonly parts?: readonly Buffer[] }

/** Grey, five points by three; `bytes`: of its image, unpacked. */
export function pngOf({ interlaced = false, bytes = interlaced ? 22 : 18, parts }: Png = {}): Buffer {
  const head = Buffer.from([0, 0, 0, 5, 0, 0, 0, 3, 8, 0, 0, 0, Number(interlaced)])
  const image = [pngPart('IDAT', deflateSync(Buffer.alloc(bytes)))]
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngPart('IHDR', head),
    ...(parts ?? image),
    pngPart('IEND', Buffer.alloc(0)),
  ])
}
export const png = pngOf()

const lineOf = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`

/** A document of these objects, the first of them its catalog, with its directory. */
export function pdfOf(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const size = objects.length + 1
  const directory = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.map(lineOf).join('')}`
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + directory + end, 'latin1')
}

export const onePage = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
  '<< /Length 18 >>\nstream\n60 60 400 90 re f\n\nendstream',
] as const

/** One page of A4 with a dark patch. */
export const tinyPdf = pdfOf(onePage)
