/** What this room holds of a unit: halls, trainers and classes that it keeps, which a change of units moves nowhere; and of an official: what they teach and learn. */
import { sql } from 'kysely'
import { unitBack, unitGone } from '#features/areas/events.ts'
import { overAs } from '#features/areas/queries.ts'
import { recordsJoined } from '#features/people/events.ts'
import type { AreaId } from '#kernel/ids.ts'
import { byGivenName, inVietnamese } from '#platform/server/sql/order.ts'
import { mostNamed, type Touch } from '#platform/server/touches.ts'
import { classProblem } from './problems.ts'

/** Why a mark stands after another, where both are of one person. */
const joinedBecause = 'hai hồ sơ của một người được nhập làm một'

export const classTouches: readonly Touch[] = [
  {
    of: 'unit',
    // Of a unit that never was nothing may be kept.
    forbids: async (db, { id, act }) => {
      if (act !== unitGone) return null
      type Kept = { halls: number; trainers: number; classes: number; seats: number; turns: number }
      const { rows } = await sql<Kept>`
        select (select count(*)::int from class_hall h where h.area_id = ${id}) as halls,
               (select count(*)::int from trainer t where t.area_id = ${id}) as trainers,
               (select count(*)::int from training_class c where c.area_id = ${id}) as classes,
               (select count(*)::int from class_quota q where q.from_id = ${id})
                 + (select count(*)::int from class_seat k where k.from_id = ${id}) as seats,
               (select count(*)::int from training_turn t where t.from_id = ${id}) as turns`.execute(db)
      const [kept = { halls: 0, trainers: 0, classes: 0, seats: 0, turns: 0 }] = rows
      return Object.values(kept).some((count) => count > 0) ? classProblem('classes.unit_held', kept) : null
    },
    holds: async (db, { id, on, act }) => {
      if (act === unitBack || act === unitGone) return []
      type Named = { halls: string[]; trainers: string[]; classes: string[]; over: AreaId[] }
      type Kept = Named & { hallCount: number; trainerCount: number; classCount: number; seatCount: number }
      const { rows } = await sql<Kept>`
        with hall as materialized (
          select h.id, h.name from class_hall h join area_reach r on r.area_id = h.area_id and r.over_id = ${id}
           where coalesce(h.valid_until, 'infinity') > ${on}),
        teaching as materialized (
          select t.id, t.full_name as name from trainer t join area_reach r on r.area_id = t.area_id and r.over_id = ${id}
           where coalesce(t.valid_until, 'infinity') > ${on}),
        open as materialized (
          select c.id, c.title as name from training_class c join area_reach r on r.area_id = c.area_id and r.over_id = ${id}
           where c.state not in ('completed', 'cancelled'))
        select array(select h.name from hall h order by ${inVietnamese(sql`h.name`)}, h.id limit ${mostNamed}) as halls,
               (select count(*)::int from hall) as "hallCount",
               array(select t.name from teaching t order by ${byGivenName(sql`t.name`)}, t.id limit ${mostNamed}) as trainers,
               (select count(*)::int from teaching) as "trainerCount",
               array(select c.name from open c order by ${inVietnamese(sql`c.name`)}, c.id limit ${mostNamed}) as classes,
               (select count(*)::int from open) as "classCount",
               (select count(*)::int from class_seat k join training_class c on c.id = k.class_id and c.state not in ('completed', 'cancelled')
                  join area_reach r on r.area_id = k.from_id and r.over_id = ${id}
                 where k.state in ('nominated', 'waiting', 'offered', 'enrolled')) as "seatCount", ${overAs(sql`${id}`)} as over`.execute(
        db,
      )
      const right = 'training.read' as const
      return rows.flatMap(({ halls, hallCount, trainers, trainerCount, classes, classCount, seatCount, over }) => [
        {
          ...{ count: hallCount, names: halls, opens: { page: `/hoi-truong?noi=${id}`, right, over } },
          what: {
            vi: 'Hội trường, phòng học (đơn vị hết thì ở lại với đơn vị ấy: cần ghi lại ở đơn vị kế thừa)',
            en: 'Halls and rooms (they stay with a unit that ends: to be entered anew with what takes over)',
          },
        },
        {
          ...{ count: trainerCount, names: trainers, people: true as const },
          ...{ opens: { page: `/giang-vien?noi=${id}`, right, over } },
          what: {
            vi: 'Giảng viên do đơn vị quản lý (đơn vị hết thì cần ghi lại ở đơn vị kế thừa)',
            en: 'Trainers whom the unit keeps (of a unit that ends: to be entered anew with what takes over)',
          },
        },
        {
          ...{ count: classCount, names: classes, opens: { page: `/lop-hoc?noi=${id}`, right, over } },
          what: {
            vi: 'Lớp học chưa xong (đơn vị hết thì lớp ở lại với đơn vị ấy: nên ghi xong hoặc hủy trước)',
            en: 'Classes that are not over (they stay with a unit that ends: best completed or called off before)',
          },
        },
        {
          ...{ count: seatCount, opens: { page: `/cu-nguoi-di-hoc?noi=${id}`, right, over } },
          what: {
            vi: 'Người được cử, có chỗ ở lớp chưa xong (đơn vị hết thì nơi mở lớp giữ danh sách)',
            en: 'People named for classes that are not over (of a unit that ends who holds the class keeps the list)',
          },
        },
      ])
    },
  },
  {
    of: 'official',
    holds: async (db, { id, act }) => {
      if (act !== recordsJoined) return []
      const { rows } = await sql<{ teaching: number; learning: number; turns: number; marked: number }>`
        select (select count(*)::int from trainer t where t.official_id = ${id}) as teaching,
               (select count(*)::int from class_seat k where k.official_id = ${id}) as learning,
               (select count(*)::int from training_turn t where t.official_id = ${id}) as turns,
               (select count(distinct m.session_id)::int from attendance_mark m where m.official_id = ${id}) as marked`.execute(
        db,
      )
      return rows.flatMap(({ teaching, learning, turns, marked }) => [
        { what: { vi: 'Là giảng viên', en: 'A trainer' }, count: teaching },
        { what: { vi: 'Tên trong danh sách lớp học', en: 'In the lists of classes' }, count: learning },
        { what: { vi: 'Lượt học', en: 'Turns' }, count: turns },
        { what: { vi: 'Buổi học đã điểm danh', en: 'Sessions in which they were marked' }, count: marked },
      ])
    },
    joins: async (db, { kept, former }) => {
      await sql`select trainers_joined(${kept}, ${former})`.execute(db)
      await sql`select attendance_joined(${kept}, ${former}, ${joinedBecause}), walk_ins_joined(${kept}, ${former})`.execute(
        db,
      )
    },
  },
]
