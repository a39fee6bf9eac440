import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64Url } from './bytes.ts'
import { plainDate } from './dates.ts'
import { packed, unpacked } from './packed.ts'
import { paperBytes, type SignedPaper, signedText } from './signed.ts'

const paper: SignedPaper = {
  v: 1,
  kind: 'certificate',
  number: '0012/GCN-2027',
  id: '01980000-0000-7000-8000-0123456789ab',
  issuedBy: { name: 'Xã Tam Hồng', code: '09043' },
  holder: 'Nguyễn Thị Mẵn',
  states: 'poor',
  years: { from: 2027, to: 2027 },
  day: plainDate('2026-12-10'),
  hash: '00ff00ff00ff00ff',
}
const signature = Uint8Array.from({ length: 64 }, (_, at) => at)
const textOf = (of: SignedPaper, key = '00ab12cd') => signedText(key, paperBytes(of), signature)

describe('a signed text as digits', () => {
  it('comes back letter by letter, whatever it says', () => {
    const word = fc.string({ maxLength: 60, unit: 'grapheme' }).map((text) => text.replace(/[\n\r\ud800-\udfff]/g, ''))
    fc.assert(
      fc.property(word, word, fc.boolean(), fc.uuid(), (holder, states, hashed, id) => {
        const text = textOf({ ...paper, holder, states, id, hash: hashed ? paper.hash : '' })
        const digits = packed(text)
        expect(digits).toMatch(/^\d+$/)
        expect(unpacked(digits ?? '')).toBe(text)
      }),
    )
  })

  it('is not made of a text that has another shape', () => {
    for (const text of [
      '',
      'k1.abc.def',
      textOf(paper, 'k1'),
      textOf({ ...paper, id: 'DECISION-1' }),
      `${textOf(paper)}A`,
    ])
      expect(packed(text)).toBeNull()
    expect(packed(textOf({ ...paper, hash: 'ABCDEF0123456789' }))).toBeNull()
    expect(packed(`00ab12cd.${toBase64Url(Uint8Array.of(1, 2))}.${toBase64Url(signature)}`)).toBeNull()
  })

  it('is not read from digits that are none of ours', () => {
    for (const digits of ['', '0', '12', '-1', '1e9', '9'.repeat(400), '1'.repeat(3001), '0x12', '１２'])
      expect(unpacked(digits)).toBeNull()
  })
})
