/** SQL of a list of members: the bodies that it may name, who sits in them, what the law says. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import { diedOf } from '#features/people/roster/queries.ts'
import { faultOfDeath } from '#features/people/roster/rules.ts'
import { saidAlone } from '#kernel/alone.ts'
import { type PlainDate, plainDate } from '#kernel/dates.ts'
import type { AreaId, BodyId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { BodyKind } from '../model.ts'
import { unitEnded } from '../queries.ts'
import { officesHeld, rulesOf } from '../store/legal.ts'
import type { Joining, Law, Most, Office, Sitting } from './rules/plan.ts'
import type { BodyAt } from './rules/rows.ts'

const lastDayOfAll = plainDate('9999-12-31')
/** The bodies at and under an area, of all days. */
export const bodiesUnder = async (db: Db, area: AreaId, today: PlainDate): Promise<BodyAt[]> =>
  (
    await sql<BodyAt>`
      select b.id as "bodyId", b.unit_id as "unitId", b.kind, b.name, ${nameOn(sql`b.unit_id`, today)} as "unitName", b.valid_from as "from",
             b.valid_until as until, b.dissolved_because is not null as dissolved, ${unitEnded(sql`b.unit_id`, lastDayOfAll)} as "unitEnded"
        from body b where b.unit_id in (select r.area_id from area_reach r where r.over_id = ${area})
         and b.valid_until is distinct from b.valid_from
       order by b.id`.execute(db)
  ).rows

/** Two lists that are written at once would both find theirs new. */
export const holdLists = (db: Db) =>
  sql`select pg_advisory_xact_lock(hashtextextended('import/body-members', 0))`.execute(db)

/** Nobody else changes them or what is in them until the transaction ends. */
export const holdBodies = (db: Db, bodies: readonly BodyId[]) =>
  sql`select from body b where b.id = any (${bodies}::uuid[]) order by b.id for update`.execute(db)

/** Who sits in some bodies, has sat and will. */
export async function sittingIn(db: Db, bodies: readonly BodyId[]): Promise<Map<BodyId, Sitting[]>> {
  const { rows } = await sql<Sitting & { bodyId: BodyId }>`
    select m.body_id as "bodyId", m.official_id as "officialId", m.role, m.comes_from as "comesFrom", m.valid_from as "from",
           m.valid_until as until, m.valid_until is not distinct from m.valid_from as annulled
      from body_member m where m.body_id = any (${bodies}::uuid[]) order by m.valid_from, m.id`.execute(db)
  const of = new Map<BodyId, Sitting[]>()
  for (const { bodyId, ...one } of rows) of.set(bodyId, [...(of.get(bodyId) ?? []), one])
  return of
}

const noLaw: Law = { residents: null, deputies: null, noOfficial: null }

/** What the law of each of some days says of the members of a kind of body. */
export async function lawOf(db: Db, kind: BodyKind, days: readonly PlainDate[]): Promise<(day: PlainDate) => Law> {
  const laws = new Map<PlainDate, Law>()
  for (const day of new Set(days)) {
    const rules = new Map((await rulesOf(db, kind, day)).map((one) => [one.rule, one]))
    const most = (rule: string): Most => {
      const found = rules.get(rule)
      return found?.value == null ? null : { most: found.value, basis: found.legalBasis }
    }
    const noOfficial = rules.get('no_official')?.legalBasis ?? null
    laws.set(day, { residents: most('most_residents'), deputies: most('most_deputies'), noOfficial })
  }
  return (day) => laws.get(day) ?? noLaw
}

/** Why those who are to join and have died cannot. */
export async function deathsOf(db: Db, joining: readonly Joining[]): Promise<(one: Joining) => Said | null> {
  const died = new Map(
    (
      await diedOf(
        db,
        joining.map(({ officialId }) => officialId),
      )
    ).map((one) => [one.officialId, one]),
  )
  return (one) => {
    const fault = faultOfDeath(died.get(one.officialId), one)
    return fault && saidAlone(fault.said)
  }
}

/** The posts at communes that those who are to join hold in the time of their rows. */
export async function officesOf(db: Db, joining: readonly Joining[]): Promise<(one: Joining) => Office | null> {
  const held = await officesHeld(db, joining)
  const byRow = new Map(joining.map(({ row }, at) => [row, held[at] ?? null]))
  return ({ row }) => byRow.get(row) ?? null
}
