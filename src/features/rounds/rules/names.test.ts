import { expect, it } from 'vitest'
import { freeName } from './names.ts'

const monthly = 'Rà soát thường xuyên tháng 11/2026'

it('proposes to Hùng a name that no round of Tam Hồng has, however it is written', () => {
  expect(freeName(monthly, [])).toBe(monthly)
  expect(freeName(monthly, ['Rà soát thường xuyên tháng 10/2026'])).toBe(monthly)
  expect(freeName(monthly, [monthly.toUpperCase()])).toBe(`${monthly} (lần 2)`)
  expect(freeName(monthly, [monthly, `${monthly} (Lần 2)`, `${monthly} (lần 4)`])).toBe(`${monthly} (lần 3)`)
})
