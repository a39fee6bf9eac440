/** SQL of rounds as every room above reads them. Row security shows only those of the actor's areas. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { RoundKind, RoundState } from './model.ts'

/** The name a commune had when the round ended. */
const areaName = nameOn(sql`r.area_id`, sql`r.window_until`)

/** Rounds `r` with what they pin: the standards, points tables and form by hash. */
export const roundRows = (db: Db) =>
  db
    .selectFrom('round as r')
    .select([
      'r.id as roundId',
      'r.area_id as areaId',
      areaName.as('areaName'),
      sql<RoundKind>`r.kind`.as('kind'),
      'r.name',
      'r.classes_hold_from as classesHoldFrom',
      'r.window_from as windowFrom',
      'r.window_until as windowUntil',
      sql<RoundState>`r.state`.as('state'),
      'r.opening_standard as openingStandard',
      'r.opening_hash',
      'r.opening_points',
      'r.closing_hash',
      'r.closing_points',
      'r.form_id',
      'r.form_hash',
    ])

export const findRound = (db: Db, round: RoundId) => roundRows(db).where('r.id', '=', round).executeTakeFirst()
export type RoundRow = NonNullable<Awaited<ReturnType<typeof findRound>>>

export const roundsById = (db: Db, rounds: readonly RoundId[]) => roundRows(db).where('r.id', 'in', rounds).execute()

/** The round held still until the transaction ends: `share` while its cases change, `update` while it moves on. */
export const holdRound = (db: Db, round: RoundId, lock: 'share' | 'update') =>
  roundRows(db)
    .where('r.id', '=', round)
    .$if(lock === 'share', (q) => q.forShare('r'))
    .$if(lock === 'update', (q) => q.forUpdate('r'))
    .executeTakeFirst()
