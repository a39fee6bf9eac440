/** SQL of what each unit should have by dated norms: the nation's, and a province's own before it. */
import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { validOn } from '#platform/server/sql/days.ts'

/** The levels that have norms, from above. */
export const fromAbove = (level: RawBuilder<unknown>) =>
  sql`array_position(array['province', 'district', 'commune', 'village'], ${level})`

/** `norms`: those of the day, as `area_id, what, required, level, legal_basis, mark`. */
type Asked = { readonly day: PlainDate; readonly norms: RawBuilder<unknown> }

/** `unit`: those under an area on a day. `wanted`: what each should have; of two norms for one thing the province's own. */
export const wantedOn = (areaId: AreaId, { day, norms }: Asked) => sql`
  norm_then as materialized (select n.*, ${fromAbove(sql`n.level`)} as depth from (${norms}) n),
  unit as materialized (
    select v.area_id, v.level as depth, v.name from area_version v
      join (select r.area_id from area_reach r where r.over_id = ${areaId}
            union
            select unnest(area_was_over(${areaId}, ${day}))) below on below.area_id = v.area_id
     where ${validOn('v', day)} and v.level in (select n.depth from norm_then n)),
  own_over as materialized (
    select o.over_id, r.area_id from (select distinct n.area_id as over_id from norm_then n where n.area_id is not null) o
      join area_reach r on r.over_id = o.over_id
    union
    select o.over_id, unnest(area_was_over(o.over_id, ${day}))
      from (select distinct n.area_id as over_id from norm_then n where n.area_id is not null) o),
  own as materialized (
    select r.area_id, n.what, n.required, n.level, n.legal_basis, n.mark from norm_then n join own_over r on r.over_id = n.area_id
      join unit u on u.area_id = r.area_id and u.depth = n.depth),
  wanted as materialized (
    select o.area_id, o.what, o.required, o.level, o.legal_basis, o.mark from own o
    union all
    select u.area_id, n.what, n.required, n.level, n.legal_basis, n.mark from unit u join norm_then n on n.depth = u.depth and n.area_id is null
     where not exists (select from own o where o.area_id = u.area_id and o.what = n.what))`
