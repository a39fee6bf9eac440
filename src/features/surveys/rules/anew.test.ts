import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadStandards } from '#features/standards/library.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import { jobs, schoolLevels } from '#features/standards/model/words.ts'
import { partsOf, silent } from '#features/standards/rules/ages.ts'
import { compileStandard } from '#features/standards/rules/compile.ts'
import { answerAt, withAnswer } from '#features/standards/rules/form.ts'
import { pointsRange } from '#features/standards/rules/points.ts'
import { plainDate } from '#kernel/dates.ts'
import { facts as anyFacts } from '#test/facts.ts'
import { askedAnew, type Begun, withoutAnew } from './anew.ts'

const day = plainDate('2026-11-21')
const library = loadStandards()
const held = (id: string) => {
  const found = library.standards.find((one) => one.value.id === id)
  if (!found) throw new Error(id)
  return found.value
}
const table = library.points[0]?.value
if (!table) throw new Error('a table of points')
const byPoints = compileStandard(held('vn-2022-2025'), table)
const measured = compileStandard(held('vn-2027-2030'))
const old = compileStandard(held('vn-2022-2025'))
const begun = (facts: Facts, more: Partial<Begun> = {}): Begun => ({
  facts,
  day,
  scorers: [byPoints],
  last: null,
  ...more,
})
const names = (of: Begun) => [...askedAnew(of).keys()].sort()

const grown = { birth: { year: 1980 }, finished: 'primary', job: 'farm', canWork: true, pension: false } as const
const sound: Partial<Facts> = {
  settlement: 'rural',
  region: 'NT_DBSH',
  housing: { wall: 'durable', pillar: 'durable', roof: 'durable', areaM2: 90 },
  water: { source: 'tap' },
  sanitation: { toilet: 'septic', waste: 'collected' },
  information: { internet: true, means: ['tv', 'smartphone'] },
}
const two = (mai: object = {}, an: object = {}): Facts =>
  ({
    ...sound,
    members: [
      { id: 'mai', name: 'Nguyễn Thị Mai', ...grown, ...mai },
      { id: 'an', name: 'Lê Văn An', ...grown, ...an },
    ],
  }) as Facts

describe('an answer that decides a row of points', () => {
  it('is asked anew of each who could reach another row, and of nobody where a table is not read', () => {
    const asked = askedAnew(begun(two()))
    expect(asked.get('members[mai].job')).toBe('points')
    expect(asked.get('members[an].canWork')).toBe('points')
    expect(names(begun(two(), { scorers: [byPoints, measured] }))).toEqual([])
  })

  it('is not asked of a child of whom the table asks nothing', () => {
    const child = { id: 'be', name: 'Lê Văn Bé', birth: { year: 2024 }, healthInsurance: true } as const
    const facts = { ...two(), members: [...(two().members ?? []), child] }
    expect(names(begun(facts)).filter((name) => name.includes('[be]'))).toEqual([])
  })

  it('leaves nothing to be kept that could give other points', () => {
    const others: Record<string, readonly unknown[]> = {
      job: jobs,
      finished: schoolLevels,
      canWork: [true, false],
      pension: [true, false],
    }
    const points = (facts: Facts) => pointsRange(table, facts, partsOf(day), silent)
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const asked = askedAnew(begun(facts))
        for (const { id } of facts.members ?? [])
          for (const [key, values] of Object.entries(others)) {
            const at = { path: `members[].${key}`, person: id }
            if (answerAt(facts, at.path, id) === undefined || asked.has(`members[${id}].${key}`)) continue
            for (const value of values) expect(points(withAnswer(facts, at, value))).toEqual(points(facts))
          }
      }),
    )
  })
})

describe('what put the household close to a cut', () => {
  it('is asked anew where the points were within ten of it last time, whoever counts now', () => {
    const cut = held('vn-2022-2025').scoring?.cuts?.rural.poor.value ?? 0
    const last = (b1: number) => ({ standardId: 'vn-2022-2025', b1, lacking: [] })
    const now = (b1: number) => names(begun(two(), { scorers: [old], last: last(b1) }))
    expect(now(cut - 10)).toContain('members[an].pension')
    expect(now(cut + 10)).toContain('members[an].pension')
    expect(now(cut - 11)).toEqual([])
  })

  it('is asked anew where one indicator more or less makes the household poor, and only of whom it lacks', () => {
    const forPoor = old.standard.classes.lackingForPoor.value
    const lacks = {
      housing: { wall: 'not_durable', pillar: 'not_durable', roof: 'not_durable', areaM2: 90 },
      water: { source: 'surface' },
      sanitation: { toilet: 'none', waste: 'collected' },
    } as const
    const facts = (n: number): Facts => ({
      ...two({ healthInsurance: true }, { healthInsurance: true }),
      ...Object.fromEntries(Object.entries(lacks).slice(0, n)),
    })
    const asked = (n: number) => askedAnew(begun(facts(n), { scorers: [old] }))
    const lackingOf = (n: number) => old.explain(facts(n), day).lacking.length
    expect([lackingOf(0), lackingOf(2), lackingOf(3)]).toEqual([0, 2, 3])
    expect(forPoor).toBe(3)
    expect([...asked(0)]).toEqual([])
    expect(asked(2).get('water.source')).toBe('near_indicators')
    expect(asked(3).get('sanitation.toilet')).toBe('near_indicators')
    expect(asked(3).has('sanitation.waste')).toBe(false)
  })

  it('is asked anew where the kept verdict stood there, although it would not today', () => {
    const last = { standardId: 'vn-2022-2025', b1: null, lacking: ['toilet', 'waterSource', 'x'] }
    const keys = old.explain(two(), day).indicators.map(({ key }) => key)
    const own = { ...last, lacking: keys.filter((key) => /water/i.test(key)).concat('one', 'two') }
    expect(names(begun(two(), { scorers: [old], last: own }))).toContain('water.source')
    expect(names(begun(two(), { scorers: [measured], last: own }))).toEqual([])
  })
})

describe('what is asked anew', () => {
  const all = (facts: Facts) => begun(facts, { scorers: [byPoints, old] })
  it('was answered, and is never who a person is nor the income: those are asked in their own way', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const of of [begun(facts), all(facts)])
          for (const name of askedAnew(of).keys()) {
            const person = /^members\[([^\]]+)\]/.exec(name)?.[1]
            const path = person ? name.replace(`[${person}]`, '[]') : name
            expect(answerAt(facts, path, person)).toBeDefined()
            expect(path).not.toMatch(/^(income|declared|note|memberCount)|\[\]\.(name|sex|birth|relation|ethnicity)$/)
          }
      }),
    )
  })

  it('is the same in whatever order the members stand', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const turned = facts.members ? { ...facts, members: [...facts.members].reverse() } : facts
        expect(names(begun(turned))).toEqual(names(begun(facts)))
      }),
    )
  })

  it('is taken out of the answers to begin with, and nothing else is', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const asked = askedAnew(begun(facts))
        const left = withoutAnew(facts, asked.keys())
        for (const { id, ...answers } of facts.members ?? [])
          for (const [key, value] of Object.entries(answers))
            expect(answerAt(left, `members[].${key}`, id)).toEqual(
              asked.has(`members[${id}].${key}`) ? undefined : value,
            )
        expect(left.members?.map(({ id }) => id)).toEqual(facts.members?.map(({ id }) => id))
      }),
    )
  })
})
