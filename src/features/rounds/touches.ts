/** What the rounds hold of an official, a household and a unit: what is under review and not ended. */
import { sql } from 'kysely'
import type { Touch } from '#platform/server/touches.ts'

const running = sql`r.state not in ('completed', 'cancelled')`

type Open = { readonly id: string; readonly count: number }

export const roundTouches: readonly Touch[] = [
  {
    of: 'official',
    holds: async (db, { id }) => {
      const { rows } = await sql<Open & { readonly name: string }>`
        select r.id, r.name, count(*)::int as count from review_case c join round r on r.id = c.round_id
         where c.account_id = ${id} and c.state in ('assigned', 'returned') and ${running}
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
        with here as (
          select r.id, v.village_id from round r join round_village v on v.round_id = r.id
            join area_reach a on a.area_id = v.village_id and a.over_id = ${id}
           where ${running})
        select x.rounds, y.cases
          from (select count(distinct id)::int as rounds from here) x,
               (select count(*)::int as cases from review_case c
                  join here on here.id = c.round_id and here.village_id = c.village_id
                 where c.state not in ('accepted', 'ended')) y`.execute(db)
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
