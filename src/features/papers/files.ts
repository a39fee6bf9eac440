/**
 * Files and scans. Who may add or read one is decided by the room that asks: it hands over the file and says for which
 * unit and by whom it is kept.
 */
import { createHash } from 'node:crypto'
import type { AccountId, AreaId, FileId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { UploadedFile } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { papersProblem } from './problems.ts'

const kinds: readonly (readonly [mediaType: string, begins: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** The media type that the first bytes tell, whatever name or browser say; null where it is none of the three. */
const mediaTypeOf = (bytes: Uint8Array): string | null =>
  kinds.find(([, begins]) => begins.every((byte, at) => bytes[at] === byte))?.[0] ?? null

export type Keeping = { readonly area: AreaId; readonly by: AccountId }

/** Keeps the scan of a signed page. Throws `papers.scan_missing` or `papers.scan_type`. */
export async function keepScan(db: Db, file: UploadedFile | null, { area, by }: Keeping): Promise<FileId> {
  if (!file || file.bytes.length === 0) throw papersProblem('papers.scan_missing')
  const mediaType = mediaTypeOf(file.bytes)
  if (!mediaType) throw papersProblem('papers.scan_type')
  const id = newId<'file'>()
  await db
    .insertInto('file')
    .values({
      id,
      area_id: area,
      name: file.name || 'scan',
      media_type: mediaType,
      byte_length: file.bytes.length,
      sha256: createHash('sha256').update(file.bytes).digest(),
      content: file.bytes,
      created_by: by,
    })
    .execute()
  return id
}

export const findFile = (db: Db, file: FileId) =>
  db.selectFrom('file').select(['name', 'media_type', 'content']).where('id', '=', file).executeTakeFirst()
