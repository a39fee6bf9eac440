/** The bytes of a JSON body into an object of fields. */
import { isUtf8 } from 'node:buffer'
import { problem } from '#kernel/problem.ts'
import { bounds } from './bounds.ts'
import { edgeProblem } from './problems.ts'

/** A shorter text cannot be deep enough to be dear. */
const shortBytes = 64 * 1024

/**
 * The fields of a body; none where it is empty. A name said twice counts as it was said last. Bytes that are not UTF-8
 * are refused and not mended: whoever sends another encoding would lose every Vietnamese letter without a word.
 * Throws `input.unreadable` and `input.too_large`.
 */
export function fieldsOfJson(bytes: Buffer): Record<string, unknown> {
  if (bytes.length === 0) return {}
  if (!isUtf8(bytes)) throw edgeProblem('input.unreadable', { what: 'UTF-8' })
  if (bytes.length > shortBytes && !isShallow(bytes)) throw problem('input.too_large', { where: '/' })
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw edgeProblem('input.unreadable', { what: 'JSON' })
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw edgeProblem('input.unreadable', { what: 'JSON' })
  return value as Record<string, unknown>
}

const [quote, backslash, openList, closeList, openObject, closeObject] = [...'"\\[]{}'].map((c) => c.charCodeAt(0))

/** Whether lists and objects lie in one another no deeper than the bound, read off the bytes: parsing them costs more. */
function isShallow(bytes: Buffer): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (inText) {
      if (byte === backslash) at++
      else if (byte === quote) inText = false
    } else if (byte === quote) inText = true
    else if (byte === openList || byte === openObject) {
      if (++depth > bounds.depth) return false
    } else if (byte === closeList || byte === closeObject) depth--
  }
  return true
}
