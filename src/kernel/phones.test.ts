import { expect, it } from 'vitest'
import { mayBePhone, phoneFault, soughtPhone, tidyPhone, zeroLost } from './phones.ts'

it.each([
  ['0912 345 678', '0912345678'],
  [' (0211) 3.888-999 ', '02113888999'],
  ['+84 912 345 678', '0912345678'],
  ['+856 20 5555 1234', '+8562055551234'],
  ["'0912345678", '0912345678'],
])('%s is kept as it is dialled', (typed, kept) => {
  expect(tidyPhone(typed)).toBe(kept)
})

it('nine to eleven figures may be a number, with a + before them at most', () => {
  for (const phone of ['', '211388899', '0912345678', '02113888999', '+85620555512'])
    expect(mayBePhone(phone)).toBe(true)
  for (const phone of ['12345678', '091234567890', '09123a5678', '0912345678;0913', '++0912345678'])
    expect(mayBePhone(phone)).toBe(false)
})

it.each([
  ['091234567', 'có 10 chữ số, số này có 9'],
  ['09123456789', 'có 10 chữ số, số này có 11'],
  ['912345678', '0912345678?'],
  ['12345', 'từ 9 đến 11'],
])('%s is not taken: %s', (phone, why) => {
  expect(phoneFault(phone)?.vi).toContain(why)
  expect(mayBePhone(phone)).toBe(false)
})

it('a mobile number without its zero is asked about, a landline is not', () => {
  expect(zeroLost('912345678')?.vi).toContain('0912345678')
  expect(zeroLost('211388899')).toBeNull()
  expect(zeroLost('0912345678')).toBeNull()
})

it.each([
  ['0912 345 678', '0912345678'],
  ['+84 912 345 678', '0912345678'],
  ['0912.345.678', '0912345678'],
  ['345 678', '345678'],
  ['5678', '5678'],
  // Numbers of households, names and years with words are none.
  ['678', null],
  ['2-003', null],
  ['12.345', null],
  ['Thôn 5678', null],
  ['', null],
  ['0912345678901', null],
])('sought: %s', (words, figures) => {
  expect(soughtPhone(words)).toBe(figures)
})
