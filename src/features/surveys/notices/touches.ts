/** Notices go where the case of their household goes; of one that is on no list, with its village. */
import { sql } from 'kysely'
import { type Touch, untold } from '#platform/server/touches.ts'

export const noticeTouches: readonly Touch[] = [
  { of: 'household', follows: (db, id) => sql`select survey_notices_follow(${id})`.execute(db) },
  {
    of: 'unit',
    follows: (db, id, today) => sql`select survey_notices_succeed(${id}, ${today})`.execute(db),
    returns: (db, id) => untold(sql`select survey_notices_return(${id})`.execute(db)),
  },
]
