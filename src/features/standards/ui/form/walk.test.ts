import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import type { Facts } from '../../model/facts.ts'
import type { Form } from '../../model/form.ts'
import { missingAnswers } from '../../rules/form.ts'
import { birthOf } from './birth.ts'
import { countedFacts, keyOfMissing, keyOfQuestion, nextMissing, screensOf, withoutPerson, withPerson } from './walk.ts'

const form = JSON.parse(readFileSync('standards/forms/review-2026/form.json', 'utf8')) as Form
const day = plainDate('2026-11-21')
const keys = (facts: Facts) => screensOf({ form, facts, day }, false).map((screen) => screen.key)

const mai: Facts = {
  settlement: 'rural',
  members: [
    { id: 'mai', name: 'Nguyễn Thị Mai', birth: { year: 1980 }, job: 'wage', contract: true },
    { id: 'be', name: 'Nguyễn Văn Bé', birth: { year: 2024 } },
  ],
}

describe('the screens of a form', () => {
  it('are one group each, and once for each member in the order of the list', () => {
    const all = keys(mai)
    expect(all.slice(0, 2)).toEqual(['place/place', 'members'])
    expect(all.indexOf('members/person/mai')).toBeLessThan(all.indexOf('members/person/be'))
    expect(all.slice(-2)).toEqual(['check', 'result'])
  })

  it('pass over what is not asked: a child of two has no school and no work screen', () => {
    expect(keys(mai)).toContain('members/work/mai')
    expect(keys(mai)).not.toContain('members/work/be')
    expect(keys(mai)).not.toContain('members/school/be')
    expect(keys(mai)).toContain('members/health/be')
  })

  it('begin with the start page only where the host has one', () => {
    expect(keys(mai)).not.toContain('start')
    expect(screensOf({ form, facts: mai, day }, true)[0]?.key).toBe('start')
  })

  it('know where a question is asked, and nothing of one that is not asked', () => {
    const screens = screensOf({ form, facts: mai, day }, false)
    expect(keyOfQuestion(screens, 'member.contract', 'mai')).toBe('members/work/mai')
    expect(keyOfQuestion(screens, 'member.contract', 'be')).toBeNull()
  })
})

describe('what is missing', () => {
  it('leads from screen to screen, going round, and ends', () => {
    const screens = screensOf({ form, facts: mai, day }, false)
    const missing = missingAnswers({ facts: mai, scorers: [], form, day })
    expect(new Set(screens.map((s) => s.key))).toEqual(
      new Set([...screens.map((s) => s.key), ...missing.map(keyOfMissing)]),
    )
    expect(nextMissing(screens, 'check', missing)).toBe('place/place')
    expect(nextMissing(screens, 'place/place', missing)).toBe('members/person/mai')
    expect(nextMissing(screens, 'place/place', [])).toBeNull()
  })
})

describe('the facts that count', () => {
  it('hold no contract of one who now farms, and the draft still has it', () => {
    const farming: Facts = { members: [{ id: 'mai', birth: { year: 1980 }, job: 'farm', contract: true }] }
    expect(countedFacts({ form, facts: farming, day }).members?.[0]).not.toHaveProperty('contract')
    expect(farming.members?.[0]).toHaveProperty('contract', true)
  })

  it('drop what hung on a dropped answer as well', () => {
    const facts: Facts = { members: [{ id: 'be', birth: { year: 2020 }, job: 'none', canWork: true, wantsWork: true }] }
    expect(countedFacts({ form, facts, day }).members).toEqual([{ id: 'be', birth: { year: 2020 } }])
  })

  it('hold no region of the countryside for a household in town', () => {
    expect(countedFacts({ form, facts: { settlement: 'urban', region: 'NT_DBSH' }, day })).toEqual({
      settlement: 'urban',
    })
  })

  it('count the members themselves and not a number said of them', () => {
    const facts: Facts = { memberCount: 5, members: [{ id: 'mai' }] }
    expect(countedFacts({ form, facts, day })).not.toHaveProperty('memberCount')
    expect(countedFacts({ form, facts: { memberCount: 5 }, day })).toEqual({ memberCount: 5 })
  })
})

describe('the members', () => {
  it('begin with the head, and others say who they are themselves', () => {
    const two = withPerson(withPerson({}, 'a'), 'b')
    expect(two.members).toEqual([{ id: 'a', relation: 'head' }, { id: 'b' }])
    expect(withoutPerson(two, 'a').members).toEqual([{ id: 'b' }])
  })

  it.each([
    [{ year: '1985', month: '', day: '' }, { year: 1985 }],
    [
      { year: '1985', month: '4', day: '' },
      { year: 1985, month: 4 },
    ],
    [
      { year: '1985', month: '04', day: '12' },
      { year: 1985, month: 4, day: 12 },
    ],
    [
      { year: '1985', month: '2', day: '30' },
      { year: 1985, month: 2 },
    ],
    [{ year: '1985', month: '13', day: '1' }, { year: 1985 }],
    [{ year: '85', month: '', day: '' }, undefined],
    [{ year: '2030', month: '', day: '' }, undefined],
  ])('a birth typed as %j is kept as far as it is certain', (typed, birth) => {
    expect(birthOf(typed, day)).toEqual(birth)
  })
})
