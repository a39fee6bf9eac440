/** SQL of the decision of an approved plan: held and corrected, and what stands before and after its day. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, TrainingPlanId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { frameworksOf } from './drafts.ts'

export type Decided = {
  readonly areaId: AreaId
  readonly year: number
  readonly amendment: number
  readonly workedBy: readonly AccountId[]
  readonly number: string
  readonly decidedOn: PlainDate
  readonly issuer: string
}
/** An approved plan, or amendment, whose unit does nothing else about plans meanwhile; of what is none nothing. */
export const findDecided = async (db: Db, id: TrainingPlanId): Promise<Decided | undefined> =>
  (
    await sql<Decided>`
      select p.area_id as "areaId", p.year, p.amendment, p.worked_by as "workedBy", p.approved_number as number,
             p.approved_on as "decidedOn", p.approved_issuer as issuer
        from training_plan p where p.id = ${id} and p.state = 'approved'`.execute(db)
  ).rows[0]

/** The days between which it was decided: what it rests on was before, what rests on it came after. */
export const daysAround = async (db: Db, id: TrainingPlanId) =>
  (
    await sql<{ first: PlainDate | null; last: PlainDate | null; below: number }>`
      select greatest((select u.approved_on from training_plan u where u.id = p.parent_id), ${frameworksOf},
                      (select max(s.sent_on) from plan_sending s where s.plan_id = p.id and s.taken_back_on is null),
                      (select max(v.approved_on) from training_plan v
                        where p.original_id in (v.id, v.original_id) and v.state = 'approved' and v.amendment < p.amendment)) as first,
             least((select min(c.approved_on) from training_plan c where c.parent_id = p.id and c.state = 'approved'),
                   (select min(v.approved_on) from training_plan v
                     where coalesce(p.original_id, p.id) = v.original_id and v.state = 'approved' and v.amendment > p.amendment)) as last,
             (select count(*)::int from training_plan c where c.parent_id = p.id and c.state = 'approved') as below
        from training_plan p where p.id = ${id}`.execute(db)
  ).rows[0] ?? { first: null, last: null, below: 0 }

type Said = {
  readonly number: string
  readonly decidedOn: PlainDate
  readonly issuer: string
  readonly today: PlainDate
  readonly because: string
}
/** What it said until today stands with it. */
export const correct = async (db: Db, id: TrainingPlanId, said: Said): Promise<boolean> =>
  (
    await sql<{
      done: boolean
    }>`select plan_correct(${id}, ${said.number}, ${said.decidedOn}, ${said.issuer}, ${said.today}, ${said.because}) as done`.execute(
      db,
    )
  ).rows[0]?.done ?? false
