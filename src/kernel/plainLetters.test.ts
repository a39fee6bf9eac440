import { expect, it } from 'vitest'
import { oldFontOf } from './oldFonts.ts'
import { plainLetters } from './plainLetters.ts'

it.each([
  ['\u00d0inh V\u0103n \u00d0\u1ee9c', 'Đinh Văn Đức'],
  ['l\u00e0ng \u0256\u1ecf, \u0189\u1eafk', 'làng đỏ, Đắk'],
  ['\u00f0inh', 'đinh'],
  ['\uff2c\uff4f \uff11\uff12', 'Lo 12'],
  ['Lò Thị Ánh', 'Lò Thị Ánh'],
])('%s is written %s', (written, plain) => {
  expect(plainLetters(written)).toBe(plain)
})

it('leaves a text of an old font to be told as one: Tr\u00d0 is Tré', () => {
  expect(plainLetters('Tr\u00d0')).toBe('Tr\u00d0')
  expect(oldFontOf(plainLetters('Lª ThÞ Tr\u00d0'))).toBe('TCVN3')
})
