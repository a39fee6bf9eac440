/** What Hùng typed beside what stood there: what of it is kept, and what comes of it when the register moved meanwhile. */
import { describe, expect, it } from 'vitest'
import { differs, holdsUnkept, keepable, met, type Strokes, together, waysOf, withUnkept } from './typed.ts'

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

describe('numbers of persons', () => {
  const person = { name: 'Lò Thị Ánh', citizenId: '026175000779', insuranceNo: '' }

  it('are not kept, wherever they stand, and it is known that they must be typed again', () => {
    const people = [{ id: 'a', draft: person }]
    expect(keepable(people)).toEqual([{ id: 'a', draft: { ...person, citizenId: '' } }])
    expect([holdsUnkept(people), holdsUnkept(keepable(people))]).toEqual([true, false])
  })

  it('stay on the page on which they were typed when something comes from the store', () => {
    const scan = new File(['x'], 'trang-ky.pdf')
    expect(withUnkept({ ...person, name: 'Lò Thị An', citizenId: '' }, { ...person, scan })).toEqual({
      ...person,
      name: 'Lò Thị An',
      scan,
    })
    expect(withUnkept([{ id: 'a', person: { citizenId: '' } }], [{ id: 'a', person }])).toEqual([
      { id: 'a', person: { citizenId: '026175000779' } },
    ])
  })
})

describe('one draft in two windows', () => {
  const stroke = (value: unknown, before: unknown) => ({ value, before })
  const values = ({ strokes }: { strokes: Strokes }) =>
    Object.fromEntries(Object.entries(strokes).map(([name, { value }]) => [name, value]))
  const place = { village: null, address: '', number: '' }

  it('comes together where they do not touch, part by part', () => {
    const mine = { because: stroke('Mưa lũ', ''), place: stroke({ ...place, address: 'Ngõ 1' }, place) }
    const theirs = { day: stroke('2026-11-20', null), place: stroke({ ...place, number: '7' }, place) }
    const both = met({ was: {}, mine, theirs })
    expect(both.touching).toEqual([])
    expect(values(both)).toEqual({
      because: 'Mưa lũ',
      day: '2026-11-20',
      place: { village: null, address: 'Ngõ 1', number: '7' },
    })
  })

  it('is told where they touch, and stands as a person decides; what was emptied counts as typed', () => {
    const was = { because: stroke('Mưa', ''), note: stroke('x', '') }
    const mine = { because: stroke('Mưa lũ', '') }
    const theirs = { because: stroke('Mưa đá', ''), note: stroke('x', '') }
    const both = met({ was, mine, theirs })
    expect(both.touching).toMatchObject([{ field: 'because', yours: 'Mưa lũ', theirs: 'Mưa đá' }])
    expect(values(both)).toEqual({ because: 'Mưa đá', note: '' })
    expect(values(met({ was, mine, theirs }, () => true)).because).toBe('Mưa lũ')
  })

  it('keeps every person of a list that both add to, and what each said of one', () => {
    const head = { id: 'a', name: '', birth: null }
    const mine = {
      people: stroke(
        [
          { ...head, name: 'Lò Văn Pao' },
          { id: 'b', name: 'Bé' },
        ],
        [head],
      ),
    }
    const theirs = {
      people: stroke(
        [
          { ...head, birth: '1976' },
          { id: 'c', name: 'Chín' },
        ],
        [head],
      ),
    }
    const both = met({ was: {}, mine, theirs })
    expect(both.touching).toEqual([])
    expect(values(both).people).toEqual([
      { id: 'a', name: 'Lò Văn Pao', birth: '1976' },
      { id: 'c', name: 'Chín' },
      { id: 'b', name: 'Bé' },
    ])
  })

  it('tells two choices of several apart', () => {
    const none = new Map()
    const mine = { own: stroke(new Map([['thôn 1', 'Mai']]), none) }
    const theirs = { own: stroke(new Map([['thôn 1', 'Sơn']]), none) }
    expect(met({ was: {}, mine, theirs }).touching).toHaveLength(1)
    expect(waysOf(none, new Map([['thôn 1', 'Mai']]), 'own')).toEqual(['own'])
    expect(waysOf(place, { ...place, number: '7' }, 'place')).toEqual(['place.number'])
  })
})
