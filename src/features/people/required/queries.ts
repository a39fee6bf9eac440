/** SQL of what posts ask: the rules, and who meets them. What is asked of who holds a post is everybody's to read. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { Level } from '#features/areas/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, OfficialId, PostRequirementId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { byGivenName, inVietnamese } from '#platform/server/sql/order.ts'
import type { RuleMark, RuleState } from '../norms/model.ts'
import { follows, type Kept, reopen, stateOn } from '../norms/queries.ts'
import type { QualificationKind } from '../roster/model.ts'
import { said } from '../roster/queries.ts'
import type { Asked, Judged, Requirement, Unmet, Why } from './model.ts'

type Window = { readonly page: number; readonly size: number }
export type RuleFilter = {
  readonly today: PlainDate
  readonly post: string | null
  readonly kind: QualificationKind | null
  readonly state: RuleState | null
}
export type Found = Omit<Requirement, 'can'> & { readonly areaId: AreaId | null }

/** A page of the rules, by post and kind, the nation's first, the latest first. */
export async function requirementsAt(
  db: Db,
  { today, post, kind, state }: RuleFilter,
  { page, size }: Window,
): Promise<{ rows: Found[]; total: number }> {
  const { rows } = await sql<Found & { total: number; requirementId: PostRequirementId | null }>`
    with found as materialized (
      select r.* from post_requirement r
       where (${post}::text is null or r.post = ${post}) and (${kind}::text is null or r.kind = ${kind})
         and (${state}::text is null or ${stateOn(today)} = ${state})),
    listed as (
      select r.*, p.place, ${said('p')} as said, ${said('l')} as minimum_said, l.place as step,
             case when r.area_id is not null then ${nameOn(sql`r.area_id`, today)} end as area_name
        from found r join post p on p.id = r.post join qualification_level l on l.kind = r.kind and l.id = r.minimum),
    shown as (
      select * from listed r order by r.place, r.kind, r.area_id is not null, ${inVietnamese(sql`r.area_name`)}, r.level nulls first,
             r.valid_from desc, r.id limit ${size} offset ${(page - 1) * size})
    select r.id as "requirementId", r.area_id as "areaId", r.area_name as "areaName", r.post, r.said, r.level, r.kind, r.minimum,
           r.minimum_said as "minimumSaid", r.valid_from as "from", r.valid_until as until, r.ended_because as "endedBecause",
           r.legal_basis as "legalBasis", r.mark, ${stateOn(today)} as state, ${follows(requirements)} as follows, c.total
      from (select count(*)::int as total from found) c left join shown r on true
     order by r.place, r.kind, r.area_id is not null, ${inVietnamese(sql`r.area_name`)}, r.level nulls first, r.valid_from desc, r.id`.execute(
    db,
  )
  return {
    rows: rows.filter((row): row is Found & { total: number } => row.requirementId !== null),
    total: rows[0]?.total ?? 0,
  }
}

export type Held = {
  readonly areaId: AreaId | null
  readonly post: string
  readonly level: Level | null
  readonly kind: QualificationKind
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly endedBecause: string | null
}

export const findRequirement = async (db: Db, id: PostRequirementId) =>
  db.selectFrom('post_requirement').select('area_id').where('id', '=', id).executeTakeFirst()

/** A rule, which stands still until the change ends. */
export const holdRequirement = async (db: Db, id: PostRequirementId): Promise<Held | undefined> =>
  (
    await sql<Held>`
      select r.area_id as "areaId", r.post, r.level, r.kind, r.valid_from as "from", r.valid_until as until,
             r.ended_because as "endedBecause"
        from post_requirement r where r.id = ${id} for update`.execute(db)
  ).rows[0]

type NewRequirement = {
  readonly id: PostRequirementId
  readonly areaId: AreaId | null
  readonly post: string
  readonly level: Level | null
  readonly kind: QualificationKind
  readonly minimum: string
  readonly from: PlainDate
  readonly legalBasis: string
  readonly mark: RuleMark
  readonly by: AccountId
}
export const insertRequirement = (db: Db, { id, areaId, from, legalBasis, by, ...said }: NewRequirement) =>
  db
    .insertInto('post_requirement')
    .values({ id, area_id: areaId, valid_from: from, legal_basis: legalBasis, made_by: by, ...said })
    .execute()

/** It no longer holds on the day. */
const requirements: Kept = {
  table: sql`post_requirement`,
  same: sql<boolean>`b.post = r.post and b.level is not distinct from r.level and b.kind = r.kind`,
}
export const reopenRequirement = (db: Db, id: PostRequirementId) => reopen(db, requirements, id)

export const closeRequirement = (db: Db, id: PostRequirementId, until: PlainDate, because: string | null) =>
  db.updateTable('post_requirement').set({ valid_until: until, ended_because: because }).where('id', '=', id).execute()

/** By post and kind, how many are asked and how many meet it, of who holds a post at the area or below on the day. */
export const askedAt = async (db: Db, area: AreaId, day: PlainDate): Promise<Asked[]> =>
  (
    await sql<Asked>`
      select j.post, ${said('p')} as said, j.kind, count(*)::int as asked, count(*) filter (where j.why is null)::int as met,
             count(*) filter (where j.why = 'none')::int as none, count(*) filter (where j.why = 'lower')::int as lower,
             count(*) filter (where j.why = 'unsaid')::int as unsaid, count(*) filter (where j.why = 'under_way')::int as under_way
        from requirements_at(${area}, ${day}) j join post p on p.id = j.post
       group by j.post, p.vi, p.en, p.place, j.kind order by p.place, j.kind`.execute(db)
  ).rows

export type UnmetFilter = {
  readonly areaId: AreaId
  readonly day: PlainDate
  readonly post: string | null
  readonly kind: QualificationKind | null
  readonly why: Why | null
}

/** A page of who does not meet what a post asks, by given name. */
export async function unmetAt(
  db: Db,
  { areaId, day, post, kind, why }: UnmetFilter,
  { page, size }: Window,
): Promise<{ rows: Unmet[]; total: number }> {
  const { rows } = await sql<Unmet & { total: number; officialId: OfficialId | null }>`
    with found as materialized (
      select u.*, o.full_name from unmet_requirements(${areaId}, ${day}) u
        join roster_people(${areaId}, ${day}, null) o on o.id = u.official_id
       where (${post}::text is null or u.post = ${post}) and (${kind}::text is null or u.kind = ${kind})
         and (${why}::text is null or u.why = ${why})),
    shown as (
      select * from found u order by ${byGivenName(sql`u.full_name`)}, u.official_id, u.post, u.area_id, u.kind
       limit ${size} offset ${(page - 1) * size})
    select u.official_id as "officialId", u.full_name as name, u.post, ${said('p')} as said, u.area_id as "areaId",
           ${nameOn(sql`u.area_id`, day)} as "areaName", u.kind, ${said('l')} as "minimumSaid", u.why, r.legal_basis as "legalBasis",
           r.mark, c.total
      from (select count(*)::int as total from found) c
      left join (shown u join post p on p.id = u.post join post_requirement r on r.id = u.requirement_id
                 join qualification_level l on l.kind = r.kind and l.id = r.minimum) on true
     order by ${byGivenName(sql`u.full_name`)}, u.official_id, u.post, u.area_id, u.kind`.execute(db)
  return {
    rows: rows.filter((row): row is Unmet & { total: number } => row.officialId !== null),
    total: rows[0]?.total ?? 0,
  }
}

/** What the posts that somebody holds on the day ask, and whether it is met. Row security shows who is seen. */
export const askedOf = async (
  db: Db,
  official: OfficialId,
  day: PlainDate,
): Promise<Omit<Judged, 'officialId' | 'name'>[]> =>
  (
    await sql<Omit<Judged, 'officialId' | 'name'>>`
      with held as (
        select array_agg(a.official_id) as officials, array_agg(a.post) as posts, array_agg(a.area_id) as areas from appointment a
         where a.official_id = ${official} and ${validOn('a', day)})
      select j.post, ${said('p')} as said, j.area_id as "areaId", ${nameOn(sql`j.area_id`, day)} as "areaName", j.kind,
             ${said('l')} as "minimumSaid", j.why, r.legal_basis as "legalBasis", r.mark
        from held h cross join lateral requirements_judged(h.officials, h.posts, h.areas, ${day}) j
        join post p on p.id = j.post join post_requirement r on r.id = j.requirement_id
        join qualification_level l on l.kind = r.kind and l.id = r.minimum
       order by p.place, ${inVietnamese(sql`${nameOn(sql`j.area_id`, day)}`)}, j.kind`.execute(db)
  ).rows

/** Of some ids that are requirements, what they say: "Trưởng thôn: Cơ bản". */
export const requirementsNamed = async (db: Db, ids: readonly string[]) =>
  (
    await sql<{ id: PostRequirementId; post: string; name: Said }>`
      select r.id, r.post, jsonb_build_object('vi', p.vi || ': ' || l.vi, 'en', p.en || ': ' || l.en) as name
        from post_requirement r join post p on p.id = r.post join qualification_level l on l.kind = r.kind and l.id = r.minimum
       where r.id = any (${ids}::uuid[])`.execute(db)
  ).rows
