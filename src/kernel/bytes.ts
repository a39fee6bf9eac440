/** Text and bytes without a host: the pure files know neither TextEncoder nor Buffer. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const sextets = new Map([...alphabet].map((letter, at) => [letter, at]))

export function toBase64Url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    const letters = Math.min(3, bytes.length - at) + 1
    for (let n = 0; n < letters; n++) text += alphabet.charAt((group >> (18 - 6 * n)) & 63)
  }
  return text
}

/** The bytes, or null where the text is not the one way to write them. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let group = 0
  let bits = 0
  let at = 0
  for (const letter of text) {
    const sextet = sextets.get(letter)
    if (sextet === undefined) return null
    group = ((group << 6) | sextet) & 0xffffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (group >> bits) & 255
    }
  }
  return toBase64Url(bytes) === text ? bytes : null
}

const isHalf = (code: number): boolean => code >= 0xd800 && code < 0xe000

/** A lone surrogate becomes U+FFFD, as TextEncoder does. */
export function toUtf8(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = []
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0
    const code = isHalf(point) ? 0xfffd : point
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code, 0))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code, 6), tail(code, 0))
    else bytes.push(0xf0 | (code >> 18), tail(code, 12), tail(code, 6), tail(code, 0))
  }
  return Uint8Array.from(bytes)
}

const tail = (code: number, shift: number): number => 0x80 | ((code >> shift) & 0x3f)

/** The text, or null where the bytes are not well-formed UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | null {
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    let code = length === 1 ? first : first & (0xff >> (length + 1))
    for (let n = 1; n < length; n++) code = (code << 6) | ((bytes[at + n] ?? 0) & 0x3f)
    if (code > 0x10ffff) return null
    text += String.fromCodePoint(code)
    at += length
  }
  // Written back, only well-formed input gives the same bytes: this refuses overlong forms, strays and cut ends.
  const again = toUtf8(text)
  return again.length === bytes.length && again.every((byte, at) => byte === bytes[at]) ? text : null
}
