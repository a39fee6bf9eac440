import { mustBeAble } from '#features/areas/must.ts'
import { addDays, plainDate, yearOf } from '#kernel/dates.ts'
import { type Route, read } from '#platform/server/handle.ts'
import { trainingNeeds } from './contract.ts'
import { needsUnder } from './queries.ts'

const needs = read(trainingNeeds, async ({ db, actor, input, today }) => {
  await mustBeAble({ db, actor }, 'training.read', input.areaId)
  const from = input.from ?? plainDate(`${yearOf(today)}-01-01`)
  const until = input.until ?? addDays(today, 1)
  return { from, until, needs: await needsUnder(db, input.areaId, [from, until]) }
})

export const trainingRoutes = (): Route[] => [needs]
