/** SQL of how many cases of a round stand where, and of which class: kept with every change of a case, a row for each village. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
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

/** `told`: those whose households may be told to the actor, whose lists hold no others; a village may have a row of each. */
export type VillageCases = Readonly<Record<CaseState, number>> & {
  readonly roundId: RoundId
  readonly villageId: AreaId
  readonly told: boolean
}

/** The cases of rounds by state: all to who holds the commune of the round, else of the villages that the actor reaches. */
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

/** How many are open: neither accepted nor out of the round. */
export const openIn = ({ total, accepted, ended }: CaseCounts): number => total - accepted - ended

/** The same of each round as a whole; `told`: only those that are told to the actor, which alone can wait for him. */
export async function roundCounts(
  db: Db,
  rounds: readonly RoundId[],
  of: { readonly told?: true } = {},
): Promise<(round: RoundId) => CaseCounts> {
  const { rows } = await sql<CaseCounts & { readonly roundId: RoundId }>`
    select round_id as "roundId", ${sql.raw(caseStates.map((state) => `sum(${state})::int as ${state}`).join(', '))}
      from case_counts(${rounds}::uuid[]) where told or ${of.told === undefined} group by 1`.execute(db)
  const found = new Map(rows.map((row) => [row.roundId, counted([row])]))
  return (round) => found.get(round) ?? noCases
}

export type ClassCount = {
  readonly village: AreaId
  readonly told: boolean
  readonly purpose: 'opens' | 'closes'
  readonly class: string
  readonly n: number
}

/** Those still asked and surveyed by village, law and class (`open`: more than one is possible). */
export const classCounts = async (db: Db, round: RoundId): Promise<ClassCount[]> =>
  (await sql<ClassCount>`select village_id as village, told, purpose, class, n from case_classes(${round})`.execute(db))
    .rows

/** Where the households live today that the round counts and that are not told to the actor, by village of the round. */
export const unseenPlaces = async (
  db: Db,
  round: RoundId,
  today: PlainDate,
): Promise<{ villageId: AreaId; place: string }[]> =>
  (
    await sql<{ villageId: AreaId; place: string }>`
      select village_id as "villageId", place from round_unseen(${round}, ${today})`.execute(db)
  ).rows

/** The names of such places, each once: "Xã Kỳ Thượng, Thôn 4". */
export const namedOnce = (places: readonly { readonly place: string }[]): string =>
  [...new Set(places.map(({ place }) => place))].filter(Boolean).join(', ')

type ApartIn = {
  readonly communeId: AreaId | null
  readonly commune: string
  readonly villages: string[]
  readonly households: number
}
/** What of a round another commune has today, by commune: its villages, and how many households that are still asked. */
export const apartIn = async (db: Db, round: RoundId, today: PlainDate): Promise<ApartIn[]> =>
  (
    await sql<ApartIn>`
      select commune_id as "communeId", commune, villages, households from round_apart(${round}, ${today})`.execute(db)
  ).rows

type ApartOf = {
  readonly roundId: RoundId
  /** The actor holds the commune of the round. */
  readonly held: boolean
  readonly households: number
  readonly villages: number
  readonly places: readonly AreaId[]
  /** The units over these places today. */
  readonly over: readonly AreaId[]
}
/** Of which of these rounds another commune has something today: all of it, or where the round is another's what the actor reaches. */
export const roundsApart = async (db: Db, rounds: readonly RoundId[]): Promise<ApartOf[]> =>
  rounds.length === 0
    ? []
    : (
        await sql<ApartOf>`
          select round_id as "roundId", held, households, villages, places, over from rounds_apart(${rounds}::uuid[])`.execute(
          db,
        )
      ).rows
