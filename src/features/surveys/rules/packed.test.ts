import { describe, expect, it } from 'vitest'
import { loadStandards, scorerOf } from '#features/standards/library.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import { plainDate } from '#kernel/dates.ts'
import { survey } from '../../../../bench/api/survey.ts'
import { packed, unpacked } from './packed.ts'

const library = loadStandards()
const day = plainDate('2026-11-20')
const whole = survey('', 3).facts
const households: Record<string, Facts> = {
  'answered in full': whole,
  'answered in part': { ...whole, housing: {}, members: whole.members?.map(({ job: _job, ...m }) => m) ?? [] },
  'asked nothing': {},
  'from a list with ticks': {
    settlement: 'urban',
    memberCount: 3,
    declared: { cleanWater: true },
    water: { source: 'tap' },
  },
}

describe('a kept verdict', () => {
  for (const { value: standard } of library.standards)
    it.each(Object.entries(households))(`of a household %s by ${standard.id} comes back as it was`, (_, facts) => {
      const verdict = scorerOf(library, standard.id).explain(facts, day)
      const kept = JSON.parse(JSON.stringify(packed(verdict)))
      expect(unpacked(kept)).toEqual(JSON.parse(JSON.stringify(verdict)))
    })

  it('takes little more than half of the room', () => {
    const verdict = scorerOf(library, 'vn-2022-2025').explain(whole, day)
    expect(JSON.stringify(packed(verdict)).length).toBeLessThan(JSON.stringify(verdict).length * 0.55)
  })
})
