/** Whether bytes are letters that nothing runs. */
import { libraryProblem } from '../problems.ts'

/** A book has a million letters. */
const mostBytes = 10_000_000
/** But for what begins a line or a page. */
const controls = /(?![\t\n\f\r])\p{Cc}/u
const markup = /^\s*<(!|\?xml|[a-z])|<(script|html|svg|iframe|object|embed)\b/i

/** Throws `library.file_type`, `library.file_markup`. */
export function mustBePlain(bytes: Buffer): void {
  if (bytes.length > mostBytes) throw libraryProblem('library.file_type')
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const text = decoded(bytes, wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8')
  if (markup.test(text)) throw libraryProblem('library.file_markup')
  if (controls.test(text)) throw libraryProblem('library.file_type')
}

function decoded(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw libraryProblem('library.file_type')
  }
}
