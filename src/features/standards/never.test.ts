/** What is not law decides nothing, and a law that was touched is another law: by any answers, at any value. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { library, spoil, standardCalled } from '#test/law.ts'
import type { Facts } from './model/facts.ts'
import type { PointsTable } from './model/points.ts'
import { disabilities, informationMeans, jobs, schoolLevels, structures, toilets, waterSources } from './model/words.ts'
import { borrowThresholds } from './rules/borrow.ts'
import { compileStandard } from './rules/compile.ts'
import { factFaults, whyNotDecidable } from './rules/faults.ts'
import { contentHash } from './rules/hash.ts'
import { isDecidable, isIllustrative } from './rules/tables.ts'

const day = plainDate('2026-10-15')
const asked = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
const yesNo = asked([true, false])
const member = fc.record({
  birth: fc.record({ year: fc.integer({ min: 1930, max: 2026 }) }),
  finished: asked(schoolLevels),
  job: asked(jobs),
  canWork: yesNo,
  pension: yesNo,
  healthInsurance: yesNo,
  disability: asked(disabilities),
})
/** Answers without an income that was measured: only a points table can count one. */
const unmeasured: fc.Arbitrary<Facts> = fc
  .record({
    settlement: fc.constantFrom('rural', 'urban'),
    region: asked(['NT_DBSH', 'NT_TDMNPB']),
    members: fc.array(member, { minLength: 1, maxLength: 6 }),
    housing: fc.record({ wall: asked(structures), roof: asked(structures), areaM2: fc.integer({ min: 0, max: 90 }) }),
    water: fc.record({ source: asked(waterSources) }),
    sanitation: fc.record({ toilet: asked(toilets) }),
    information: fc.record({ internet: yesNo, means: fc.subarray([...informationMeans]) }),
  })
  .map(({ members, ...rest }) => {
    const facts = { ...rest, members: members.map((one, at) => ({ id: `p${at}`, ...one })) }
    return JSON.parse(JSON.stringify(facts)) as Facts
  })

const [shipped] = library.points
if (!shipped) throw new Error('no table is shipped')
const illustrative: PointsTable = shipped.value
const confirmed = ['lan', 'bich'].map((accountId) => ({ accountId, name: accountId, on: day }))

function official(change: (table: PointsTable) => void = () => {}): PointsTable {
  const table = structuredClone({ ...illustrative, mark: 'secondary' as const, confirmedBy: confirmed })
  for (const section of table.sections) for (const row of section.rows) row.mark = 'secondary'
  change(table)
  return table
}
const why = (table: PointsTable, facts: Facts) =>
  whyNotDecidable(compileStandard(standardCalled('vn-2022-2025'), table).explain(facts, day))

describe('an income counted by points', () => {
  it('of the illustrative table never stands in a decision, whatever the answers are', () => {
    fc.assert(
      fc.property(unmeasured, (facts) => {
        expect(why(illustrative, facts)).toBe('illustrative_table')
        expect(why({ ...illustrative, confirmedBy: confirmed }, facts)).toBe('illustrative_table')
      }),
    )
  })

  it('of a table that two people have not confirmed never does either', () => {
    const drafts = [[], confirmed.slice(1), [confirmed[0], confirmed[0]]].map((by) =>
      official((t) => spoil(t, 'confirmedBy', by)),
    )
    fc.assert(
      fc.property(unmeasured, fc.constantFrom(...drafts), (facts, table) => {
        expect(why(table, facts)).toBe('table_not_confirmed')
      }),
    )
  })

  it('of a table in which one row out of all is illustrative makes the whole table so', () => {
    for (const [at, section] of illustrative.sections.entries())
      for (const row of section.rows.keys()) {
        const table = official((t) => spoil(t, `sections.${at}.rows.${row}.mark`, 'illustrative'))
        expect([isIllustrative(table), isDecidable(table)]).toEqual([true, false])
      }
    expect([isIllustrative(official()), isDecidable(official())]).toEqual([false, true])
  })

  it('of a confirmed table may stand wherever the class is not open', () => {
    fc.assert(
      fc.property(unmeasured, (facts) => {
        const verdict = compileStandard(standardCalled('vn-2022-2025'), official()).explain(facts, day)
        expect(whyNotDecidable(verdict)).toBe(verdict.class === null ? 'class_open' : null)
      }),
    )
  })
})

it('an exercise decides nothing, even where it leaves no class open', () => {
  const exercise = compileStandard(borrowThresholds(standardCalled('vn-2027-2030'), standardCalled('vn-2022-2025')))
  fc.assert(
    fc.property(unmeasured, fc.integer({ min: 0, max: 9_000_000 }), (facts, perPersonMonth) => {
      const measured = { ...facts, income: { perPersonMonth } } as Facts
      expect(whyNotDecidable(exercise.explain(measured, day))).toBe('what_if')
    }),
  )
})

type Leaf = { readonly path: string; readonly value: unknown }
/** Every value of a document that is not itself a list or an object. */
function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }]
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, path ? `${path}.${key}` : key))
}
const another = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1
  return typeof value === 'boolean' ? !value : `${value}.`
}
const documents = [...library.standards, ...library.points, ...library.forms]

describe('the hash of what is law', () => {
  it.each(documents.map((held) => [held.value.id, held] as const))(
    'of %s is another with any value of it changed or gone',
    (_id, held) => {
      const leaves = leavesOf(held.value)
      expect(leaves.length).toBeGreaterThan(20)
      const some = leaves.filter((_, at) => at % Math.ceil(leaves.length / 60) === 0)
      const seen = new Set([held.hash])
      for (const { path, value } of some)
        for (const to of [another(value), undefined]) {
          const copy = structuredClone(held.value)
          spoil(copy, path, to)
          const hash = contentHash(copy)
          expect([path, seen.has(hash)]).toEqual([path, false])
          seen.add(hash)
        }
    },
  )

  it('of each is its own, and the one it was loaded under', () => {
    expect(new Set(documents.map((held) => held.hash)).size).toBe(documents.length)
    for (const held of documents) expect(contentHash(structuredClone(held.value))).toBe(held.hash)
  })

  it('stands in every verdict that the law gives', () => {
    for (const held of library.standards) {
      const verdict = compileStandard(held.value).explain({ settlement: 'rural' }, day)
      expect(verdict.standardHash).toBe(held.hash)
    }
  })
})

describe('answers that no family can give', () => {
  it('are found whatever else is answered: somebody unborn, somebody twice, two heads', () => {
    fc.assert(
      fc.property(unmeasured, fc.nat(), (facts, pick) => {
        const members = facts.members ?? []
        expect(factFaults({ members }, day).filter((f) => f.code !== 'born_after')).toEqual([])
        const at = pick % members.length
        const one = members[at]
        if (!one) throw new Error('no member')
        const unborn = members.map((m, n) => (n === at ? { ...m, birth: { year: 2027 } } : m))
        expect(factFaults({ members: unborn }, day)).toContainEqual({
          path: `members[${one.id}].birth`,
          code: 'born_after',
        })
        expect(factFaults({ members: [...members, one] }, day)).toContainEqual({
          path: `members[${one.id}]`,
          code: 'same_person',
        })
        const heads = [...members, { id: 'other' }].map((m) => ({ ...m, relation: 'head' as const }))
        expect(factFaults({ members: heads }, day)).toContainEqual({ path: 'members', code: 'heads' })
        expect(factFaults({ members, memberCount: members.length + 1 }, day)).toContainEqual({
          path: 'memberCount',
          code: 'count_differs',
        })
      }),
    )
  })

  it('a child born on the day itself is none of them, one of tomorrow is', () => {
    const born = (dayOfMonth: number) =>
      factFaults({ members: [{ id: 'p', birth: { year: 2026, month: 10, day: dayOfMonth } }] }, day)
    expect(born(15)).toEqual([])
    expect(born(16)).toMatchObject([{ code: 'born_after' }])
  })
})
