/** SQL of the papers of plans. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { Id, ProgrammeId, TrainingPlanId } from '#kernel/ids.ts'
import { decodeSigned } from '#kernel/signed.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Basis } from '../programmes/model.ts'

export const basesOf = async (db: Db, programme: ProgrammeId): Promise<Basis[]> =>
  (await sql<{ bases: Basis[] }>`select p.bases from programme p where p.id = ${programme}`.execute(db)).rows[0]
    ?.bases ?? []

/** The paper as it was kept at the approval; nothing of drafts, and of what was approved before papers were kept. */
export const findKept = async <Paper>(db: Db, plan: TrainingPlanId) =>
  (
    await sql<{ paper: Paper; signed: string }>`
      select p.content as paper, p.signed from plan_paper p where p.plan_id = ${plan}`.execute(db)
  ).rows[0]

/** The approved amendments after this paper, of a plan or of an amendment. */
export const amendedBy = async (db: Db, plan: TrainingPlanId): Promise<{ number: string; day: PlainDate }[]> =>
  (
    await sql<{ number: string; day: PlainDate }>`
      select n.approved_number as number, n.approved_on as day
        from training_plan p join training_plan n on n.original_id = coalesce(p.original_id, p.id) and n.amendment > p.amendment
       where p.id = ${plan} and p.state = 'approved' and n.state = 'approved' order by n.amendment`.execute(db)
  ).rows

type Kept = { readonly content: string; readonly signed: string }
export const keepPaper = (db: Db, plan: TrainingPlanId, { content, signed }: Kept) =>
  sql`select plan_paper_keep(${plan}, ${content}::jsonb, ${signed})`.execute(db)

type Corrected = Kept & { readonly on: PlainDate; readonly because: string }
/** What the paper said before is kept beside it. */
export const correctPaper = (db: Db, plan: TrainingPlanId, { content, signed, on, because }: Corrected) =>
  sql`select plan_paper_correct(${plan}, ${content}::jsonb, ${signed}, ${on}, ${because})`.execute(db)

/** Under which id the paper of a plan stands in the register; null where it is not there. */
export async function paperIdOf(db: Db, plan: TrainingPlanId): Promise<Id<'signed_paper'> | null> {
  const kept = await db.selectFrom('plan_paper').select('signed').where('plan_id', '=', plan).executeTakeFirst()
  const decoded = kept && decodeSigned(kept.signed)
  return decoded ? (decoded.paper.id as Id<'signed_paper'>) : null
}

/** Whether the paper of a plan is in the register. */
export const isRegistered = async (db: Db, plan: TrainingPlanId): Promise<boolean> =>
  (await db.selectFrom('plan_paper').select('plan_id').where('plan_id', '=', plan).executeTakeFirst()) !== undefined

/** The approved plan of a unit above which this one, or the one that it amends, carries out. */
export const carriedOut = async (db: Db, plan: TrainingPlanId) =>
  (
    await sql<{ number: string; day: PlainDate; issuer: string }>`
      select u.approved_number as number, u.approved_on as day, u.approved_issuer as issuer
        from training_plan p left join training_plan o on o.id = p.original_id
        join training_plan u on u.id = coalesce(p.parent_id, o.parent_id) where p.id = ${plan}`.execute(db)
  ).rows[0]

/** Number and day, as they are said now, of the plan that an amendment amends. */
export const amendedNow = async (db: Db, amendment: TrainingPlanId) =>
  (
    await sql<{ number: string; day: PlainDate }>`
      select o.approved_number as number, o.approved_on as day
        from training_plan p join training_plan o on o.id = p.original_id where p.id = ${amendment}`.execute(db)
  ).rows[0]

/** Who signed an approved plan, where it was said. */
export const signerOf = (db: Db, plan: TrainingPlanId) =>
  db
    .selectFrom('training_plan')
    .select(['signer_name as name', 'signer_authority as authority'])
    .where('id', '=', plan)
    .executeTakeFirst()
