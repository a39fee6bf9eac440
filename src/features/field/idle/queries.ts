/** SQL of the idle time of phones. What a province lays down is everybody's to read. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, FieldDeviceId, PhoneIdleTimeId } from '#kernel/ids.ts'
import type { ValueMark } from '#kernel/marks.ts'
import type { Db } from '#platform/server/database/open.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { IdleRow } from './model.ts'

/** Minutes at a unit on a day; null where its province laid nothing down. */
export const minutesAt = async (db: Db, area: AreaId, day: PlainDate): Promise<number | null> =>
  (await sql<{ minutes: number | null }>`select phone_idle_at(${area}, ${day}) as minutes`.execute(db)).rows[0]
    ?.minutes ?? null

/** The same for a phone, whoever asks. */
export const minutesOf = async (db: Db, device: FieldDeviceId, day: PlainDate): Promise<number | null> =>
  (await sql<{ minutes: number | null }>`select phone_idle_of(${device}, ${day}) as minutes`.execute(db)).rows[0]
    ?.minutes ?? null

/** What was laid down at, over or under an area, the latest first. */
export const idleAt = async (db: Db, area: AreaId, today: PlainDate): Promise<IdleRow[]> =>
  (
    await sql<IdleRow>`
      select t.id as "phoneIdleTimeId", ${nameOn(sql`t.area_id`, today)} as "areaName", t.minutes, t.valid_from as "from",
             t.legal_reference as "legalReference", t.mark, t.withdrawn_because as "withdrawnBecause",
             case when t.withdrawn_because is not null then 'withdrawn' when t.valid_from > ${today} then 'coming'
                  when exists (select from phone_idle_time n where n.area_id = t.area_id and n.withdrawn_because is null
                                 and n.valid_from > t.valid_from and n.valid_from <= ${today}) then 'over' else 'in_force' end as state
        from phone_idle_time t
       where t.area_id in (select r.area_id from area_reach r where r.over_id = ${area})
          or t.area_id in (select r.over_id from area_reach r where r.area_id = ${area})
       order by ${inVietnamese(nameOn(sql`t.area_id`, today))}, t.area_id, t.valid_from desc, t.made_at desc, t.id`.execute(
      db,
    )
  ).rows

type New = {
  readonly id: PhoneIdleTimeId
  readonly area_id: AreaId
  readonly minutes: number
  readonly valid_from: PlainDate
  readonly legal_reference: string
  readonly mark: ValueMark
  readonly made_by: AccountId
}
export const insertIdle = (db: Db, row: New) => db.insertInto('phone_idle_time').values(row).execute()

export const placeOfIdle = async (db: Db, id: PhoneIdleTimeId): Promise<AreaId | undefined> =>
  (await db.selectFrom('phone_idle_time').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

export const holdIdle = (db: Db, id: PhoneIdleTimeId) =>
  db
    .selectFrom('phone_idle_time')
    .select(['area_id as areaId', 'minutes', 'valid_from as from', 'withdrawn_because as withdrawnBecause'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const withdraw = (db: Db, id: PhoneIdleTimeId, because: string) =>
  db.updateTable('phone_idle_time').set({ withdrawn_because: because }).where('id', '=', id).execute()
