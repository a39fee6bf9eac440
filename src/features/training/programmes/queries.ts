/** SQL of the register of programmes. What stands in it is everybody's to read. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, ProgrammeGoalId, ProgrammeId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { Basis, FactMark, Goal, LevelName, Programme, ProgrammeKind, ProgrammeState } from './model.ts'

export type Filter = {
  readonly today: PlainDate
  readonly q?: string | null
  readonly kind?: ProgrammeKind | null
  readonly state?: ProgrammeState | null
  readonly id?: ProgrammeId
  readonly partOf?: ProgrammeId
}
type Window = { readonly page: number; readonly size: number }

/** The register as rows, narrowed; the newest period first, a whole before its parts. */
const rowsOf = ({ today, q = null, kind = null, state = null, id, partOf }: Filter) => sql`
  row as materialized (
    select p.id, p.kind, p.name, p.area_id, p.period_from, p.period_until, p.levels, p.bases, p.source, p.mark, p.note, p.part_of_id,
           w.name as of_name, ${nameOn(sql`p.area_id`, today)} as area_name, g.goals, g.met,
           case when g.goals > 0 and g.met = g.goals then 'met' else 'open' end as state
      from programme p left join programme w on w.id = p.part_of_id
      cross join lateral (select count(*)::int as goals, count(g.met_on)::int as met from programme_goal g where g.programme_id = p.id) g
     where (${q}::text is null or p.search like ${q && holding(fold(q))}
            or exists (select from jsonb_array_elements(p.bases) b where fold(b ->> 'number') like ${q && holding(fold(q))}))
       and (${kind}::text is null or p.kind = ${kind})
       and (${id ?? null}::uuid is null or p.id = ${id ?? null})
       and (${partOf ?? null}::uuid is null or p.part_of_id = ${partOf ?? null})),
  found as materialized (select * from row r where ${state}::text is null or r.state = ${state})`

const shown = sql`
  s.id as "programmeId", s.kind, s.name, s.area_id as "areaId", s.area_name as "areaName", s.period_from as "periodFrom",
  s.period_until as "periodUntil", s.levels, s.bases, s.source, s.mark, s.state, s.goals, s.met as "goalsMet", s.note,
  case when s.part_of_id is not null then jsonb_build_object('programmeId', s.part_of_id, 'name', s.of_name) end as "partOf"`
const inOrder = sql`s.period_from desc nulls last, s.part_of_id is not null, ${inVietnamese(sql`s.name`)}, s.id`

export type ProgrammeFound = Programme & { readonly note: string }

export async function programmesAt(db: Db, filter: Filter, { page, size }: Window) {
  const { rows } = await sql<ProgrammeFound & { total: number; programmeId: ProgrammeId | null }>`
    with ${rowsOf(filter)}, shown as (select * from found s order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select ${shown}, c.total from (select count(*)::int as total from found) c left join shown s on true
     order by ${inOrder}`.execute(db)
  return {
    rows: rows.filter((row): row is ProgrammeFound & { total: number } => row.programmeId !== null),
    total: rows[0]?.total ?? 0,
  }
}

export async function findProgramme(db: Db, id: ProgrammeId, today: PlainDate): Promise<ProgrammeFound | undefined> {
  const { rows } = await programmesAt(db, { id, today }, { page: 1, size: 1 })
  return rows[0]
}

export const goalsOf = async (db: Db, programme: ProgrammeId, today: PlainDate): Promise<Goal[]> =>
  (
    await sql<Goal>`
      select g.id as "programmeGoalId", g.area_id as "areaId", ${nameOn(sql`g.area_id`, today)} as "areaName", g.year, g.says, g.mark,
             g.told, g.told_mark as "toldMark",
             case when g.met_on is not null
                  then jsonb_build_object('number', g.met_number, 'day', g.met_on, 'issuer', g.met_issuer) end as met
        from programme_goal g where g.programme_id = ${programme}
       order by g.year nulls first, ${inVietnamese(sql`g.says`)}, g.id`.execute(db)
  ).rows

export type Particulars = {
  readonly kind: ProgrammeKind
  readonly name: string
  readonly partOfId: ProgrammeId | null
  readonly periodFrom: number | null
  readonly periodUntil: number | null
  readonly levels: readonly LevelName[]
  readonly bases: readonly Basis[]
  readonly note: string
  readonly source: string
  readonly mark: FactMark
}

/** The record as it is changed, and nobody else changes it until the transaction ends. */
export const holdProgramme = async (db: Db, id: ProgrammeId) =>
  (
    await sql<Particulars & { areaId: AreaId }>`
      select p.kind, p.name, p.part_of_id as "partOfId", p.period_from as "periodFrom", p.period_until as "periodUntil", p.levels,
             p.bases, p.note, p.source, p.mark, p.area_id as "areaId"
        from programme p where p.id = ${id} for update`.execute(db)
  ).rows[0]

const columnsOf = ({ partOfId, periodFrom, periodUntil, levels, bases, ...rest }: Particulars) => ({
  ...rest,
  part_of_id: partOfId,
  period_from: periodFrom,
  period_until: periodUntil,
  levels: [...levels],
  bases: JSON.stringify(bases),
})

type NewProgramme = Particulars & { readonly id: ProgrammeId; readonly areaId: AreaId; readonly by: AccountId }
export const insertProgramme = (db: Db, { id, areaId, by, ...said }: NewProgramme) =>
  db
    .insertInto('programme')
    .values({ id, area_id: areaId, made_by: by, ...columnsOf(said) })
    .execute()

export const updateProgramme = (db: Db, id: ProgrammeId, said: Particulars) =>
  db.updateTable('programme').set(columnsOf(said)).where('id', '=', id).execute()

type Standing = { readonly goals: number; readonly parts: number; readonly frameworks: number; readonly plans: number }
/** What stands on a programme, whoever sees it. */
export const standingOn = async (db: Db, id: ProgrammeId): Promise<Standing> =>
  (await sql<Standing>`select * from programme_stands(${id})`.execute(db)).rows[0] ?? {
    ...{ goals: 0, parts: 0, frameworks: 0, plans: 0 },
  }

/** False of what is ready-made, or not the actor's. */
export const dropProgramme = async (db: Db, id: ProgrammeId): Promise<boolean> =>
  (await sql<{ done: boolean }>`select programme_drop(${id}) as done`.execute(db)).rows[0]?.done ?? false

export const isReadyMade = async (db: Db, id: ProgrammeId): Promise<boolean> =>
  (await db.selectFrom('programme').select('made_by').where('id', '=', id).executeTakeFirst())?.made_by === null

/** Two who enter one programme at once would both find it new. */
export const holdRegister = (db: Db) => sql`select pg_advisory_xact_lock(hashtextextended('programmes', 0))`.execute(db)

/** Whether the unit has another of this name, years and whole; asked while the register is held. */
export const isThere = async (
  db: Db,
  { name, partOfId, periodFrom, periodUntil }: Particulars,
  { id, areaId }: { readonly id: ProgrammeId; readonly areaId: AreaId },
): Promise<boolean> =>
  (
    await sql`
      select from programme p
       where p.area_id = ${areaId} and p.id <> ${id} and fold(p.name) = fold(${name}) and p.part_of_id is not distinct from ${partOfId}::uuid
         and p.period_from is not distinct from ${periodFrom}::int and p.period_until is not distinct from ${periodUntil}::int
       limit 1`.execute(db)
  ).rows.length > 0

type SaidGoal = {
  readonly programmeId: ProgrammeId
  readonly areaId: AreaId
  readonly year: number | null
  readonly says: string
}
/** Whether a programme, which is held, has this very goal. */
export const isGoal = async (db: Db, { programmeId, areaId, year, says }: SaidGoal): Promise<boolean> =>
  (
    await sql`
      select from programme_goal g
       where g.programme_id = ${programmeId} and g.area_id = ${areaId} and g.year is not distinct from ${year}::int
         and fold(g.says) = fold(${says}) limit 1`.execute(db)
  ).rows.length > 0

/** Whether a programme is another or stands above it. */
export const isWithin = async (db: Db, inner: ProgrammeId, outer: ProgrammeId): Promise<boolean> =>
  (
    await sql<{ id: ProgrammeId }>`
      with recursive above as (
        select p.id, p.part_of_id from programme p where p.id = ${inner}
        union select p.id, p.part_of_id from above a join programme p on p.id = a.part_of_id)
      select a.id from above a where a.id = ${outer}`.execute(db)
  ).rows.length > 0

/** Years of goals outside some years, the first first. */
export const goalYearsOutside = async (
  db: Db,
  programme: ProgrammeId,
  { periodFrom, periodUntil }: Pick<Particulars, 'periodFrom' | 'periodUntil'>,
): Promise<number[]> =>
  (
    await sql<{ year: number }>`
      select distinct g.year from programme_goal g
       where g.programme_id = ${programme} and (g.year < ${periodFrom}::int or g.year > ${periodUntil}::int)
       order by g.year`.execute(db)
  ).rows.map(({ year }) => year)

type NewGoal = {
  id: ProgrammeGoalId
  programme_id: ProgrammeId
  area_id: AreaId
  year: number | null
  says: string
  mark: FactMark
}
export const insertGoal = (db: Db, row: NewGoal) => db.insertInto('programme_goal').values(row).execute()

export const holdGoal = (db: Db, id: ProgrammeGoalId) =>
  db
    .selectFrom('programme_goal')
    .select(['programme_id', 'area_id', 'year', 'says', 'met_number', 'met_on'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const deleteGoal = (db: Db, id: ProgrammeGoalId) =>
  db.deleteFrom('programme_goal').where('id', '=', id).execute()

type Met = { readonly number: string; readonly on: PlainDate; readonly issuer: string } | null
export const writeMet = (db: Db, id: ProgrammeGoalId, met: Met) =>
  db
    .updateTable('programme_goal')
    .set({ met_number: met?.number ?? null, met_on: met?.on ?? null, met_issuer: met?.issuer ?? null })
    .where('id', '=', id)
    .execute()
