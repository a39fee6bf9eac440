/** Cases given to who may no longer survey there are on nobody's phone: they count as not assigned. */
import { sql } from 'kysely'
import { rights } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { CaseState } from '../model.ts'
import { type CaseCounts, caseCounts, roundCounts, type VillageCases } from './queries.ts'

type Strayed = { readonly roundId: RoundId; readonly villageId: AreaId; readonly householdIds: readonly HouseholdId[] }

/** Those cases of rounds that are not at their end, by village under the actor's areas. */
export const strayedCases = async (db: Db, rounds: readonly RoundId[], today: PlainDate): Promise<Strayed[]> =>
  (
    await sql<Strayed>`
      select round_id as "roundId", village_id as "villageId", household_ids as "householdIds"
        from cases_strayed(${rounds}::uuid[], ${rights['survey.fill'].roles}::text[], ${today})`.execute(db)
  ).rows

/** The cases of rounds by state and village, as they stand with people today. */
export async function standingCounts(db: Db, rounds: readonly RoundId[], today: PlainDate): Promise<VillageCases[]> {
  const rows = await caseCounts(db, rounds)
  const keyOf = (one: { roundId: RoundId; villageId: AreaId }) => `${one.roundId} ${one.villageId}`
  const left = new Map((await strayedCases(db, rounds, today)).map((one) => [keyOf(one), one.householdIds.length]))
  return rows.map((row) => {
    const strayed = Math.min(left.get(keyOf(row)) ?? 0, row.assigned)
    left.set(keyOf(row), (left.get(keyOf(row)) ?? 0) - strayed)
    return { ...row, listed: row.listed + strayed, assigned: row.assigned - strayed }
  })
}

export type RoundPace = Readonly<Record<CaseState, number>> & {
  readonly roundId: RoundId
  readonly villages: number
  readonly behind: number
}

/**
 * The same of each round whole, with the villages of which surveys are asked, and those of them that are behind.
 * `due`: for each round, the part of what is asked that must be in by today.
 */
export const roundPaces = async (
  db: Db,
  rounds: readonly { readonly roundId: RoundId; readonly due: number }[],
  today: PlainDate,
): Promise<RoundPace[]> =>
  (
    await sql<RoundPace>`
      select round_id as "roundId", listed, assigned, submitted, returned, accepted, ended, villages, behind
        from round_paces(${rounds.map(({ roundId }) => roundId)}::uuid[], ${rounds.map(({ due }) => due)}::float8[],
                         ${rights['survey.fill'].roles}::text[], ${today})`.execute(db)
  ).rows

/** The cases of each round as a whole; `told` as in `roundCounts`. */
export async function standingOfRounds(
  db: Db,
  rounds: readonly RoundId[],
  { today, ...of }: { readonly today: PlainDate; readonly told?: true },
) {
  const counts = await roundCounts(db, rounds, of)
  const left = new Map<RoundId, number>()
  for (const { roundId, householdIds } of await strayedCases(db, rounds, today))
    left.set(roundId, (left.get(roundId) ?? 0) + householdIds.length)
  return (round: RoundId): CaseCounts => {
    const all = counts(round)
    const strayed = Math.min(left.get(round) ?? 0, all.assigned)
    return { ...all, listed: all.listed + strayed, assigned: all.assigned - strayed }
  }
}
