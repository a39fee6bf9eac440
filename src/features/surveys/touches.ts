/** Comments of the check are seen with their household, so they go where it goes. */
import { sql } from 'kysely'
import type { Touch } from '#platform/server/touches.ts'

export const surveyTouches: readonly Touch[] = [
  { of: 'household', follows: (db, id) => sql`select survey_rows_follow(${id})`.execute(db) },
]
