/** Looks through the whole of a file that is put into the library. Done in a worker: a file may be made to be slow. */
import { createHash } from 'node:crypto'
import { lengthOfJpeg } from '#features/papers/scan/jpeg.ts'
import { mustBeDocument } from '#features/papers/scan/pdf.ts'
import { lengthOfPng } from '#features/papers/scan/png.ts'
import { fileKindOf } from '#kernel/fileKinds.ts'
import { Problem } from '#kernel/problem.ts'
import type { FileType } from '../model.ts'
import { libraryProblem } from '../problems.ts'
import { isMp4, lengthOfMp3 } from './media.ts'
import { officeType } from './office.ts'
import { mustBePlain } from './plain.ts'

/** The type that the bytes tell, how many of them are kept from the first one, and their hash. */
export type Seen = { readonly type: FileType; readonly length: number; readonly sha256: string }

const oldOffice = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

async function typeOf(bytes: Buffer): Promise<Omit<Seen, 'sha256'>> {
  const whole = { length: bytes.length }
  switch (fileKindOf(bytes)) {
    case 'pdf':
      await mustBeDocument(bytes)
      return { type: 'application/pdf', ...whole }
    case 'jpeg':
      return { type: 'image/jpeg', length: await lengthOfJpeg(bytes) }
    case 'png':
      return { type: 'image/png', length: await lengthOfPng(bytes) }
    case 'workbook':
      return { type: await officeType(bytes), ...whole }
  }
  if (bytes.subarray(0, 4).equals(oldOffice)) throw libraryProblem('library.file_old')
  if (isMp4(bytes)) return { type: 'video/mp4', ...whole }
  const sound = lengthOfMp3(bytes)
  if (sound !== null) return { type: 'audio/mpeg', length: sound }
  mustBePlain(bytes)
  return { type: 'text/plain', ...whole }
}

/** What a scan is refused for, said of a file of the library. */
const ofScans: Readonly<Record<string, Parameters<typeof libraryProblem>[0]>> = {
  'papers.scan_broken': 'library.file_broken',
  'papers.scan_locked': 'library.file_broken',
  'papers.scan_active': 'library.file_macro',
}

/** Throws what `libraryProblem` says of files. */
export async function look(given: Uint8Array): Promise<Seen> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  try {
    const { type, length } = await typeOf(bytes)
    return { type, length, sha256: createHash('sha256').update(bytes.subarray(0, length)).digest('hex') }
  } catch (error) {
    const code = error instanceof Problem ? ofScans[error.code] : undefined
    throw code ? libraryProblem(code) : error
  }
}
