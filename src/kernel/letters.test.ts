import { expect, it } from 'vitest'
import { wordsPattern } from './letters.ts'

const isSaid = (text: string) => new RegExp(wordsPattern).test(text)

it('something is said where something is seen', () => {
  for (const text of ['Ghi nhầm', '.', 'ghi\nnhầm', ' x ', 'a\u0301', '👍', 'Đ']) expect(isSaid(text), text).toBe(true)
  for (const text of ['', ' ', '\n', '\u200b', '\u00ad', '\u2060', '\u3164', '\u0301', '\ufeff \u200d'])
    expect(isSaid(text), JSON.stringify(text)).toBe(false)
})

it('nothing turns the rest of a line round', () => {
  for (const text of ['Ghi \u202e nhầm', '\u2066Ghi']) expect(isSaid(text)).toBe(false)
})
