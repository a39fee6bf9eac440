/** A verdict that is stored is the one that its stored answers give, whatever the answers are. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lawOf } from '#features/standards/law.ts'
import { loadStandards, scorerOf } from '#features/standards/library.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import { plainDate } from '#kernel/dates.ts'
import type { Db } from '#platform/server/database/open.ts'
import { anyAnswers } from '#test/anyAnswers.ts'
import { recount } from '#test/homes.ts'
import { answersOf, type CaseOf, type Family, type RoundInHand, roundAtSurveying, settle, thon1 } from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'
import { judged, toldVerdict } from './judged.ts'
import type { Purpose, VerdictLine } from './model.ts'

let world: World
let family: Family
let round: RoundInHand
let one: CaseOf
beforeAll(async () => {
  world = await openWorld()
  family = await settle(world, thon1, 'Nguyễn Thị Nhẫn')
  const opened = await roundAtSurveying(world, [family], 'annual')
  round = opened.round
  one = opened.cases[0] as CaseOf
})
afterAll(() => recount(world, '2026-11-20').then(() => world.close()))

/** What the program ships is at hand. */
const noDatabase = null as unknown as Db
const clean = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const verdictsOf = async (survey: string) =>
  (
    await world.owner.query<{
      purpose: Purpose
      class: string | null
      b2: number | null
      undecidable: string | null
      reasons: null
      codes: string
      standard_hash: null
      line: VerdictLine
      facts: Facts
      on: string
    }>(
      `select v.purpose, v.class, v.b2, v.undecidable, v.reasons, v.codes, v.standard_hash, s.facts,
              s.surveyed_on::text as on, jsonb_build_object('class', v.class, 'possible', string_to_array(coalesce(v.possible, v.class), ','), 'b1', v.b1, 'b2', v.b2,
              'lacking', string_to_array(coalesce(v.lacking, ''), ',')) as line
         from verdict v join survey s on s.household_id = v.household_id and s.id = v.survey_id
        where v.survey_id = $1 order by v.purpose desc`,
      [survey],
    )
  ).rows

it('by both standards of the year, for forty families that answer at random', async () => {
  const library = loadStandards()
  const [table] = library.points
  const scorers = {
    opens: scorerOf(library, 'vn-2027-2030'),
    closes: scorerOf(library, 'vn-2022-2025', table?.value.id),
  } as const
  const pins = {
    opening_hash: scorers.opens.hash,
    opening_points: null,
    closing_hash: scorers.closes.hash,
    closing_points: table?.hash ?? null,
  }
  await fc.assert(
    fc.asyncProperty(anyAnswers, async ({ each, ...rest }) => {
      await world.owner.query("update review_case set state = 'assigned', survey_id = null where id = $1", [one.caseId])
      const members = (answersOf(family, 0).members ?? []).map(({ id, sex, birth, relation }, at) => ({
        ...{ id, sex, birth, relation },
        ...each[at],
      }))
      const facts = clean({ ...rest, members }) as Facts
      const { surveyId, answer } = await round.send(one, facts)
      const stored = await verdictsOf(surveyId)
      expect(stored.map((v) => v.purpose)).toEqual(['opens', 'closes'])
      for (const [at, row] of stored.entries()) {
        expect(row.facts).toEqual(facts)
        const now = scorers[row.purpose].explain(facts, plainDate(row.on))
        expect([row.reasons, row.standard_hash]).toEqual([null, null])
        const told = await toldVerdict(lawOf(library), noDatabase, { ...row, pins, on: plainDate(row.on) })
        expect(told).toMatchObject({ said: null, kept: { standardHash: now.standardHash } })
        expect(clean(told.verdict)).toEqual(clean(now))
        expect(row.codes).toBe(judged(row.facts, plainDate(row.on), scorers)[at]?.codes)
        expect([row.class, row.b2]).toEqual([now.class, now.b2])
        expect(answer.verdicts[at]).toMatchObject({ class: row.class, b2: row.b2, undecidable: row.undecidable })
      }
    }),
    { numRuns: 40 },
  )
})
