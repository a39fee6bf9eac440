/** SQL of how many cases of a round stand where, and of which class: kept with every change of a case, a row for each village. */
import { sql } from 'kysely'
import type { AreaId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type CaseState, caseStates } from '../model.ts'

export type CaseCounts = Record<CaseState | 'total', number>
const noCases: CaseCounts = {
  listed: 0,
  assigned: 0,
  submitted: 0,
  returned: 0,
  accepted: 0,
  ended: 0,
  total: 0,
}

/** `told`: those whose households may be told to the actor; a village may have a row of each. */
export type VillageCases = Readonly<Record<CaseState, number>> & {
  readonly roundId: RoundId
  readonly villageId: AreaId
  readonly told: boolean
}

/** The cases of rounds by state, of the villages that the actor reaches: kept with every change of a case. */
export const caseCounts = async (db: Db, rounds: readonly RoundId[]): Promise<VillageCases[]> =>
  (
    await sql<VillageCases>`
      select round_id as "roundId", village_id as "villageId", told, listed, assigned, submitted, returned, accepted, ended
        from case_counts(${rounds}::uuid[])`.execute(db)
  ).rows

export const counted = (rows: readonly Readonly<Record<CaseState, number>>[]): CaseCounts => {
  const counts = { ...noCases }
  for (const row of rows)
    for (const state of caseStates) {
      counts[state] += row[state]
      counts.total += row[state]
    }
  return counts
}

/** The same of each round as a whole. */
export async function roundCounts(db: Db, rounds: readonly RoundId[]): Promise<(round: RoundId) => CaseCounts> {
  const { rows } = await sql<CaseCounts & { readonly roundId: RoundId }>`
    select round_id as "roundId", ${sql.raw(caseStates.map((state) => `sum(${state})::int as ${state}`).join(', '))}
      from case_counts(${rounds}::uuid[]) group by 1`.execute(db)
  const found = new Map(rows.map((row) => [row.roundId, counted([row])]))
  return (round) => found.get(round) ?? noCases
}

export type ClassCount = {
  readonly village: AreaId
  readonly purpose: 'opens' | 'closes'
  readonly class: string
  readonly n: number
}

/** Those still asked and surveyed by village, law and class (`open`: more than one is possible); of households told to the actor. */
export const classCounts = async (db: Db, round: RoundId): Promise<ClassCount[]> =>
  (await sql<ClassCount>`select village_id as village, purpose, class, n from case_classes(${round})`.execute(db)).rows
