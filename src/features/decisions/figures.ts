/** Figures of a round: classes by village, with what they are a share of, each opening exactly what it counts. */
import { sql } from 'kysely'
import { mustBeAble } from '#features/areas/must.ts'
import { latestDeclaredTotal } from '#features/areas/queries.ts'
import { registerCountsIn } from '#features/households/onDay.ts'
import { villageNames } from '#features/households/views.ts'
import { roundFigures } from '#features/reviews/contract.ts'
import { reviewProblem } from '#features/reviews/problems.ts'
import * as rounds from '#features/reviews/queries.ts'
import { findRound } from '#features/rounds/queries.ts'
import { caseState } from '#features/surveys/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { read } from '#platform/server/handle.ts'
import { movementsOf } from './queries.ts'

type Answer = OutputOf<typeof roundFigures>
type ClassFigures = Answer['opens']
type Row = { village: AreaId; purpose: 'opens' | 'closes'; class: string; n: number }

/** Verdicts on the latest survey of each case, by village, purpose and class (`open`: more than one is possible). */
const classCounts = async (db: Db, round: RoundId): Promise<Row[]> =>
  (
    await sql<Row>`select c.village_id as village, v.purpose, coalesce(v.class, 'open') as class, count(*) as n
      from review_case c join verdict v on v.household_id = c.household_id and v.survey_id = c.survey_id
      join household h on h.household_id = c.household_id join round r on r.id = c.round_id
     where c.round_id = ${round} and ${caseState} <> 'ended' group by 1, 2, 3`.execute(db)
  ).rows

const shown = ['poor', 'near_poor', 'average', 'not_poor', 'open'] as const

function classFigures(rows: readonly Row[], purpose: Row['purpose'], filter: Record<string, string>): ClassFigures {
  const key = purpose === 'opens' ? 'class' : 'closingClass'
  const figure = (name: string) => ({
    count: rows.filter((r) => r.purpose === purpose && r.class === name).reduce((sum, r) => sum + r.n, 0),
    opens: { ...filter, [key]: name },
  })
  return Object.fromEntries(shown.map((name) => [name, figure(name)])) as ClassFigures
}

async function denominators(db: Db, area: AreaId, of: { villages: readonly AreaId[]; day: PlainDate }) {
  const { day, villages } = of
  const declared = await latestDeclaredTotal(db, area, day)
  const { households, persons } = await registerCountsIn(db, villages, day)
  return {
    declared: declared && {
      households: declared.households,
      day: declared.day,
      source: declared.source,
      mark: declared.mark,
    },
    register: { households, persons, day },
  }
}

export const figuresRoute = read(roundFigures, async ({ db, actor, input, today }) => {
  const round = await findRound(db, input.roundId)
  if (!round) throw reviewProblem('reviews.round_not_found')
  await mustBeAble({ db, actor }, 'round.read', round.areaId)
  const { roundId, areaId } = round
  const villages = (await rounds.roundVillages(db, roundId)).map((v) => v.villageId)
  const day = today < round.windowUntil ? today : round.windowUntil
  const [rows, cases] = [await classCounts(db, roundId), await rounds.caseCounts(db, [roundId])]
  const names = await villageNames(db, villages, round.windowUntil)
  const figuresOf = (of: readonly Row[], filter: Record<string, string>) => ({
    opens: classFigures(of, 'opens', filter),
    closes: round.closing_hash ? classFigures(of, 'closes', filter) : null,
  })
  const village = async (villageId: AreaId) => ({
    villageId,
    name: names.get(villageId) ?? '',
    cases: {
      count: rounds.counted(cases.filter((c) => c.village_id === villageId)).total,
      opens: { roundId, villageId },
    },
    denominators: await denominators(db, villageId, { villages: [villageId], day }),
    ...figuresOf(
      rows.filter((r) => r.village === villageId),
      { roundId, villageId },
    ),
  })
  const byVillage: Answer['villages'] = []
  for (const id of villages) byVillage.push(await village(id))
  const decision = await rounds.findLiveDecision(db, roundId)
  return {
    roundId,
    areaId,
    denominators: await denominators(db, areaId, { villages, day }),
    ...figuresOf(rows, { roundId }),
    villages: byVillage.sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true })),
    movements: decision ? await movementsOf(db, decision.id) : null,
  }
})
