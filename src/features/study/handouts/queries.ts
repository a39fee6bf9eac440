/** SQL of hand-outs. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { Instant, PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, HandoutId, MaterialId, TrainingClassId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { Handout, HandoutState, HandoutSum } from './model.ts'

type Window = { readonly page: number; readonly size: number }
export type Sought = {
  readonly area: AreaId
  readonly today: PlainDate
  readonly material: MaterialId | null
  readonly state: HandoutState | null
  readonly year: number | null
  readonly here: boolean
  readonly q: string | null
}
type Found = Omit<Handout, 'can'>

const inYear = (year: number | null): RawBuilder<unknown> =>
  sql`(${year}::int is null or extract(year from h.given_on) = ${year})`
const classSaid = sql`trim(c.code || ' ' || c.title)`

/** The latest first. */
export async function handoutsAt(db: Db, sought: Sought, { page, size }: Window) {
  const { area, today, material, state, year, here, q } = sought
  const { rows } = await sql<Found & { total: number; all: number; handoutId: HandoutId | null }>`
    with found as materialized (
      select h.*, v.title from handout h join material_version v on v.material_id = h.material_id and v.version = h.version
       where h.area_id in (select r.area_id from area_reach r where r.over_id = ${area}) and (${!here} or h.area_id = ${area})
         and (${material}::uuid is null or h.material_id = ${material}) and ${inYear(year)}
         and (${state}::text is null or (h.back_at is null) = (${state} = 'stands'))
         and (${q}::text is null or fold(v.title || ' ' || coalesce(h.to_words, '')) like ${q && holding(fold(q))})),
    shown as (select * from found f order by f.given_on desc, f.made_at desc, f.id limit ${size} offset ${(page - 1) * size})
    select s.id as "handoutId", s.area_id as "areaId", ${nameOn(sql`s.area_id`, today)} as "areaName", s.material_id as "materialId",
           s.title, s.version, s.copies, case when s.to_area_id is not null then ${nameOn(sql`s.to_area_id`, today)} end as "toArea",
           case when c.id is not null then jsonb_build_object('trainingClassId', c.id, 'name', ${classSaid}) end as "toClass",
           s.to_words as "toWords", s.given_on as "on", nullif(s.made_name, '') as by,
           case when s.back_at is not null then jsonb_build_object('at', s.back_at, 'because', s.back_because) end as back,
           k.total, k.all
      from (select count(*)::int as total, coalesce(sum(f.copies) filter (where f.back_at is null), 0)::int as all from found f) k
      left join (shown s left join training_class c on c.id = s.to_class_id) on true
     order by s.given_on desc, s.made_at desc, s.id`.execute(db)
  return {
    rows: rows.filter(
      (row): row is Found & { total: number; all: number; handoutId: HandoutId } => row.handoutId !== null,
    ),
    total: rows[0]?.total ?? 0,
    copies: rows[0]?.all ?? 0,
  }
}

type Summed = { readonly area: AreaId; readonly today: PlainDate; readonly year: number | null }
/** Of what was not taken back, by the unit that handed it out and the material. */
export const sumsAt = async (db: Db, { area, today, year }: Summed): Promise<HandoutSum[]> =>
  (
    await sql<HandoutSum>`
      with summed as materialized (
        select h.area_id, h.material_id, count(*)::int as times, sum(h.copies)::int as copies from handout h
         where h.area_id in (select r.area_id from area_reach r where r.over_id = ${area}) and h.back_at is null and ${inYear(year)}
         group by 1, 2),
      named as (select s.*, ${nameOn(sql`s.area_id`, today)} as unit from summed s)
      select s.area_id as "areaId", s.unit as "areaName", s.material_id as "materialId", v.title, s.times, s.copies
        from named s join material m on m.id = s.material_id
        join material_version v on v.material_id = m.id and v.version = m.version
       order by ${inVietnamese(sql`s.unit`)}, s.area_id, ${inVietnamese(sql`v.title`)}, s.material_id`.execute(db)
  ).rows

/** The newest versions in use of what the unit and those above it keep. */
export const handable = async (db: Db, area: AreaId) =>
  (
    await sql<{ materialId: MaterialId; version: number; title: string }>`
      select m.id as "materialId", m.version, v.title from material m
        join material_version v on v.material_id = m.id and v.version = m.version
       where m.out_at is null and m.area_id in (select r.over_id from area_reach r where r.area_id = ${area})
       order by ${inVietnamese(sql`v.title`)}, m.id limit 1000`.execute(db)
  ).rows

export const classesOf = async (db: Db, area: AreaId) =>
  (
    await sql<{ trainingClassId: TrainingClassId; name: string }>`
      select c.id as "trainingClassId", ${classSaid} as name from training_class c
       where c.area_id = ${area} and c.state <> 'cancelled' order by c.year desc, ${inVietnamese(sql`c.title`)}, c.id limit 200`.execute(
      db,
    )
  ).rows

export const isVersion = async (db: Db, material: MaterialId, version: number): Promise<boolean> =>
  (await sql`select from material_version v where v.material_id = ${material} and v.version = ${version}`.execute(db))
    .rows.length > 0

export const isClassOf = async (db: Db, id: TrainingClassId, area: AreaId): Promise<boolean> =>
  (await sql`select from training_class c where c.id = ${id} and c.area_id = ${area}`.execute(db)).rows.length > 0

type NewHandout = {
  readonly id: HandoutId
  readonly area_id: AreaId
  readonly material_id: MaterialId
  readonly version: number
  readonly copies: number
  readonly to_area_id: AreaId | null
  readonly to_class_id: TrainingClassId | null
  readonly to_words: string | null
  readonly given_on: PlainDate
  readonly made_by: AccountId
  readonly made_name: string
}
export const insertHandout = (db: Db, row: NewHandout) => db.insertInto('handout').values(row).execute()

export const placeOfHandout = async (db: Db, id: HandoutId): Promise<AreaId | undefined> =>
  (await db.selectFrom('handout').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

/** Whether it was taken back; it stands still until the change ends. */
export const holdHandout = async (db: Db, id: HandoutId): Promise<{ back: boolean } | undefined> =>
  (
    await sql<{ back: boolean }>`
    select h.back_at is not null as back from handout h where h.id = ${id} for update`.execute(db)
  ).rows[0]

export const takeBack = (db: Db, id: HandoutId, { at, because }: { readonly at: Instant; readonly because: string }) =>
  db.updateTable('handout').set({ back_at: at, back_because: because }).where('id', '=', id).execute()
