/** SQL of a decision's list as shown and printed. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { Class } from '#features/standards/model/verdict.ts'
import type { AreaId, DecisionId, HouseholdId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { byGivenName, inVietnamese } from '#platform/server/sql/order.ts'
import type { Movement } from './model.ts'

export type EntryFilter = {
  readonly decisionId: DecisionId
  readonly class?: Class | undefined
  readonly movement?: Movement | undefined
  readonly villageId?: AreaId | undefined
  readonly householdId?: HouseholdId | undefined
}

const villageName = nameOn(sql`e.village_id`, sql`r.window_until`)

const entries = (db: Db, f: EntryFilter) =>
  db
    .selectFrom('decision_entry as e')
    .innerJoin('round as r', 'r.id', 'e.round_id')
    .innerJoin('household as h', 'h.household_id', 'e.household_id')
    .innerJoin('review_case as k', (j) =>
      j.onRef('k.household_id', '=', 'e.household_id').onRef('k.round_id', '=', 'e.round_id'),
    )
    // One lookup a household: just after thousands were made, the planner knows of none and would read all for each.
    .leftJoinLateral(
      (q) =>
        q
          .selectFrom('certificate as p')
          .whereRef('p.household_id', '=', 'e.household_id')
          .whereRef('p.decision_id', '=', 'e.decision_id')
          .select(['p.id', 'p.number', 'p.signed', 'p.year'])
          .limit(1)
          .as('c'),
      (j) => j.onTrue(),
    )
    .where('e.decision_id', '=', f.decisionId)
    .$if(f.class !== undefined, (q) => q.where('e.class', '=', f.class as Class))
    .$if(f.movement !== undefined, (q) => q.where('e.movement', '=', f.movement as Movement))
    .$if(f.villageId !== undefined, (q) => q.where('e.village_id', '=', f.villageId as AreaId))
    .$if(f.householdId !== undefined, (q) => q.where('e.household_id', '=', f.householdId as HouseholdId))

export const countEntries = async (db: Db, filter: EntryFilter): Promise<number> =>
  (
    await entries(db, filter)
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

/** By class, village as people count them, given name of the head: the order of the papers and of the numbers. */
export const listEntries = (db: Db, filter: EntryFilter, page: { limit: number; offset: number }) =>
  entries(db, filter)
    .select([
      'e.household_id as householdId',
      'k.id as caseId',
      'e.verdict_id as verdictId',
      'h.head_name as headName',
      'h.address',
      'e.village_id as villageId',
      villageName.as('villageName'),
      'e.members',
      'e.class',
      'e.class_before as classBefore',
      'e.movement',
      'c.id as certificateId',
      'c.number as certificateNumber',
      'c.signed as certificateSigned',
      'c.year as certificateYear',
    ])
    .orderBy(sql`array_position(array['poor', 'near_poor', 'average', 'not_poor'], e.class)`)
    .orderBy(inVietnamese(villageName))
    .orderBy(byGivenName(sql`h.head_name`))
    .orderBy('e.household_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
export type EntryRow = Awaited<ReturnType<typeof listEntries>>[number]

/** No commune has more households than this. */
export const wholeList = { limit: 50_000, offset: 0 }

/** The answers on which the verdicts of a decision stand, for the columns of the detailed lists. */
export const factsOfEntries = (db: Db, decision: DecisionId) =>
  db
    .selectFrom('decision_entry as e')
    .innerJoin('verdict as v', (j) =>
      j.onRef('v.household_id', '=', 'e.household_id').onRef('v.id', '=', 'e.verdict_id'),
    )
    .innerJoin('survey as s', (j) => j.onRef('s.household_id', '=', 'v.household_id').onRef('s.id', '=', 'v.survey_id'))
    .where('e.decision_id', '=', decision)
    .select(['e.household_id as householdId', 's.facts'])
    .execute()
