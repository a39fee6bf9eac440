/** A verdict that an earlier build stored is still told in words, by the law it was made by and that was stored with it. */
import { describe, expect, it } from 'vitest'
import type { Facts } from '#features/standards/model/facts.ts'
import type { PointsTable } from '#features/standards/model/points.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import type { Verdict } from '#features/standards/model/verdict.ts'
import { compileStandard, type Scorer } from '#features/standards/rules/compile.ts'
import { type PackedVerdict, unpacked } from '#features/surveys/rules/packed.ts'
import { plainDate } from '#kernel/dates.ts'
import { possibleSentences } from '../sentences.ts'
import type { Dump } from './dump.ts'
import { folderNames, readFolder } from './folder.ts'

type Row = Readonly<Record<string, string>>

const rowsOf = ({ tables }: Dump, name: string): Row[] => {
  const { columns = [], rows = [] } = tables.find((t) => t.table === name) ?? {}
  return rows.map((row) => Object.fromEntries((JSON.parse(row) as string[]).map((v, i) => [columns[i]?.name ?? '', v])))
}
const byKey = (rows: readonly Row[], key: string): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row[key] ?? '', row]))

/** Packed, or whole as the first builds kept it. */
const verdictIn = (text: string): Verdict => {
  const kept = JSON.parse(text) as PackedVerdict | Verdict
  return 'packed' in kept ? unpacked(kept) : kept
}

/** The scorer of a verdict's law; each is made ready once. */
function scorersIn(dump: Dump): (verdict: Verdict) => Scorer {
  const texts = byKey(rowsOf(dump, 'law_text'), 'hash')
  const documentOf = (hash: string) => JSON.parse(texts.get(hash)?.document ?? 'null')
  const ready = new Map<string, Scorer>()
  return ({ standardHash, pointsTable }) => {
    const key = `${standardHash} ${pointsTable?.hash}`
    const table = pointsTable?.hash ? (documentOf(pointsTable.hash) as PointsTable) : undefined
    const scorer = ready.get(key) ?? compileStandard(documentOf(standardHash) as Standard, table)
    ready.set(key, scorer)
    return scorer
  }
}

describe.each(folderNames())('the verdicts of test/upgrade/%s', (name) => {
  const { dump } = readFolder(name)
  const verdicts = rowsOf(dump, 'verdict')
  const surveys = byKey(rowsOf(dump, 'survey'), 'id')
  const rounds = byKey(rowsOf(dump, 'round'), 'id')
  const scorerFor = scorersIn(dump)

  const told = (verdict: Verdict): string[] =>
    possibleSentences(verdict, scorerFor(verdict).standard, () => 'Mai').vi.map((line) => line.text)

  it('are told in words that can be true, and the same answers give the same class today', () => {
    expect(verdicts.length).toBeGreaterThan(10)
    for (const { survey_id = '', reasons, ...row } of verdicts) {
      // On which no decision rests yet: the law is that of its round, and the class stands in the row.
      if (!reasons) {
        const { facts = '', surveyed_on = '', round_id = '' } = surveys.get(survey_id) ?? {}
        const round = rounds.get(round_id) ?? {}
        const [standardHash, points] =
          row.purpose === 'closes'
            ? [round.closing_hash, round.closing_points]
            : [round.opening_hash, round.opening_points]
        const law = { standardHash, pointsTable: points ? { hash: points } : null } as Verdict
        const now = scorerFor(law).explain(JSON.parse(facts) as Facts, plainDate(surveyed_on))
        expect(row.codes).toMatch(/./)
        expect(now.class).toEqual(row.class ?? null)
        continue
      }
      const kept = verdictIn(reasons)
      const { facts = '', surveyed_on = '' } = surveys.get(survey_id) ?? {}
      const now = scorerFor(kept).explain(JSON.parse(facts) as Facts, plainDate(surveyed_on))
      expect(told(kept).length).toBeGreaterThan(2)
      expect([now.class, now.lacking]).toEqual([kept.class, kept.lacking])
    }
  })
})
