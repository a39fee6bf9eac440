/** What Hùng typed beside what stood there: what of it is kept, and what comes of it when the register moved meanwhile. */
import { describe, expect, it } from 'vitest'
import { differs, keepable, together } from './typed.ts'

describe('what is typed', () => {
  it.each([
    ['', '', false],
    ['Xóm Đình', '', true],
    [null, null, false],
    [{ name: 'An', born: null }, { name: 'An', born: null }, false],
    [new Map([['a', 'head']]), new Map(), true],
    [new Map([['a', 'head']]), new Map([['a', 'head']]), false],
    [new Set(['a']), new Set(['b']), true],
  ])('%o beside %o', (value, before, said) => {
    expect(differs(value, before)).toBe(said)
  })

  it('is kept without files: a browser keeps none for a page that was closed', () => {
    const scan = new File(['x'], 'trang-ky.pdf')
    expect(keepable({ number: '145/QĐ-UBND', scan })).toEqual({ number: '145/QĐ-UBND' })
    expect(keepable(scan)).toBeNull()
    expect(keepable(new Map([['a', 1]]))).toEqual(new Map([['a', 1]]))
  })
})

describe('gone on with later', () => {
  const before = { name: 'Lò Thị Ánh', birth: '1976', job: 'none' }

  it('changes only what was typed; what another official changed meanwhile stays', () => {
    const now = { ...before, job: 'farm' }
    expect(together(now, { value: { ...before, birth: '1978' }, before })).toEqual({
      name: 'Lò Thị Ánh',
      birth: '1978',
      job: 'farm',
    })
  })

  it('is the value itself where it is no record', () => {
    expect(together('', { value: 'Mưa lũ', before: '' })).toBe('Mưa lũ')
    expect(together([], { value: ['a'], before: [] })).toEqual(['a'])
    expect(together({ a: 1 }, { value: null, before: { a: 1 } })).toBeNull()
  })
})
