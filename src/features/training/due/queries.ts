/** SQL of what is due to one person. Row security leaves out plans that the actor may not read: drafts of others that were not sent. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { OfficialId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { DueSeat, DueWish, MySeat } from './model.ts'

type Of = { readonly officialId: OfficialId; readonly today: PlainDate }

/** Those that stand, the latest year first. */
export const seatsDue = async (db: Db, { officialId, today }: Of): Promise<DueSeat[]> =>
  (
    await sql<DueSeat>`
      select s.id as "planSeatId", coalesce(p.original_id, p.id) as "planId", p.name, p.amendment,
             ${nameOn(sql`p.area_id`, today)} as "unitName", p.state, s.year, t.code, t.title, l.weeks
        from plan_seat s join training_plan p on p.id = s.plan_id join plan_line l on l.id = s.plan_line_id
        join framework_topic t on t.id = l.topic_id
       where s.official_id = ${officialId} and s.stands
       order by s.year desc, l.weeks, t.code, s.id`.execute(db)
  ).rows

export const wishesDue = async (db: Db, { officialId, today }: Of): Promise<DueWish[]> =>
  (
    await sql<DueWish>`
      select w.id as "trainingWishId", w.source, t.code, t.title, ${nameOn(sql`w.area_id`, today)} as "unitName", w.reason,
             w.made_on as day
        from training_wish w join framework_topic t on t.id = coalesce(topic_on(w.topic_id, ${today}), w.topic_id)
       where w.official_id = ${officialId} and w.withdrawn_on is null
       order by w.made_on desc, w.id`.execute(db)
  ).rows

/** Of who asks, this year's and later, the earliest first. */
export const seatsOfMine = async (db: Db, today: PlainDate): Promise<Omit<MySeat, 'over'>[]> =>
  (
    await sql<Omit<MySeat, 'over'>>`
      select s.seat_id as "planSeatId", s.code, s.title, s.year, s.weeks, s.place, s.plan_name as name, s.amendment,
             ${nameOn(sql`s.area_id`, today)} as "unitName",
             case when s.place_id is not null then ${nameOn(sql`s.place_id`, today)} end as "placeName"
        from my_seats(${today}) s`.execute(db)
  ).rows
