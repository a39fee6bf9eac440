/** Comments of the check go where their household goes; and no paper of a round is older than its surveys. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Touch, untold } from '#platform/server/touches.ts'
import { roundPeopleApart } from './people.ts'
import { surveyProblem } from './problems.ts'
import { listedHouseholds } from './rules/apartWords.ts'

/** The last day on which a survey of the round was taken; null while there is none. */
const lastDayOf = async (db: Db, round: string): Promise<PlainDate | null> =>
  (await sql<{ day: PlainDate | null }>`select survey_last_day(${round}) as day`.execute(db)).rows[0]?.day ?? null

/** A step that ends the check: nobody may differ between survey and register without a word. */
async function peopleOpen(db: Db, round: RoundId, day: PlainDate) {
  const open = await roundPeopleApart(db, round, day)
  return open.length > 0
    ? surveyProblem('surveys.people_open', { count: open.length, names: listedHouseholds(open) })
    : null
}

export const surveyTouches: readonly Touch[] = [
  {
    of: 'round',
    forbids: async (db, { id, act, on }) => {
      if (act === 'round.checked') return peopleOpen(db, id as RoundId, on)
      if (act !== 'round.step_skipped') return null
      const last = await lastDayOf(db, id)
      return last && on < last ? surveyProblem('surveys.taken_later', { day: on, last }) : null
    },
  },
  {
    of: 'unit',
    follows: (db, id) => sql`select surveys_succeed(${id})`.execute(db),
    returns: (db, id) => untold(sql`select surveys_return(${id})`.execute(db)),
  },
  { of: 'household', follows: (db, id) => sql`select survey_rows_follow(${id})`.execute(db) },
]
