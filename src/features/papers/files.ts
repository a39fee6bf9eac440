/**
 * Files and scans. Who may add or read one is decided by the room that asks: it hands over the file and says for which
 * unit and by whom it is kept.
 */
import { createHash } from 'node:crypto'
import type { AccountId, AreaId, FileId } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { UploadedFile } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { tasksAt } from '#platform/server/workers/task.ts'
import type { Workers } from '#platform/server/workers/workers.ts'
import { papersProblem } from './problems.ts'

const looking = tasksAt<typeof import('./scan/look.ts')>(new URL('./scan/look.ts', import.meta.url))

/** The whole of a signed page as it is kept. */
export type Scan = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }

/**
 * Looks through the whole file beside the thread that answers: an act that cannot be undone rests on it. What follows the
 * end of a picture is cut off. A refusal is handed over, for `keepScan` to say: who may not act hears that first, and a
 * resend is answered.
 */
export async function seenScan(file: UploadedFile | null, readers: Workers): Promise<Scan | Problem> {
  if (!file || file.bytes.length === 0) return papersProblem('papers.scan_missing')
  try {
    const { mediaType, length } = await readers.run(looking, 'look', file.bytes)
    return { name: file.name || 'scan', mediaType, bytes: file.bytes.subarray(0, length) }
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

export type Keeping = { readonly area: AreaId; readonly by: AccountId }

/** Keeps the scan of a signed page. Throws `papers.scan_missing`, and what `look` and the workers refuse. */
export async function keepScan(db: Db, seen: Scan | Problem, { area, by }: Keeping): Promise<FileId> {
  if (seen instanceof Problem) throw seen
  const { name, mediaType, bytes } = seen
  const id = newId<'file'>()
  await db
    .insertInto('file')
    .values({
      id,
      area_id: area,
      name,
      media_type: mediaType,
      byte_length: bytes.length,
      sha256: createHash('sha256').update(bytes).digest(),
      content: bytes,
      created_by: by,
    })
    .execute()
  return id
}
