/** Credentials are not kept yet: whoever asks is told so, in words, whatever he asks. */
import fc from 'fast-check'
import { Check } from 'typebox/value'
import { expect, it } from 'vitest'
import { type PlainDate, plainDate } from '#kernel/dates.ts'
import type { AccountId } from '#kernel/ids.ts'
import { HoldsSchema, holdsSaid } from './model.ts'
import { holds } from './queries.ts'

const days = fc.constantFrom<PlainDate>(...['1899-12-31', '2026-11-20', '2030-01-01'].map(plainDate))

it('answers that nobody looked, for any person, standard and day, and says so in both languages', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.string(), days, (person, standard, day) => {
      const answer = holds(person as AccountId, standard, day)
      expect(Check(HoldsSchema, answer)).toBe(true)
      expect(holdsSaid[answer.state].vi).toContain('Chưa kiểm tra')
      expect(holdsSaid[answer.state].en).toContain('not checked yet')
    }),
  )
})

it('has no way to say that somebody holds one', () => {
  for (const state of ['holds', 'valid', 'expired', 'checked', true, null])
    expect(Check(HoldsSchema, { state })).toBe(false)
})
