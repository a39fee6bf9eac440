/** SQL of training needs. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import type { NeedCause } from './model.ts'

export type NewNeed = {
  readonly areaId: AreaId
  readonly accountId: AccountId | null
  /** A section of the form, or a step of the procedure. */
  readonly topic: string
  readonly cause: NeedCause
  readonly sourceId: string
  readonly foundOn: PlainDate
}

/** Written by the rooms above: one error found in the work. */
export const recordNeed = (db: Db, need: NewNeed) =>
  db
    .insertInto('training_need')
    .values({
      id: newId<'training_need'>(),
      area_id: need.areaId,
      account_id: need.accountId,
      topic: need.topic,
      cause: need.cause,
      source_id: need.sourceId,
      found_on: need.foundOn,
    })
    .execute()

/** Needs found under an area in a time, counted by topic and cause. */
export const needsUnder = (db: Db, area: AreaId, [from, until]: readonly [PlainDate, PlainDate]) =>
  db
    .selectFrom('training_need as n')
    .innerJoin('area_reach as r', 'r.area_id', 'n.area_id')
    .where('r.over_id', '=', area)
    .where('n.found_on', '>=', from)
    .where('n.found_on', '<', until)
    .select((e) => [
      'n.topic',
      'n.cause',
      e.fn.countAll<number>().as('times'),
      e.fn.count<number>('n.account_id').distinct().as('people'),
    ])
    .groupBy(['n.topic', 'n.cause'])
    .orderBy('times', 'desc')
    .orderBy('n.topic')
    .execute()

export type SubjectKind = 'programme' | 'framework' | 'norm' | 'plan' | 'limit'

/** Drafts of plans that were dropped, or carried over, by the name that they had then. */
export const plansDropped = async (db: Db, ids: readonly string[]) =>
  (
    await sql<{ id: string; name: string }>`
      select l.subject_id as id, l.facts ->> 'plan' as name from audit_line l
       where l.subject_id = any (${ids}) and (l.what = 'plan.dropped' or l.facts ? 'into') and l.facts ? 'plan'`.execute(
      db,
    )
  ).rows

/** Programmes, frameworks, norms, limits by their texts, and plans among these ids. */
export const subjectsNamed = async (db: Db, ids: readonly string[]) =>
  (
    await sql<{ id: string; name: string; kind: SubjectKind }>`
      select p.id, p.name, 'programme' as kind from programme p where p.id = any (${ids}::uuid[])
      union all select f.id, f.name, 'framework' from framework f where f.id = any (${ids}::uuid[])
      union all select n.id, n.item, 'norm' from spending_norm n where n.id = any (${ids}::uuid[])
      union all select l.id, l.legal_reference, 'limit' from training_limit l where l.id = any (${ids}::uuid[])
      union all select p.id, p.name, 'plan' from training_plan p where p.id = any (${ids}::uuid[])`.execute(db)
  ).rows
