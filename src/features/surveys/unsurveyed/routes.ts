/** How many households of which rounds could not be surveyed. */
import { getRound } from '#features/rounds/must.ts'
import { roundsToWork, standAtRound } from '#features/rounds/queries.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { unsurveyedChanges } from './changes.ts'
import * as contract from './contract.ts'
import { unsurveyedIn } from './queries.ts'

type Asked = Pick<Call<typeof contract.unsurveyedRounds>, 'db' | 'input'>

/** One round, standing where the list that is opened stands; else the open ones. */
async function roundsAsked({ db, input: { roundId } }: Asked) {
  if (!roundId) return roundsToWork(db)
  const round = await getRound(db, roundId)
  await standAtRound(db, round)
  return [round]
}

const rounds = read(contract.unsurveyedRounds, async ({ db, input }) => {
  const asked = await roundsAsked({ db, input })
  const ids = asked.map(({ roundId }) => roundId)
  const counts = new Map((await unsurveyedIn(db, ids)).map((one) => [one.roundId, one]))
  return {
    rounds: asked.flatMap(({ roundId, name: roundName, areaName }) => {
      const one = counts.get(roundId)
      return one ? [{ roundId, roundName, areaName, left: one.left, came: one.came }] : []
    }),
  }
})

export const unsurveyedRoutes: Route[] = [rounds, ...unsurveyedChanges]
