/** SQL of what each unit should have of bodies on a day, and has. */
import { type RawBuilder, sql } from 'kysely'
import { withinOn } from '#features/areas/queries.ts'
import { fromAbove, wantedOn } from '#features/people/norms/store/wanted.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { BodyKind } from '../../model.ts'
import type * as contract from '../contract.ts'
import type { BodyLevel, UnitsShown } from '../model.ts'

/** What each unit under an area should have on a day and has. Which bodies there are is asked once for all that the page says. */
const places = (areaId: AreaId, day: PlainDate) => sql`
  ${wantedOn(areaId, {
    day,
    norms: sql`select n.area_id, n.kind as what, n.required, n.level, n.legal_basis, n.mark from body_norm n where ${validOn('n', day)}`,
  })},
  there as materialized (
    select b.unit_id, b.kind, count(*)::int as n,
           jsonb_agg(jsonb_build_object('bodyId', b.body_id, 'name', b.name) order by ${inVietnamese(sql`b.name`)}, b.body_id) as bodies
      from bodies_standing(${areaId}, ${day}) b group by b.unit_id, b.kind),
  place as materialized (
    select w.area_id, w.what as kind, w.required, w.level, w.legal_basis, w.mark, coalesce(t.bodies, '[]') as bodies,
           greatest(w.required - coalesce(t.n, 0), 0) as missing
      from wanted w left join there t on t.unit_id = w.area_id and t.kind = w.what)`

type Norm = Pick<OutputOf<typeof contract.showNorm>, 'lines' | 'units' | 'sums'>

export type UnitsAsked = {
  readonly day: PlainDate
  readonly kind: BodyKind | null
  readonly level: BodyLevel | null
  readonly show: UnitsShown
  readonly page: number
  readonly size: number
}

/** Where none is needed none is lacking, and none held. */
const isHeld = sql<boolean>`(l.required > 0 and l.missing = 0)`
const isShown: Readonly<Record<UnitsShown, RawBuilder<boolean>>> = {
  lacking: sql`l.missing > 0`,
  held: isHeld,
  every: sql`true`,
}
const inOrder = sql`l.kind, ${fromAbove(sql`l.level`)}`

/** By kind and level what should be there and is; a page of the units asked for, by name; and what all of these come to. */
export async function normAt(db: Db, areaId: AreaId, asked: UnitsAsked): Promise<Norm> {
  const { day, kind, level, show, page, size } = asked
  const { rows } = await sql<Norm>`
    with ${places(areaId, day)},
    line as (
      select l.kind, l.level, count(*)::int as units, sum(l.required)::int as required, count(*) filter (where ${isHeld})::int as held,
             sum(l.missing)::int as missing, jsonb_agg(distinct jsonb_build_object('legalBasis', l.legal_basis, 'mark', l.mark)) as bases
        from place l group by l.kind, l.level),
    chosen as materialized (
      select l.*, u.name from place l join unit u on u.area_id = l.area_id
       where (${kind}::text is null or l.kind = ${kind}) and (${level}::text is null or l.level = ${level}) and ${isShown[show]}),
    paged as (
      select l.*, row_number() over (order by ${inOrder}, ${inVietnamese(sql`l.name`)}, l.area_id) as at from chosen l
       order by at limit ${size} offset ${(page - 1) * size})
    select coalesce((select jsonb_agg(to_jsonb(l) order by ${inOrder}) from line l), '[]') as lines,
           coalesce((
             select jsonb_agg(
                      jsonb_build_object('kind', l.kind, 'level', l.level, 'areaId', l.area_id, 'areaName', l.name,
                        'within', ${withinOn(sql`l.area_id`, day)}, 'required', l.required, 'bodies', l.bodies) order by l.at)
               from paged l), '[]') as units,
           (select jsonb_build_object('units', count(*), 'required', coalesce(sum(l.required), 0), 'missing', coalesce(sum(l.missing), 0))
              from chosen l) as sums`.execute(db)
  return rows[0] ?? { lines: [], units: [], sums: { units: 0, required: 0, missing: 0 } }
}
