/** What an Office file is, by the parts that its directory names. Nothing of it is unpacked here, but for its first page of contents. */
import { buffer } from 'node:stream/consumers'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Problem } from '#kernel/problem.ts'
import type { FileType } from '../model.ts'
import { libraryProblem } from '../problems.ts'

const contents = '[Content_Types].xml'
const mains: readonly (readonly [part: string, type: FileType])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]

const limits = {
  parts: 5_000,
  /** Bytes of all parts once unpacked: ten times the largest file. */
  unpacked: 500_000_000,
  /** A part this small may be packed as tightly as it likes. */
  small: 10_000_000,
  ratio: 200,
  contents: 1_000_000,
} as const

const runs = /vbaProject|\.(bin|exe|dll|js|vbs|bat|cmd|ps1|hta|jar|scr|com|msi)$/i
/** Pictures of printers' settings are what every workbook carries. */
const harmless = /printerSettings\d*\.bin$/i

const macros = /macroEnabled|vbaProject|activeX|oleObject/i

/** Throws `library.file_broken`, `library.file_old`, `library.file_macro`, `library.file_packed`, `library.file_type`. */
export async function officeType(bytes: Buffer): Promise<FileType> {
  try {
    const zip = await fromBufferPromise(bytes)
    if (zip.entryCount > limits.parts) throw libraryProblem('library.file_packed')
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    const names = new Set(entries.map(({ fileName }) => fileName))
    const main = mains.find(([part]) => names.has(part))
    if (!main || !names.has(contents)) throw libraryProblem('library.file_type')
    if (names.size < entries.length) throw libraryProblem('library.file_broken')
    if (entries.some((entry) => entry.isEncrypted())) throw libraryProblem('library.file_old')
    mustUnpack(entries)
    if ([...names].some((name) => runs.test(name) && !harmless.test(name))) throw libraryProblem('library.file_macro')
    if (macros.test(await contentsOf(zip, entries))) throw libraryProblem('library.file_macro')
    return main[1]
  } catch (error) {
    if (error instanceof Problem) throw error
    throw libraryProblem('library.file_broken')
  }
}

function mustUnpack(entries: readonly Entry[]): void {
  const all = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const tight = entries.some(
    ({ uncompressedSize: open, compressedSize: packed }) => open > limits.small && open / packed > limits.ratio,
  )
  if (tight || all > limits.unpacked) throw libraryProblem('library.file_packed')
}

async function contentsOf(zip: ZipFile, entries: readonly Entry[]): Promise<string> {
  const entry = entries.find(({ fileName }) => fileName === contents)
  if (!entry || entry.uncompressedSize > limits.contents) throw libraryProblem('library.file_packed')
  return (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8')
}
