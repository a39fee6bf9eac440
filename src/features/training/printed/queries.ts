/** SQL of the papers of plans. */
import { sql } from 'kysely'
import type { ProgrammeId, TrainingPlanId } from '#kernel/ids.ts'
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

type Kept = { readonly content: string; readonly signed: string }
export const keepPaper = (db: Db, plan: TrainingPlanId, { content, signed }: Kept) =>
  sql`select plan_paper_keep(${plan}, ${content}::jsonb, ${signed})`.execute(db)

/** Whether the paper of a plan is in the register. */
export const isRegistered = async (db: Db, plan: TrainingPlanId): Promise<boolean> =>
  (await db.selectFrom('plan_paper').select('plan_id').where('plan_id', '=', plan).executeTakeFirst()) !== undefined

/** Who signed an approved plan, where it was said. */
export const signerOf = (db: Db, plan: TrainingPlanId) =>
  db
    .selectFrom('training_plan')
    .select(['signer_name as name', 'signer_authority as authority'])
    .where('id', '=', plan)
    .executeTakeFirst()
