/** SQL of a decision's list as shown and printed. */
import { sql } from 'kysely'
import type { Class } from '#features/standards/model/verdict.ts'
import type { AreaId, CertificateId, DecisionId, HouseholdId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { byHead, inVietnamese } from '#platform/server/sql/order.ts'
import type { Movement } from './model.ts'
import type { EntryContent } from './rules/content.ts'

export type EntryFilter = {
  readonly decisionId: DecisionId
  readonly class?: Class | undefined
  readonly movement?: Movement | undefined
  readonly villageId?: AreaId | undefined
  readonly householdId?: HouseholdId | undefined
  /** One certificate, also one that another has replaced; without it the one that stands. */
  readonly certificateId?: CertificateId | undefined
}

const entries = (db: Db, f: EntryFilter) =>
  db
    .selectFrom('decision_entry as e')
    .leftJoin('review_case as k', (j) =>
      j.onRef('k.household_id', '=', 'e.household_id').onRef('k.round_id', '=', 'e.round_id'),
    )
    .leftJoin('household as h', 'h.household_id', 'e.household_id')
    // One lookup a household: just after thousands were made, the planner knows of none and would read all for each.
    .leftJoinLateral(
      (q) =>
        q
          .selectFrom('certificate as p')
          .whereRef('p.household_id', '=', 'e.household_id')
          .whereRef('p.decision_id', '=', 'e.decision_id')
          .$if(f.certificateId === undefined, (q) => q.where('p.replaced_by', 'is', null))
          .$if(f.certificateId !== undefined, (q) => q.where('p.id', '=', f.certificateId as CertificateId))
          .select([
            'p.id',
            'p.number',
            'p.signed',
            'p.year',
            // One that a correction put in the place of another is issued by who corrected.
            sql<AreaId>`coalesce((select x.area_id from correction x where x.amends_id = p.decision_id and x.successor_id = p.id),
              p.area_id)`.as('area_id'),
          ])
          .limit(1)
          .as('c'),
      (j) => j.onTrue(),
    )
    .where('e.decision_id', '=', f.decisionId)
    .$if(f.class !== undefined, (q) => q.where('e.class', '=', f.class as Class))
    .$if(f.movement !== undefined, (q) => q.where('e.movement', '=', f.movement as Movement))
    .$if(f.villageId !== undefined, (q) => q.where('e.village_id', '=', f.villageId as AreaId))
    .$if(f.certificateId !== undefined, (q) => q.where('c.id', 'is not', null))
    .$if(f.householdId !== undefined, (q) => q.where('e.household_id', '=', f.householdId as HouseholdId))

export const countEntries = async (db: Db, filter: EntryFilter): Promise<number> =>
  (
    await entries(db, filter)
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

/** The number of its household in the register; '' where that is not read. */
const number = sql<string>`coalesce(h.number, '')`

/** By village as lists have it, whatever the class. */
const asListed = sql`${inVietnamese(sql`e.content->>'village'`)}, e.village_id,
  ${byHead({ head: sql`(e.content->>'head')`, number, id: sql`e.household_id` })}`

type Window = { readonly limit: number; readonly offset: number; readonly as?: 'papers' | 'list' }

/** As fixed with the draft, in the order of the papers and of the numbers: class by class; or in the one order of lists. */
export const listEntries = (db: Db, filter: EntryFilter, page: Window) =>
  entries(db, filter)
    .select([
      'e.household_id as householdId',
      'k.id as caseId',
      number.as('number'),
      'e.verdict_id as verdictId',
      sql<EntryContent>`e.content`.as('content'),
      'e.village_id as villageId',
      sql<AreaId>`e.home_id`.as('homeId'),
      'e.class',
      'e.class_before as classBefore',
      'e.movement',
      'c.id as certificateId',
      'c.number as certificateNumber',
      'c.signed as certificateSigned',
      'c.year as certificateYear',
      'c.area_id as certificateAreaId',
    ])
    .orderBy(page.as === 'list' ? asListed : sql`e.place`)
    .limit(page.limit)
    .offset(page.offset)
    .execute()
export type EntryRow = Awaited<ReturnType<typeof listEntries>>[number]

/** No commune has more households than this. */
export const wholeList: Window = { limit: 50_000, offset: 0 }
