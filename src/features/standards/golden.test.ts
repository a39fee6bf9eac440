import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { readFacts } from './check.ts'
import { loadStandards, scorerOf, standardsFolder } from './library.ts'
import { factsFromRow } from './rules/flat.ts'
import { indicatorsOf } from './rules/indicators.ts'
import { readHouseholdTable, type TableRow } from './table.ts'

const library = loadStandards()

const wordsOf = (cell: string | undefined): string[] => (cell ?? '').split(' ').filter((w) => w !== '')

function expectedOf({ cells }: TableRow) {
  const b2 = cells.get('expect.b2')
  return {
    class: cells.get('expect.class') || null,
    possible: wordsOf(cells.get('expect.possible')),
    b2: b2 ? Number(b2) : null,
    lacking: wordsOf(cells.get('expect.lacking')),
  }
}

describe.each(library.standards.map((s) => s.value))('the cases of $id', (standard) => {
  const rows = readHouseholdTable(readFileSync(join(standardsFolder, standard.id, 'cases.csv')))
  const scorer = scorerOf(library, standard.id)

  it('are at least sixty', () => expect(rows.length).toBeGreaterThanOrEqual(60))

  it.each(rows.map((row) => [row.cells.get('id'), row.cells.get('note'), row] as const))(
    '%s: %s',
    (_id, _note, row) => {
      const day = plainDate(row.cells.get('day') ?? '')
      const read = readFacts(factsFromRow(row.cells), day)
      if ('fault' in read) throw new Error(read.fault)
      const verdict = scorer.explain(read.facts, day)
      const { b2, lacking, bounds } = verdict
      expect({ class: verdict.class, possible: bounds.possible, b2, lacking }).toEqual(expectedOf(row))
      expect(scorer.score(read.facts, day)).toMatchObject({ class: verdict.class, lacking, bounds, b2 })
    },
  )

  it('hold both sides of every indicator that has a threshold', () => {
    const lackingIn = new Set(rows.flatMap((row) => expectedOf(row).lacking))
    const assessed = indicatorsOf(standard).filter((i) => i.threshold !== undefined)
    for (const { key } of assessed) expect(lackingIn, key).toContain(key)
    expect(rows.some((row) => expectedOf(row).lacking.length === 0)).toBe(true)
  })
})
