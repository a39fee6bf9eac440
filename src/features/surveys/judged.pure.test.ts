/** A verdict is kept in codes. Its reasons come back exactly, or it is said why they do not; nothing is passed off as them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Law, lawOf } from '#features/standards/law.ts'
import { loadStandards, scorerOf } from '#features/standards/library.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import type { Pins } from '#features/standards/model/pinned.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import { compileStandard, type Scorers } from '#features/standards/rules/compile.ts'
import { plainDate } from '#kernel/dates.ts'
import type { Db } from '#platform/server/database/open.ts'
import { anyAnswers } from '#test/anyAnswers.ts'
import { survey } from '../../../bench/api/survey.ts'
import { inFull, judged, type KeptRow, toldVerdict } from './judged.ts'
import { toldAnew } from './rules/retold.ts'
import { lineOf } from './rules/verdicts.ts'

const library = loadStandards()
const law = lawOf(library)
const [table] = library.points
const scorers: Scorers = {
  opens: scorerOf(library, 'vn-2027-2030'),
  closes: scorerOf(library, 'vn-2022-2025', table?.value.id),
}
const pins: Pins = {
  opening_hash: scorers.opens.hash,
  opening_points: null,
  closing_hash: scorers.closes?.hash ?? null,
  closing_points: table?.hash ?? null,
}
const day = plainDate('2026-11-20')
/** What the program ships is at hand: nothing is asked. */
const noDatabase = null as unknown as Db
const clean = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** The names of every object in the order in which the database gives them back. */
function asStored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asStored)
  if (typeof value !== 'object' || value === null) return value
  const names = Object.keys(value).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  return Object.fromEntries(names.map((name) => [name, asStored((value as Record<string, unknown>)[name])]))
}

const keptOf = (facts: Facts): KeptRow[] =>
  judged(facts, day, scorers).map((row) => ({
    ...{ purpose: row.purpose, codes: row.codes, reasons: null, pins, on: day },
    facts: asStored(clean(facts)),
    line: clean(lineOf(row)),
  }))

const family = survey('', 3).facts
const closing = keptOf(family)[1] as KeptRow

/** The same law but for a standard, which says under the pinned hash what it never said. */
const lawWith = (standard: Standard): Law => ({
  ...law,
  scorer: async (db, hash, points) =>
    hash === pins.closing_hash ? compileStandard(standard, table?.value) : law.scorer(db, hash, points),
})
const standard = library.standards.find(({ value }) => value.id === 'vn-2022-2025')?.value as Standard
const changed = (change: (copy: Standard) => void): Standard => {
  const copy = structuredClone(standard)
  change(copy)
  return copy
}

/** Nothing is left of the law: not shipped, not kept. */
const query = { select: () => query, where: () => query, executeTakeFirst: async () => undefined }
const emptied = { selectFrom: () => query } as unknown as Db
const lawless = lawOf({ standards: [], points: [], forms: [], grounds: [] })

describe('the codes of a verdict, with its law and its answers', () => {
  it('give exactly the verdict, whatever a family answered', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswers, async ({ each, ...rest }) => {
        const members = each.map((one, at) => ({ id: `p${at}`, birth: { year: 1980 + at * 16 }, ...one }))
        const facts = clean({ ...rest, members }) as Facts
        for (const [at, row] of keptOf(facts).entries()) {
          const now = (at === 0 ? scorers.opens : scorers.closes)?.explain(facts, day)
          const told = await toldVerdict(law, noDatabase, row)
          expect(told.said).toBeNull()
          expect(clean(told.verdict)).toEqual(clean(now))
          expect(told.kept.states).toEqual(now?.indicators.map(({ key, state }) => ({ key, state })))
        }
      }),
      { numRuns: 300 },
    )
  })

  // Who changes these changes what is said of every survey under way: docs/decisions/033-reasons-told-again.md.
  it('are these of a family that is known', () => {
    const ticked: Facts = {
      settlement: 'urban',
      memberCount: 3,
      declared: { cleanWater: true },
      water: { source: 'tap' },
    }
    const codes = [family, { ...family, housing: {}, water: {} }, ticked, {}].map((facts) =>
      keptOf(facts as Facts).map((row) => row.codes),
    )
    expect(codes).toMatchInlineSnapshot(`
      [
        [
          "------------ Asw0SWIWjp_EX7DR",
          "nnnnnnlnllln bee0-QdycyKf3fN0",
        ],
        [
          "------------ Asw0SWIWjp_EX7DR",
          "nnnnnn???lln 33xcfYPnNh6NBC1B",
        ],
        [
          "------------ LdyrHWTFy5Qmn0tY",
          "????????n??? seMPVCNbGFGT554G",
        ],
        [
          "------------ g1EXzt7cf25Wpyq3",
          "???????????? habj_oJdjc4QFyMi",
        ],
      ]
    `)
  })

  it('are a few dozen bytes', () => {
    for (const { codes } of keptOf(family)) expect(codes?.length).toBeLessThan(40)
  })
})

describe('a verdict whose reasons would not be those of then', () => {
  it('is told so where the law says another thing: what was kept stands, no other result is shown', async () => {
    const stricter = changed((copy) => {
      for (const { indicators } of copy.dimensions)
        for (const one of indicators) if (one.key === 'cleanWater') delete one.threshold
    })
    const told = await toldVerdict(lawWith(stricter), noDatabase, closing)
    expect(told).toMatchObject({ verdict: null, said: toldAnew.other, kept: { line: closing.line } })
    expect(told.kept.states).toContainEqual({ key: 'cleanWater', state: 'lacking' })
  })

  it('is told so where only the words differ, and is shown as it is told now', async () => {
    const elsewhere = changed((copy) => {
      copy.name.vi = `${copy.name.vi} (bản khác)`
    })
    const told = await toldVerdict(lawWith(elsewhere), noDatabase, closing)
    expect(told.said).toEqual(toldAnew.states)
    expect(told.verdict?.class).toBe(closing.line.class)
  })

  it('is told so where a later program counts otherwise what was kept', async () => {
    const other: KeptRow = { ...closing, line: { ...closing.line, b2: 50 }, codes: `${closing.codes}x` }
    expect(await toldVerdict(law, noDatabase, other)).toMatchObject({ verdict: null, said: toldAnew.other })
  })

  it('is told so where its law is gone: the class, the points and what lacks are what was kept', async () => {
    const told = await toldVerdict(lawless, emptied, closing)
    expect(told).toMatchObject({ verdict: null, said: toldAnew.gone, kept: { line: closing.line, states: [] } })
  })

  it('survives its law where a decision has fixed it, and where it was kept in full before', async () => {
    const scorer = scorers.closes as NonNullable<Scorers['closes']>
    const reasons = clean(inFull(scorer, family, day))
    for (const codes of [closing.codes, null]) {
      const told = await toldVerdict(lawless, emptied, { ...closing, codes, reasons })
      expect(told.said).toBeNull()
      expect(clean(told.verdict)).toEqual(clean(scorer.explain(family, day)))
    }
  })
})
