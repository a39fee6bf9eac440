import { mustBeAble } from '#features/areas/must.ts'
import { type Route, read } from '#platform/server/handle.ts'
import { writePhones } from './changes.ts'
import * as contract from './contract.ts'
import { phonesIn } from './queries.ts'

const phones = read(contract.villagePhones, async ({ db, actor, input: { villageId } }) => {
  await mustBeAble({ db, actor }, 'household.write', villageId)
  return { households: await phonesIn(db, villageId) }
})

export const phoneRoutes: Route[] = [phones, writePhones]
