/** The scan of a signed page: what the bytes are, whatever the name or the browser says. */
import { createHash } from 'node:crypto'
import { reviewProblem } from '#features/reviews/problems.ts'
import type { UploadedFile } from '#platform/server/handle.ts'

const kinds: readonly (readonly [mediaType: string, begins: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** The media type that the first bytes tell; null where it is none of the three. */
export const mediaTypeOf = (bytes: Uint8Array): string | null =>
  kinds.find(([, begins]) => begins.every((byte, at) => bytes[at] === byte))?.[0] ?? null

/** Throws `reviews.scan_missing` or `reviews.scan_type`. */
export function checkedScan(file: UploadedFile | null): { mediaType: string; sha256: Buffer; file: UploadedFile } {
  if (!file || file.bytes.length === 0) throw reviewProblem('reviews.scan_missing')
  const mediaType = mediaTypeOf(file.bytes)
  if (!mediaType) throw reviewProblem('reviews.scan_type')
  return { mediaType, sha256: createHash('sha256').update(file.bytes).digest(), file }
}
