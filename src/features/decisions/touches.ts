/** What the decisions hold of a household and of a unit: drafts, classes and certificates. */
import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import type { Touch, Touched } from '#platform/server/touches.ts'

const drafts = { vi: 'Dự thảo quyết định có tên ở đây', en: 'Drafts of decisions that name it' }
const classes = { vi: 'Diện nghèo, cận nghèo đang hưởng', en: 'Classes of poor and near-poor held' }
const certificates = { vi: 'Giấy chứng nhận đang có giá trị', en: 'Certificates in force' }

type Held = { readonly classes: number; readonly certificates: number }

/** Classes that hold on the day with the certificates of their decisions. `whose`: a condition on `c`. */
async function heldOn(db: Db, whose: RawBuilder<unknown>, day: PlainDate): Promise<Touched[]> {
  const { rows } = await sql<Held>`
    select count(*)::int as classes, count(p.id)::int as certificates
      from household_class c
      left join certificate p on p.household_id = c.household_id and p.decision_id = c.decision_id
     where ${whose} and c.class in ('poor', 'near_poor')
       and ${validOn('c', day)}`.execute(db)
  return rows.flatMap((row) => [
    { what: classes, count: row.classes },
    { what: certificates, count: row.certificates },
  ])
}

type Draft = { readonly id: string; readonly count: number }
const draftsAs = (rows: readonly Draft[]): Touched[] =>
  rows.map(({ id, count }) => ({
    what: drafts,
    count,
    opens: { page: `/quyet-dinh/${id}`, right: 'round.read' as const },
  }))

export const decisionTouches: readonly Touch[] = [
  {
    of: 'household',
    follows: (db, id) => sql`select decision_rows_follow(${id})`.execute(db),
    holds: async (db, { id, on }) => {
      const { rows } = await sql<Draft>`
        select d.id, 1 as count from decision d join decision_entry e on e.decision_id = d.id
         where e.household_id = ${id} and d.state in ('drafted', 'printed') order by d.drafted_at`.execute(db)
      return [...draftsAs(rows), ...(await heldOn(db, sql`c.household_id = ${id}`, on))]
    },
  },
  {
    of: 'unit',
    holds: async (db, { id, on }) => {
      const under = sql`(select a.area_id from area_reach a where a.over_id = ${id})`
      const { rows } = await sql<Draft>`
        select d.id, 1 as count from decision d
         where d.state in ('drafted', 'printed') and (d.area_id in ${under} or d.id in (
           select e.decision_id from decision_entry e join decision x on x.id = e.decision_id
            where x.state in ('drafted', 'printed') and e.village_id in ${under}))
         order by d.drafted_at`.execute(db)
      return [...draftsAs(rows), ...(await heldOn(db, sql`c.village_id in ${under}`, on))]
    },
  },
]
