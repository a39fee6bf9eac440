import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { linesOf } from '#platform/server/documents/lines.ts'
import { readFacts } from './check.ts'
import { indicatorKeys, loadStandards, scorerOf, standardsFolder } from './library.ts'
import { factsFromRow } from './rules/flat.ts'
import { indicatorsOf } from './rules/indicators.ts'
import { householdRows, type TableRow } from './table.ts'

const library = loadStandards()
const ticks = indicatorKeys(library)
const cases = await Promise.all(
  library.standards.map(async ({ value: standard }) => {
    const file = createReadStream(join(standardsFolder, standard.id, 'cases.csv'))
    const rows: TableRow[] = []
    for await (const row of householdRows(linesOf(file, 1_000_000))) rows.push(row)
    return { standard, id: standard.id, rows }
  }),
)

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

describe.each(cases)('the cases of $id', ({ standard, rows }) => {
  const scorer = scorerOf(library, standard.id)

  it('are at least sixty', () => expect(rows.length).toBeGreaterThanOrEqual(60))

  it.each(rows.map((row) => [row.cells.get('id'), row.cells.get('note'), row] as const))(
    '%s: %s',
    (_id, _note, row) => {
      const day = plainDate(row.cells.get('day') ?? '')
      const read = readFacts(factsFromRow(row.cells), day, ticks)
      if ('fault' in read) throw new Error(read.fault.en)
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
