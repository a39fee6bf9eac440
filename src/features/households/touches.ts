/** What the register holds of a unit. */
import { sql } from 'kysely'
import { unitBack, unitGone } from '#features/areas/events.ts'
import { overAs } from '#features/areas/queries.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Touch, untold } from '#platform/server/touches.ts'
import { householdProblem } from './problems.ts'

/** As many as the register counts in the villages of a unit. */
async function countedIn(db: Db, id: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select coalesce(sum(k.households), 0)::int as n from register_count k join area_reach r on r.area_id = k.area_id
     where r.over_id = ${id} and k.step = 0`.execute(db)
  return rows[0]?.n ?? 0
}

type Since = { readonly count: number; readonly names: string }
type Back = { readonly back: number; readonly stay: number; readonly heads: readonly string[] | null }

const fewOf = (count: number, heads: readonly string[] | null): Since => ({
  count,
  names: `${(heads ?? []).join(', ')}${count > (heads?.length ?? 0) ? ' ...' : ''}`,
})

/** Of a village that has ended: how many of those whom its end moved come back, and how many cannot. */
async function comingBack(db: Db, id: string): Promise<Back> {
  const { rows } = await sql<Back>`select * from households_coming_back(${id})`.execute(db)
  return rows[0] ?? { back: 0, stay: 0, heads: null }
}

async function comeSince(db: Db, id: string): Promise<Since> {
  const { rows } = await sql<{ come: number; heads: readonly string[] | null }>`
    select * from households_come_since(${id})`.execute(db)
  return fewOf(rows[0]?.come ?? 0, rows[0]?.heads ?? null)
}

const twoMembers = {
  vi: 'Mỗi hồ sơ ứng với một nhân khẩu khác nhau trong sổ hộ: đó là hai người.',
  en: 'Each record is another member of the register of households: they are two people.',
}

export const householdTouches: readonly Touch[] = [
  {
    of: 'unit',
    follows: (db, id, today) => sql`select households_succeed(${id}, ${today})`.execute(db),
    returns: (db, id, { because, today }) =>
      untold(sql`select households_return(${id}, ${because}, ${today})`.execute(db)),
    forbids: async (db, { id, act, households }) => {
      if (act === unitBack) {
        const { stay, heads } = await comingBack(db, id)
        return stay > 0 ? householdProblem('household.unit_changed_since', fewOf(stay, heads)) : null
      }
      if (act === unitGone) {
        const come = await comeSince(db, id)
        return come.count > 0 ? householdProblem('household.unit_come_since', come) : null
      }
      if (act === 'area.abolished_alone') {
        const count = await countedIn(db, id)
        return count > 0 ? householdProblem('household.unit_left', { count }) : null
      }
      if (act !== 'area.total_declared' || households === undefined) return null
      const count = await countedIn(db, id)
      return households * 2 < count ? householdProblem('household.total_far', { count, households }) : null
    },
    holds: async (db, { id, act }) => {
      if (act === unitGone) return []
      if (act === unitBack)
        return [{ what: { vi: 'Hộ trở về', en: 'Households that come back' }, count: (await comingBack(db, id)).back }]
      const { rows } = await sql<{ count: number; over: AreaId[] }>`
        select count(*)::int as count, ${overAs(sql`${id}`)} as over from household h join area_reach r on r.area_id = h.village_id
         where r.over_id = ${id} and h.ended_on is null`.execute(db)
      const what = { vi: 'Hộ đang ở đây', en: 'Households that live here' }
      return rows.map(({ count, over }) => ({
        what,
        count,
        opens: { page: `/ho?noi=${id}`, right: 'household.read', over },
      }))
    },
  },
  {
    of: 'official',
    against: async (db, { kept, former }) => {
      const { rows } = await sql<{ apart: boolean }>`
        select official_members_apart(${kept}, ${former}) as apart`.execute(db)
      return rows[0]?.apart ? [{ code: 'household', said: twoMembers }] : []
    },
    joins: (db, { kept, former }) => sql`select official_members_joined(${kept}, ${former})`.execute(db),
  },
]
