import { expect, it } from 'vitest'
import { linesFault, linesOf } from './lengths.ts'

const most = { letters: 5, lines: 2 }

it('names the line that is too long as it is seen, with its length and the most', () => {
  expect(linesFault('một\n\nrất dài', most)?.vi).toBe('Dòng 3: Dài 7 ký tự; nhiều nhất 5.')
  expect(linesFault('một\n\nhai  ', most)).toBeNull()
})

it('says how many there are where they are too many; empty lines are none', () => {
  expect(linesFault('a\nb\nc', most)?.vi).toBe('Có 3 dòng; nhiều nhất 2.')
  expect(linesOf(' a \n\n b\n')).toEqual(['a', 'b'])
})
