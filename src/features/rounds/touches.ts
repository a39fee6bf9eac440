/** What the rounds hold of an official, a household and a unit: what is under review and not ended. */
import { sql } from 'kysely'
import { rights, roleHolds } from '#kernel/access.ts'
import { validOn } from '#platform/server/sql/days.ts'
import type { Intent, Touch } from '#platform/server/touches.ts'

const running = sql`r.state not in ('completed', 'cancelled')`

type Open = { readonly id: string; readonly count: number }

/** Whether the case `c` is surveyed by this grant alone: it lies under it, and under no other of the account. */
const surveyedBy = (grant: NonNullable<Intent['grant']>, { id, on }: Intent) => sql<boolean>`
  exists (select from area_reach a where a.area_id = c.village_id and a.over_id = ${grant.areaId})
  and not exists (
    select from access_grant g join area_reach a on a.over_id = g.area_id and a.area_id = c.village_id
     where g.account_id = ${id} and g.id <> ${grant.id} and g.role = any (${rights['survey.fill'].roles})
       and ${validOn('g', on)})`

export const roundTouches: readonly Touch[] = [
  {
    of: 'official',
    holds: async (db, intent) => {
      const { id, grant } = intent
      if (grant && !roleHolds(grant.role, 'survey.fill')) return []
      const { rows } = await sql<Open & { readonly name: string }>`
        select r.id, r.name, count(*)::int as count from review_case c join round r on r.id = c.round_id
         where c.account_id = ${id} and c.state in ('assigned', 'returned') and ${running}
           and ${grant ? surveyedBy(grant, intent) : true}
         group by r.id, r.name order by r.name`.execute(db)
      return rows.map((round) => ({
        what: { vi: `Hộ đang giao khảo sát trong "${round.name}"`, en: `Households to survey in "${round.name}"` },
        count: round.count,
        opens: { page: `/ra-soat/${round.id}/giao-viec`, right: 'round.read' as const },
      }))
    },
  },
  {
    of: 'household',
    holds: async (db, { id }) => {
      const { rows } = await sql<Open & { readonly name: string }>`
        select r.id, r.name, count(*)::int as count from review_case c join round r on r.id = c.round_id
         where c.household_id = ${id} and c.state <> 'ended' and ${running}
         group by r.id, r.name order by r.name`.execute(db)
      return rows.map((round) => ({
        what: { vi: `Đang được rà soát trong "${round.name}"`, en: `Under review in "${round.name}"` },
        count: round.count,
        opens: { page: `/ra-soat/${round.id}`, right: 'round.read' as const },
      }))
    },
  },
  {
    of: 'unit',
    holds: async (db, { id }) => {
      const { rows } = await sql<{ readonly rounds: number; readonly cases: number }>`
        select count(distinct r.id)::int as rounds, count(c.id) filter (where c.state not in ('accepted', 'ended'))::int as cases
          from round r join round_village v on v.round_id = r.id join area_reach a on a.area_id = v.village_id and a.over_id = ${id}
          left join review_case c on c.round_id = r.id and c.village_id = v.village_id
         where ${running}`.execute(db)
      return rows.flatMap(({ rounds, cases }) => [
        {
          what: { vi: 'Kỳ rà soát chưa kết thúc', en: 'Rounds that have not ended' },
          count: rounds,
          opens: { page: `/ra-soat?noi=${id}`, right: 'round.read' as const },
        },
        { what: { vi: 'Hộ trong các kỳ đó chưa rà soát xong', en: 'Households still being reviewed' }, count: cases },
      ])
    },
  },
]
