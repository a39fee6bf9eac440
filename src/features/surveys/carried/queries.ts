/**
 * The register of villages as it is carried: every household that stands, its members, its class and its last survey, and of
 * which version that is. `register_carried` (0231) asks once whether the villages are reached.
 */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, CommandId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { byHeadOf } from '#platform/server/sql/order.ts'
import { type CarriedHousehold, partSize } from './model.ts'

/** Counted up where what is sent of a household gets another shape, so that every phone takes all of it anew. */
const shape = 1

const version = sql<string>`md5((${sql.lit(shape)}, count(*), bit_xor(mark))::text)`

export type VillageRow = {
  readonly villageId: AreaId
  readonly households: number
  readonly persons: number
  readonly version: string
}

/** Of the villages that have a household on the day: how much each has, and a version that says whether it has changed. */
export async function versionsOf(db: Db, villages: readonly AreaId[], day: PlainDate): Promise<VillageRow[]> {
  const { rows } = await sql<VillageRow>`
    select village_id as "villageId", count(*)::int as households, sum(persons)::int as persons, ${version} as version
      from register_carried(${villages}::uuid[], ${day}) group by village_id`.execute(db)
  return rows
}

const member = sql`json_strip_nulls(json_build_object('name', m.full_name, 'sex', m.sex,
  'birth', concat_ws('-', m.birth_year, lpad(m.birth_month::text, 2, '0'), lpad(m.birth_day::text, 2, '0')),
  'relation', m.relation, 'leftOn', m.left_on, 'why', m.leave_reason))`
const household = sql<CarriedHousehold>`json_strip_nulls(json_build_object('householdId', p.household_id,
  'head', p.head_name, 'number', p.number, 'address', p.address, 'phone', p.phone, 'class', p.class, 'since', p.since,
  'surveyedOn', p.surveyed_on, 'members', coalesce(m.members, '[]')))`

/** A part of a village, in the one order of lists, with the version of the whole as it was read with it. */
export async function partOf(db: Db, village: AreaId, { part, day }: { part: number; day: PlainDate }) {
  const { rows } = await sql<{ version: string; household: CarriedHousehold | null }>`
    with carried as materialized (select * from register_carried(${[village]}::uuid[], ${day})),
    people as materialized (
      select m.household_id, json_agg(${member} order by m.left_on is not null, m.relation <> 'head', m.birth_year, m.birth_month,
               m.birth_day, m.id) as members
        from member m where m.home_id = ${village} and m.leave_reason is distinct from 'entered_by_mistake' group by m.household_id),
    part as materialized (
      select c.*, row_number() over (order by ${byHeadOf('c')}) as place from carried c
       order by place limit ${partSize} offset ${part * partSize})
    select v.version, case when p.household_id is not null then ${household} end as household
      from (select ${version} as version from carried) v left join part p on true
      left join people m on m.household_id = p.household_id order by p.place`.execute(db)
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
