/** Files of the library: looked through before they are kept, and read in pieces, so that no file stands in memory whole. */
import { Readable } from 'node:stream'
import type { AccountId, AreaId, FileId, MaterialId } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import type { Db } from '#platform/server/database/open.ts'
import { fileName } from '#platform/server/documents/file.ts'
import type { Paper, UploadedFile } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { tasksAt } from '#platform/server/workers/task.ts'
import type { Workers } from '#platform/server/workers/workers.ts'
import { type FileType, fileTypes } from './model.ts'
import { libraryProblem } from './problems.ts'
import { pieceOfFile } from './queries.ts'

const looking = tasksAt<typeof import('./scan/look.ts')>(new URL('./scan/look.ts', import.meta.url))

export type Seen = { readonly name: string; readonly type: FileType; readonly bytes: Buffer; readonly sha256: Buffer }

/** A refusal is handed over, for `keepFile` to say: who may not act hears that first, and a resend is answered. */
export async function seenFile(file: UploadedFile | null, readers: Workers): Promise<Seen | Problem> {
  if (!file || file.bytes.length === 0) return libraryProblem('library.file_missing')
  try {
    const { type, length, sha256 } = await readers.run(looking, 'look', file.bytes)
    const bytes = file.bytes.subarray(0, length)
    return { name: file.name || fileTypes[type].ending, type, bytes, sha256: Buffer.from(sha256, 'hex') }
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** As a version names it. */
export type Kept = { readonly file_id: FileId; readonly media_type: FileType; readonly byte_length: number }

/** Throws what `seenFile` found. */
export async function keepFile(
  db: Db,
  seen: Seen | Problem,
  { area, by }: { readonly area: AreaId; readonly by: AccountId },
): Promise<Kept> {
  if (seen instanceof Problem) throw seen
  const { name, type, bytes, sha256 } = seen
  const id = newId<'file'>()
  const whole = { media_type: type, byte_length: bytes.length }
  await db
    .insertInto('file')
    .values({ id, area_id: area, name, ...whole, sha256, content: bytes, created_by: by })
    .execute()
  return { file_id: id, ...whole }
}

/** What is asked of the database at once. */
const piece = 1024 * 1024

type Wanted = { readonly materialId: MaterialId; readonly version: number; readonly bytes: number }
type ReadOn = (ask: (call: { readonly db: Db }) => Promise<Buffer | null>) => Promise<Buffer | null>

/** Each piece in a transaction of its own: a slow line holds no connection. */
async function* piecesOf({ materialId, version, bytes }: Wanted, readOn: ReadOn): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes; from += piece) {
    const read = await readOn(({ db }) => pieceOfFile(db, { materialId, version, from, bytes: piece }))
    if (!read) throw libraryProblem('library.no_file')
    yield read
  }
}

type Named = Wanted & { readonly type: FileType; readonly title: string }
/** It is saved under its title, and never opened as a page of ours. */
export const libraryFile = ({ type, title, ...wanted }: Named, readOn: ReadOn): Paper => ({
  name: `${fileName({ what: title })}.${fileTypes[type].ending}`,
  mediaType: type,
  body: Readable.from(piecesOf(wanted, readOn), { objectMode: false }),
  fromOutside: true,
})
