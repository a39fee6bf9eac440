/** SQL of drafts: held, written, submitted, dropped, approved; what of a plan is asked before it is. */
import { sql } from 'kysely'
import type { Authority } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, ProgrammeId, TrainingPlanId } from '#kernel/ids.ts'
import { locks } from '#platform/server/database/locks.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { PlanLevel } from '../model.ts'

export type Particulars = {
  readonly name: string
  readonly programmeId: ProgrammeId
  readonly largestClass: number | null
  readonly largestClassBy: string
  readonly note: string
  readonly reason: string
  readonly purpose: string
  readonly execution: string
}
export type Held = Particulars & {
  readonly areaId: AreaId
  readonly year: number
  /** The plan that it amends. */
  readonly amends: TrainingPlanId | null
  readonly amendment: number
  readonly edits: number
  readonly workedBy: readonly AccountId[]
  /** Where its lines went, all of them; it stayed for what units said of it. */
  readonly carriedInto: TrainingPlanId | null
  readonly givenUp: boolean
}

/** Where a plan is and how it stands, as far as the actor sees it. */
export const standingOf = (db: Db, id: TrainingPlanId) =>
  db.selectFrom('training_plan').select(['area_id', 'state', 'year']).where('id', '=', id).executeTakeFirst()

/** A draft, which stands still until the change ends; of what is no draft nothing. */
export const holdDraft = async (db: Db, id: TrainingPlanId): Promise<Held | undefined> =>
  (
    await sql<Held>`
      select p.name, p.programme_id as "programmeId", p.largest_class as "largestClass", p.largest_class_by as "largestClassBy",
             p.note, p.reason, p.purpose, p.execution, p.original_id as amends, p.amendment, p.area_id as "areaId", p.year, p.edits, p.worked_by as "workedBy", p.carried_into as "carriedInto", p.given_up_on is not null as "givenUp"
        from training_plan p where p.id = ${id} and p.state = 'drafted' for update`.execute(db)
  ).rows[0]

const columnsOf = ({ programmeId, largestClass, largestClassBy, ...rest }: Particulars) => ({
  ...rest,
  programme_id: programmeId,
  largest_class: largestClass,
  largest_class_by: largestClassBy,
})

type NewPlan = Particulars & {
  readonly id: TrainingPlanId
  readonly areaId: AreaId
  readonly level: PlanLevel
  readonly year: number
  readonly parentId: TrainingPlanId | null
  readonly by: AccountId
}
export const insertPlan = (db: Db, { id, areaId, level, year, parentId, by, ...said }: NewPlan) =>
  db
    .insertInto('training_plan')
    .values({ id, area_id: areaId, level, year, parent_id: parentId, worked_by: [by], ...columnsOf(said) })
    .execute()

export const updatePlan = (db: Db, id: TrainingPlanId, said: Particulars) =>
  db.updateTable('training_plan').set(columnsOf(said)).where('id', '=', id).execute()

/** One more change of the draft, by whom. */
export const countEdit = (db: Db, id: TrainingPlanId, by: AccountId) =>
  sql`update training_plan set edits = edits + 1,
             worked_by = case when ${by} = any (worked_by) then worked_by else worked_by || ${by}::text end
       where id = ${id}`.execute(db)

/** Where the lines of a draft went that stays for what units said of it; null: they came back. */
export const setCarriedInto = (db: Db, id: TrainingPlanId, into: TrainingPlanId | null) =>
  db.updateTable('training_plan').set({ carried_into: into }).where('id', '=', id).execute()

export const submit = (db: Db, id: TrainingPlanId, on: PlainDate) =>
  sql`update training_plan set submitted_edits = edits, submitted_on = ${on} where id = ${id}`.execute(db)

/** False where it is not submitted as it is now. */
export const recall = async (db: Db, id: TrainingPlanId): Promise<boolean> =>
  (
    await sql`update training_plan set submitted_edits = null, submitted_on = null
               where id = ${id} and submitted_edits = edits`.execute(db)
  ).numAffectedRows === 1n

/** Its lines, who sits in them, and their money. */
async function deleteLines(db: Db, id: TrainingPlanId): Promise<void> {
  await db.deleteFrom('plan_seat').where('plan_id', '=', id).execute()
  await sql`delete from plan_money m using plan_line l where l.id = m.plan_line_id and l.plan_id = ${id}`.execute(db)
  await db.deleteFrom('plan_line').where('plan_id', '=', id).execute()
}

export async function deletePlan(db: Db, id: TrainingPlanId): Promise<void> {
  await deleteLines(db, id)
  await db.deleteFrom('training_plan').where('id', '=', id).execute()
}

/** It stays without its lines, for what units said of it. */
export async function giveUp(db: Db, id: TrainingPlanId, of: { on: PlainDate; because: string }): Promise<void> {
  await deleteLines(db, id)
  await db
    .updateTable('training_plan')
    .set({ given_up_on: of.on, given_up_because: of.because, submitted_edits: null, submitted_on: null })
    .where('id', '=', id)
    .execute()
}

/** What a unit does about plans is done one act after the other: what it has said or begun is settled while this is held. */
export const holdUnit = (db: Db, unit: AreaId) =>
  sql`select pg_advisory_xact_lock(${locks.plans}, hashtext(${unit}))`.execute(db)

type Named = Pick<Particulars, 'name' | 'programmeId'> & { readonly areaId: AreaId; readonly year: number }
/** Whether a unit, which is held, has another plan of the name, the year and the programme; `self` and what it amends are none. */
export const isNamedAgain = async (db: Db, named: Named, self: TrainingPlanId): Promise<boolean> =>
  (
    await sql`
      select 1 from training_plan p
       where p.area_id = ${named.areaId} and p.year = ${named.year} and p.programme_id = ${named.programmeId}
         and lower(p.name) = lower(${named.name}) and p.original_id is null and not p.closed
         and p.id not in (select coalesce(o.original_id, o.id) from training_plan o where o.id = ${self})
       limit 1`.execute(db)
  ).rows.length > 0

/** Days before which a plan is not approved: when the plan above was, and when it was first sent for comment and not taken back. */
/** When the last of the frameworks was approved whose topics a plan `p` takes. */
export const frameworksOf = sql`(select max(f.approved_on) from plan_line n join framework_topic t on t.id = n.topic_id
                           join framework f on f.id = t.framework_id where n.plan_id = p.id)`

/** Holds the units of a plan, of the one above and of its frameworks, always in one order: no day that it rests on changes meanwhile. */
export async function holdAround(db: Db, id: TrainingPlanId): Promise<void> {
  const { rows } = await sql<{ unit: AreaId }>`
    select p.area_id as unit from training_plan p where p.id = ${id}
    union select u.area_id from training_plan p join training_plan u on u.id = p.parent_id where p.id = ${id}
    union select f.area_id from plan_line n join framework_topic t on t.id = n.topic_id join framework f on f.id = t.framework_id
           where n.plan_id = ${id} and f.area_id is not null
     order by unit`.execute(db)
  for (const { unit } of rows) await holdUnit(db, unit)
}

export const stepsBefore = async (db: Db, id: TrainingPlanId) =>
  (
    await sql<{ parent: PlainDate | null; sent: PlainDate | null; framework: PlainDate | null }>`
      select ${frameworksOf} as framework, (select u.approved_on from training_plan u where u.id = p.parent_id) as parent,
             (select max(s.sent_on) from plan_sending s where s.plan_id = p.id and s.taken_back_on is null) as sent
        from training_plan p where p.id = ${id}`.execute(db)
  ).rows[0] ?? { parent: null, sent: null, framework: null }

/** Whose programme it is; nothing where there is none. */
export const programmeUnit = async (db: Db, id: ProgrammeId): Promise<AreaId | undefined> =>
  (await db.selectFrom('programme').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

type Numbered = { readonly number: string; readonly on: PlainDate; readonly self?: TrainingPlanId }
/** Numbers begin anew each year; `self`: whose number it may be already. */
export const isNumberTaken = async (db: Db, area: AreaId, of: Numbered): Promise<boolean> =>
  (
    await sql<{ id: string }>`
      select p.id from training_plan p
       where p.area_id = ${area} and lower(p.approved_number) = lower(${of.number})
         and extract(year from p.approved_on) = extract(year from ${of.on}::date) and p.id is distinct from ${of.self ?? null}::uuid
       limit 1`.execute(db)
  ).rows.length > 0

type Decided = {
  readonly number: string
  readonly on: PlainDate
  readonly issuer: string
  readonly by: AccountId
  readonly signer: { readonly name: string; readonly authority: Authority } | null
}
export const approve = async (db: Db, id: TrainingPlanId, said: Decided): Promise<boolean> =>
  (
    await sql<{ done: boolean }>`
      select plan_approve(${id}, ${said.number}, ${said.on}, ${said.issuer}, ${said.by},
                          ${said.signer?.name ?? null}, ${said.signer?.authority ?? null}) as done`.execute(db)
  ).rows[0]?.done ?? false
