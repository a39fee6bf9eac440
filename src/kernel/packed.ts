/**
 * A signed text as digits. A QR holds three digits in ten bits, so this takes a fifth fewer modules than base64url and
 * each is larger on paper: what a copy of a copy can still be read by. Nothing of the text is lost or added.
 */
import { fromBase64Url, fromUtf8, toBase64Url, toUtf8 } from './bytes.ts'

/** With the short hash of a document, and without one. */
const forms = { hashed: 1, bare: 2 } as const
const sizes = { key: 4, signature: 64, id: 16, hash: 8 } as const
/** Where the lines of a signed paper hold its id and its hash. */
const idAt = 3
const hashAt = 10

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const isHex = (text: string, size: number): boolean => text.length === size * 2 && /^[0-9a-f]*$/.test(text)
const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const dashed = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

/** The digits; null where the text has another shape than ours, and then stands as it is. */
export function packed(signed: string): string | null {
  const [key = '', body = '', tail = ''] = signed.split('.')
  const [bytes, signature] = [fromBase64Url(body), fromBase64Url(tail)]
  const words = bytes && fromUtf8(bytes)?.split('\n')
  if (!words || !signature) return null
  const [id = '', hash = ''] = [words[idAt], words[hashAt]]
  if (!isHex(key, sizes.key) || !uuid.test(id) || !(hash === '' || isHex(hash, sizes.hash))) return null
  const form = hash === '' ? forms.bare : forms.hashed
  const rest = words.filter((_, at) => at !== idAt && at !== hashAt).join('\n')
  const hex = [form.toString(16), key, hexOf(signature), id.replaceAll('-', ''), hash, hexOf(toUtf8(rest))].join('')
  const digits = BigInt(`0x${hex}`).toString()
  return unpacked(digits) === signed ? digits : null
}

/** The signed text; null where the digits are none of ours. */
export function unpacked(digits: string): string | null {
  if (!/^[1-9]\d{0,2999}$/.test(digits)) return null
  const hex = BigInt(digits).toString(16)
  const form = Number(hex.slice(0, 1))
  if (hex.length % 2 === 0 || (form !== forms.hashed && form !== forms.bare)) return null
  let at = 1
  const take = (size: number): string => {
    at += size * 2
    return hex.slice(at - size * 2, at)
  }
  const [key, signature, id] = [take(sizes.key), take(sizes.signature), take(sizes.id)]
  const hash = form === forms.hashed ? take(sizes.hash) : ''
  const words = fromUtf8(bytesOf(hex.slice(at)))?.split('\n')
  if (!words || signature.length < sizes.signature * 2) return null
  words.splice(idAt, 0, dashed(id))
  words.splice(hashAt, 0, hash)
  return `${key}.${toBase64Url(toUtf8(words.join('\n')))}.${toBase64Url(bytesOf(signature))}`
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16))
