import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import type { Facts } from '../../model/facts.ts'
import type { Form } from '../../model/form.ts'
import { missingAnswers } from '../../rules/form.ts'
import { birthOf } from './birth.ts'
import {
  countedFacts,
  keyOfMissing,
  keyOfQuestion,
  nextStop,
  openIn,
  type RecapScreen,
  recapsOf,
  screensOf,
  stopOf,
  stopsOf,
  withoutPerson,
  withPerson,
} from './walk.ts'

const form = JSON.parse(readFileSync('standards/forms/review-2026/form.json', 'utf8')) as Form
const day = plainDate('2026-11-21')
const keys = (facts: Facts) => screensOf({ form, facts, day }, { start: false }).map((screen) => screen.key)

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
    expect(screensOf({ form, facts: mai, day }, { start: true })[0]?.key).toBe('start')
  })

  it('know where a question is asked, and nothing of one that is not asked', () => {
    const screens = screensOf({ form, facts: mai, day }, { start: false })
    expect(keyOfQuestion(screens, 'member.contract', 'mai')).toBe('members/work/mai')
    expect(keyOfQuestion(screens, 'member.contract', 'be')).toBeNull()
  })
})

/** As last year's form left them: two who farm, a pupil, a child of two. */
const grown = {
  sex: 'female',
  ethnicity: 'kinh',
  studying: 'none',
  finished: 'primary',
  canWork: true,
  job: 'farm',
  healthInsurance: true,
  disability: 'none',
  socialAllowance: false,
  merit: false,
} as const
const pupil = { sex: 'male', ethnicity: 'kinh', studying: 'primary', finished: 'none', healthInsurance: true } as const
const child = { sex: 'male', ethnicity: 'kinh', healthInsurance: true, nutrition: 'normal' } as const
const rest = { disability: 'none', socialAllowance: false, merit: false } as const
const lastYear = {
  settlement: 'rural',
  livelihood: 'farm',
  members: [
    { id: 'mai', name: 'Nguyễn Thị Mai', birth: { year: 1980 }, relation: 'head', ...grown },
    { id: 'an', name: 'Lê Văn An', birth: { year: 1979 }, relation: 'spouse', ...grown },
    { id: 'hoa', name: 'Lê Thị Hoa', birth: { year: 2016 }, relation: 'child', ...pupil, ...rest, nutrition: 'normal' },
    { id: 'be', name: 'Lê Văn Bé', birth: { year: 2024 }, relation: 'child', ...child, ...rest },
  ],
  housing: { wall: 'durable', pillar: 'durable', roof: 'durable', areaM2: 60 },
  water: { source: 'tap' },
  sanitation: { toilet: 'septic', waste: 'collected' },
  information: { internet: true, means: ['tv'] },
  causes: ['no_capital'],
  support: ['credit'],
} as unknown as Facts

describe('what a form begins with', () => {
  const recaps = recapsOf({ form, facts: lastYear, day })
  const now = (facts: Facts) => screensOf({ form, facts, day }, { start: true, recaps })
  const stops = (facts: Facts) => stopsOf(now(facts)).map((screen) => screen.key)
  const withJob = (job: string) =>
    ({ ...lastYear, members: lastYear.members?.map((m) => (m.id === 'an' ? { ...m, job } : m)) }) as Facts

  it('is read back at once, a person or a section a press: thirteen presses for four people, not thirty', () => {
    expect(stops(lastYear)).toEqual([
      'start',
      'place/doc-lai',
      'members',
      'members/doc-lai/mai',
      'members/doc-lai/an',
      'members/doc-lai/hoa',
      'members/doc-lai/be',
      'housing/doc-lai',
      'living/doc-lai',
      'income/income',
      'needs/doc-lai',
      'check',
      'result',
    ])
    expect(screensOf({ form, facts: lastYear, day }, { start: true }).length).toBeGreaterThan(28)
  })

  it('keeps its way when an answer opens another question, and leads back to where it is read', () => {
    expect(stops(withJob('wage'))).toEqual(stops(lastYear))
    const work = now(withJob('wage')).find((screen) => screen.key === 'members/work/an')
    expect(work && stopOf(work)).toBe('members/doc-lai/an')
  })

  it('is a card of its own too of somebody new, all of it asked, where a person is one card', () => {
    const screens = screensOf({ form, facts: withPerson(lastYear, 'moi'), day }, { start: true, recaps, cards: true })
    const card = screens.find(({ key }) => key === 'members/doc-lai/moi')
    expect(card).toMatchObject({ kind: 'recap', whole: false, person: 'moi' })
    expect(stopsOf(screens).map(({ key }) => key)).not.toContain('members/person/moi')
  })

  it('is read back although an answer is asked anew', () => {
    const without = { ...lastYear, water: {} } as Facts
    expect(recapsOf({ form, facts: without, day })).not.toContain('living/doc-lai')
    expect(recapsOf({ form, facts: without, day }, new Set(['water.source']))).toContain('living/doc-lai')
  })

  it('is asked one by one where something required is not known', () => {
    const unknown = { ...lastYear, housing: { wall: 'durable', areaM2: 60 } } as Facts
    expect(recapsOf({ form, facts: unknown, day })).not.toContain('housing/doc-lai')
    expect(recapsOf({ form, facts: {}, day }).size).toBe(0)
  })

  it('is not kept while something of it is still to be done', () => {
    const part = (facts: Facts) => now(facts).find((screen) => screen.key === 'members/doc-lai/an') as RecapScreen
    const open = (facts: Facts) =>
      openIn(
        part(facts),
        missingAnswers({ facts, scorers: [], form, day }).map((one) => ({ key: keyOfMissing(one) })),
      )
    expect(open(lastYear)).toBeNull()
    expect(open(withJob('wage'))).toBe('members/work/an')
    // Somebody else's is not asked here.
    expect(openIn(part(lastYear), [{ key: 'members/person/mai' }, { key: 'members/doc-lai/an' }])).toBeNull()
    expect(openIn(part(lastYear), [{ key: 'members/person/an' }])).toBe('members/person/an')
  })

  it('never holds the income, nor a section of which nothing was said', () => {
    expect([...recaps].filter((key) => key.startsWith('income'))).toEqual([])
    const { causes: _causes, ...silent } = lastYear
    expect(recapsOf({ form, facts: silent, day })).not.toContain('needs/doc-lai')
  })
})

describe('what is missing', () => {
  it('leads from screen to screen, going round, and ends', () => {
    const screens = screensOf({ form, facts: mai, day }, { start: false })
    const missing = missingAnswers({ facts: mai, scorers: [], form, day })
    expect(new Set(screens.map((s) => s.key))).toEqual(
      new Set([...screens.map((s) => s.key), ...missing.map(keyOfMissing)]),
    )
    const stops = missing.map((one) => ({ key: keyOfMissing(one) }))
    expect(nextStop(screens, 'check', stops)).toBe('place/place')
    expect(nextStop(screens, 'place/place', stops)).toBe('members/person/mai')
    expect(nextStop(screens, 'place/place', [])).toBeNull()
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
