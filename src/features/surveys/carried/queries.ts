/**
 * The register of villages as it is carried: every household that stands, its members, its class and its last survey, and of
 * which version that is. Row security decides what is seen; whoever asks stands at the commune first.
 */
import { type RawBuilder, sql } from 'kysely'
import { belongs, stands } from '#features/households/onDay.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, CommandId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { byHeadOf } from '#platform/server/sql/order.ts'
import { type CarriedHousehold, partSize } from './model.ts'

/** Counted up where what is sent of a household gets another shape, so that every phone takes all of it anew. */
const shape = 1

/** Who was never there is carried by nobody. */
const real = sql`leave_reason is distinct from 'entered_by_mistake'`

/**
 * The part `carried` of a WITH: a row a household, with a mark of all that is sent of it. Joined in full: how many rows a
 * village has is guessed far too low, and this never compares each row with each.
 */
const carriedPart = (villages: readonly AreaId[], day: PlainDate): RawBuilder<unknown> => sql`
  standing as materialized (
    select household_id, village_id, number, address, head_name from household
     where village_id = any (${villages}::uuid[]) and ${stands('household', day)}),
  people as materialized (
    select household_id, (count(*) filter (where ${belongs('member', day)}))::int as persons,
           bit_xor(hashtextextended(
             (id, full_name, sex, birth_year, birth_month, birth_day, relation, joined_on, left_on, leave_reason)::text, 0)) as mark
      from member where home_id = any (${villages}::uuid[]) and ${real} group by household_id),
  held as materialized (
    select household_id, class, valid_from from household_class
     where home_id = any (${villages}::uuid[]) and ${validOn('household_class', day)}),
  told as materialized (
    select s.household_id, s.village_id, s.number, s.address, s.head_name, p.persons, p.mark, k.class, k.valid_from as since,
           (select max(v.surveyed_on) from survey v where v.household_id = s.household_id) as surveyed_on
      from standing s full join people p on p.household_id = s.household_id
      full join held k on k.household_id = s.household_id
     where s.household_id is not null),
  carried as materialized (
    select t.*, hashtextextended((household_id, number, address, head_name, class, since, surveyed_on, mark)::text, 0) as told
      from told t)`

const version = sql<string>`md5((${sql.lit(shape)}, count(*), bit_xor(told))::text)`

export type VillageRow = {
  readonly villageId: AreaId
  readonly households: number
  readonly persons: number
  readonly version: string
}

/** Of the villages that have a household on the day: how much each has, and a version that says whether it has changed. */
export async function versionsOf(db: Db, villages: readonly AreaId[], day: PlainDate): Promise<VillageRow[]> {
  const { rows } = await sql<VillageRow>`
    with ${carriedPart(villages, day)}
    select village_id as "villageId", count(*)::int as households, coalesce(sum(persons), 0)::int as persons,
           ${version} as version
      from carried group by village_id`.execute(db)
  return rows
}

const member = sql`json_strip_nulls(json_build_object('name', m.full_name, 'sex', m.sex,
  'birth', concat_ws('-', m.birth_year, lpad(m.birth_month::text, 2, '0'), lpad(m.birth_day::text, 2, '0')),
  'relation', m.relation, 'leftOn', m.left_on, 'why', m.leave_reason))`
const household = sql<CarriedHousehold>`json_strip_nulls(json_build_object('householdId', p.household_id,
  'head', p.head_name, 'number', p.number, 'address', p.address, 'class', p.class, 'since', p.since,
  'surveyedOn', p.surveyed_on, 'members', coalesce((
    select json_agg(${member} order by m.left_on is not null, m.relation <> 'head', m.birth_year, m.birth_month, m.birth_day, m.id)
      from member m where m.household_id = p.household_id and ${real}), '[]')))`

/** A part of a village, in the one order of lists, with the version of the whole as it was read with it. */
export async function partOf(db: Db, village: AreaId, { part, day }: { part: number; day: PlainDate }) {
  const { rows } = await sql<{ version: string; household: CarriedHousehold | null }>`
    with ${carriedPart([village], day)},
    part as (
      select c.*, row_number() over (order by ${byHeadOf('c')}) as place from carried c
       order by place limit ${partSize} offset ${part * partSize})
    select v.version, case when p.household_id is not null then ${household} end as household
      from (select ${version} as version from carried) v left join part p on true order by p.place`.execute(db)
  return { version: rows[0]?.version ?? '', households: rows.flatMap((row) => (row.household ? [row.household] : [])) }
}

/** Whether the actor began a taking of this commune on the day by this command. */
export async function wasBegun(
  db: Db,
  taking: CommandId,
  { endpoint, areaId, day }: { endpoint: string; areaId: AreaId; day: PlainDate },
): Promise<boolean> {
  const begun = await db
    .selectFrom('command')
    .where('id', '=', taking)
    .where('endpoint', '=', endpoint)
    .where(sql<boolean>`result->>'areaId' = ${areaId} and result->>'day' = ${day}`)
    .select('id')
    .executeTakeFirst()
  return begun !== undefined
}
