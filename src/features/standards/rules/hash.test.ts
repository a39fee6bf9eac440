import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalJson, contentHash, sha256 } from './hash.ts'

describe('the content hash', () => {
  it.each(['', 'abc', 'Hộ nghèo '.repeat(40), '😀'.repeat(16), 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(64)])(
    'agrees with the machine on %j',
    (text) => expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex')),
  )

  it('does not depend on the order of names, and changes with any value', () => {
    const standard = { lines: { rural: 1_500_000, urban: 2_000_000 }, marks: ['text', null], name: 'Chuẩn' }
    const turned = {
      name: 'Chuẩn',
      marks: ['text', null],
      lines: { urban: 2_000_000, rural: 1_500_000 },
      gone: undefined,
    }
    expect(canonicalJson(turned)).toBe(canonicalJson(standard))
    expect(contentHash({ ...turned, marks: [null, 'text'] })).not.toBe(contentHash(standard))
  })
})
