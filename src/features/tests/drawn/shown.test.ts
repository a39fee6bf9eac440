/** A household to classify on paper: who reads it knows what each number counts. */
import { expect, it } from 'vitest'
import { loadStandards } from '#features/standards/library.ts'
import { plainDate } from '#kernel/dates.ts'
import type { Sheet } from './model.ts'
import { toldOn } from './shown.ts'

it('says square metres behind a floor area and đồng behind an income', () => {
  const day = plainDate('2026-11-20')
  const facts = { members: [{ id: 'a' }], housing: { areaM2: 60 }, income: { perPersonMonth: 1_400_000 } }
  const sheet = { household: { standardId: 'vn-2022-2025', facts, day } } as unknown as Sheet
  const told = toldOn(loadStandards(), sheet).join(' | ')
  expect(told).toMatch(/ 60 m²/)
  expect(told).toMatch(/ 1\.400\.000 đ một người một tháng/)
})
