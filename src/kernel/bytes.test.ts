import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBase64Url, fromUtf8, toBase64Url, toUtf8 } from './bytes.ts'

it('writes base64url as Node does, and reads it back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes)
    }),
  )
})

it.each(['A', 'AB=', 'A B', 'AB/+', 'AAAAA', 'AB'.concat('~'), '\u1ea1a'])('refuses %s as base64url', (text) => {
  expect(fromBase64Url(text)).toBeNull()
})

it('writes UTF-8 as TextEncoder does, and reads it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(toUtf8(text)).toEqual(new TextEncoder().encode(text))
      expect(fromUtf8(toUtf8(text))).toBe(text)
    }),
  )
})

it('reads exactly the bytes that a strict decoder reads', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const read = (bytes: Uint8Array): string | null => {
    try {
      return strict.decode(bytes)
    } catch {
      return null
    }
  }
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(0xc0, 0x80, 0xe1, 0xba, 0xed, 0xa0, 0xf0, 0xf8))
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 8 }), (list) => {
      const bytes = Uint8Array.from(list)
      expect(fromUtf8(bytes)).toBe(read(bytes))
    }),
    { numRuns: 3000 },
  )
})
