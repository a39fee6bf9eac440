import { describe, expect, it } from 'vitest'
import { signedTextIn } from './signedText.ts'

describe('what a citizen gives to be checked', () => {
  it('is the same whether scanned, pasted as an address, or copied with line breaks from a message', () => {
    expect(signedTextIn('#k1.abc.def')).toBe('k1.abc.def')
    expect(signedTextIn('https://xa.example.vn/kiem-tra#k1.abc.def')).toBe('k1.abc.def')
    expect(signedTextIn('  k1.abc\n.def ')).toBe('k1.abc.def')
    expect(signedTextIn('#k1%2Eabc.def')).toBe('k1.abc.def')
  })

  it('is empty where there is no fragment, and a broken escape is left as it stands', () => {
    expect(signedTextIn('')).toBe('')
    expect(signedTextIn('https://xa.example.vn/kiem-tra#')).toBe('')
    expect(signedTextIn('#k1.%zz.def')).toBe('k1.%zz.def')
  })
})
