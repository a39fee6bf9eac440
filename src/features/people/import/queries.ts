/** SQL of a list of officials: the units it may name, and whom of it the roster has. */
import { sql } from 'kysely'
import { formerlyOf, nameOn, namesOn, statesOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, OfficialId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { indexOf } from '../roster/identity.ts'
import type { Appointment } from '../roster/model.ts'
import { appointmentsOf, findOfficials } from '../roster/queries.ts'
import { holdCourses } from '../roster/store/appointments.ts'
import type { ReadPerson } from './rules/group.ts'
import type { Asked, Hit, Known } from './rules/plan.ts'
import type { Post } from './rules/rows.ts'
import type { Unit } from './rules/units.ts'

/** The units at and under an area that stand today, with their first and last days. */
export async function unitsOf(db: Db, area: AreaId, today: PlainDate): Promise<Unit[]> {
  const rows = await statesOn(db, today)
    .innerJoin('area_reach as r', 'r.area_id', 'v.area_id')
    .where('r.over_id', '=', area)
    .leftJoin('area_version as p', (on) => on.onRef('p.area_id', '=', 'v.parent_id').on(validOn('p', today)))
    .select(['v.area_id as areaId', 'v.name', 'v.level', 'v.parent_id as parentId', 'v.code'])
    .select((e) => e.fn.coalesce('p.name', sql<string>`''`).as('within'))
    .select(
      sql<{ from: PlainDate; known: boolean; until: PlainDate | null }>`(
          select jsonb_build_object('from', min(w.valid_from), 'known', (array_agg(w.from_known order by w.valid_from))[1],
                                    'until', case when bool_or(w.valid_until is null) then null else max(w.valid_until) end)
            from area_version w where w.area_id = v.area_id)`.as('stands'),
    )
    .execute()
  const formerly = await formerlyOf(
    db,
    rows.map(({ areaId }) => areaId),
    today,
  )
  const past = await pastOf(
    db,
    rows.map(({ areaId }) => areaId),
    today,
  )
  return rows.map(({ stands, ...unit }) => ({
    ...{ ...unit, ...stands, formerly: formerly.get(unit.areaId) ?? [] },
    ...(past.get(unit.areaId) ?? { before: [], cameFrom: [] }),
  }))
}

/** The posts there are, in the order of lists, and what else offices call them. */
export const postsCalled = async (db: Db): Promise<Post[]> =>
  (
    await sql<Post>`
      select p.id as post, jsonb_build_object('vi', p.vi, 'en', p.en) as said, p.levels, p.also_called as "alsoCalled"
        from post p order by p.place`.execute(db)
  ).rows

type Past = Pick<Unit, 'before' | 'cameFrom'>
/** What some units were called and where they lay before, and which units went into them, through however many changes. */
async function pastOf(db: Db, areas: readonly AreaId[], today: PlainDate): Promise<Map<AreaId, Past>> {
  const { rows } = await sql<Past & { areaId: AreaId }>`
    with recursive came (into_id, id) as (
      select s.to_id, s.from_id from area_succession s where s.to_id = any (${areas}::uuid[])
      union
      select c.into_id, s.from_id from came c join area_succession s on s.to_id = c.id)
    select a.id as "areaId",
           (select coalesce(jsonb_agg(jsonb_build_object('name', w.name, 'within', ${nameOn(sql`w.parent_id`, sql<PlainDate>`(w.valid_until - 1)`)})
                                      order by w.valid_from desc), '[]')
              from area_version w where w.area_id = a.id and w.valid_until <= ${today} and w.valid_until > w.valid_from) as before,
           (select coalesce(jsonb_agg(distinct w.name), '[]') from came c join area_version w on w.area_id = c.id
             where c.into_id = a.id and c.id <> a.id and not exists (
               select from area_version l where l.area_id = c.id and coalesce(l.valid_until, 'infinity') > ${today})) as "cameFrom"
      from unnest(${areas}::uuid[]) as a (id)`.execute(db)
  return new Map(rows.map(({ areaId, ...past }) => [areaId, past]))
}

/** Whom of these the roster has. */
export async function askedOf(
  db: Db,
  { keys, areaId }: { readonly keys: Keys; readonly areaId: AreaId },
  people: readonly ReadPerson[],
): Promise<Asked[]> {
  const indexes = people.map(({ citizenId }) => (citizenId ? indexOf(keys, citizenId) : null))
  const { rows } = await sql<Hit & { at: number }>`
    select at, how, official_id as "officialId" from roster_match(${areaId},
      ${people.map(({ who }) => who.personalNumber || null)}::text[], ${indexes}::text[], ${people.map(({ who }) => who.name)}::text[],
      ${people.map(({ who }) => who.birth.year)}::int[], ${people.map(({ keeper }) => keeper)}::uuid[])`.execute(db)
  const hits = new Map<number, Hit[]>()
  for (const { at, ...hit } of rows) hits.set(at, [...(hits.get(at) ?? []), hit])
  return people.map((person, at) => ({ person, idIndex: indexes[at] ?? null, hits: hits.get(at + 1) ?? [] }))
}

/** Those as the roster has them. `still`: nobody else changes them until the transaction ends. */
export async function knownOf(
  db: Db,
  asked: readonly Asked[],
  { today, still }: { readonly today: PlainDate; readonly still: boolean },
): Promise<Map<OfficialId, Known>> {
  const ids = [...new Set(asked.flatMap(({ hits }) => hits.flatMap(({ officialId }) => officialId ?? [])))]
  if (still) await holdCourses(db, ids)
  const rows = db.selectFrom('official').select(['id', 'citizen_id_index']).where('id', 'in', ids).orderBy('id')
  const held = ids.length === 0 ? [] : await (still ? rows.forUpdate() : rows).execute()
  const indexes = new Map(held.map((row) => [row.id, row.citizen_id_index]))
  const officials = await findOfficials(db, ids)
  const names = await namesOn(
    db,
    officials.map(({ unitId }) => unitId),
    today,
  )
  const posts = new Map<OfficialId, Appointment[]>()
  for (const { officialId, ...post } of await appointmentsOf(db, ids, { day: null, today }))
    posts.set(officialId, [...(posts.get(officialId) ?? []), post])
  return new Map(
    officials.map((one) => [
      one.officialId,
      {
        ...one,
        unitName: names.get(one.unitId) ?? '',
        idIndex: indexes.get(one.officialId) ?? null,
        appointments: posts.get(one.officialId) ?? [],
      },
    ]),
  )
}
