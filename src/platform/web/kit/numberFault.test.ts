import { expect, it } from 'vitest'
import type { Said } from '#kernel/text.ts'
import { faultOf } from './numberFault.ts'

it('a number with a fraction is told apart from what is no number', () => {
  const said = (text: string, decimals = 0) => (faultOf(text, { min: 1, max: 100, decimals }) as Said | null)?.vi
  expect(said('1,5')).toMatch(/^Hãy nhập số nguyên/)
  expect(said('1,5', 1)).toBeUndefined()
  expect(said('một')).toMatch(/^Hãy nhập một số/)
  expect(said('2')).toBeUndefined()
  expect(said('0')).toBe('Không nhỏ hơn 1.')
})
