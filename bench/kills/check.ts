/** What the database holds of the surveys that were acknowledged. */
import type pg from 'pg'
import type { Acknowledged } from './outbox.ts'

export type Held = { readonly lost: number; readonly twice: number }

type Ids = { readonly surveyId: string; readonly householdId: string }
const idsOf = ({ sending }: Acknowledged): Ids => JSON.parse(sending.body)

/**
 * `lost`: without its survey, its two verdicts, its command or its line in the audit; `twice`: with more of any. Each
 * household was surveyed once.
 */
export async function checkHeld(owner: pg.Pool, acknowledged: readonly Acknowledged[]): Promise<Held> {
  const ids = acknowledged.map(idsOf)
  const { rows } = await owner.query<Held>(
    `with given as (
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as g (household_id, survey_id, command_id)),
     held as (
       select (select count(*) filter (where s.id = g.survey_id) from survey s where s.household_id = g.household_id) as own,
              (select count(*) from survey s where s.household_id = g.household_id) as surveys,
              (select count(*) from verdict v where v.household_id = g.household_id) as verdicts,
              (select count(*) from command c where c.id = g.command_id) as commands,
              (select count(*) from audit_line a where a.subject_id = g.survey_id) as lines
         from given g)
     select count(*) filter (where own = 0 or verdicts < 2 or commands = 0 or lines = 0)::int as lost,
            count(*) filter (where surveys > 1 or verdicts > 2 or lines > 1)::int as twice from held`,
    [ids.map((one) => one.householdId), ids.map((one) => one.surveyId), acknowledged.map((one) => one.command)],
  )
  return rows[0] ?? { lost: 0, twice: 0 }
}
