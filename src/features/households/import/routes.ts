/** A list of households from a spreadsheet, for a commune: what the file half of every import asks of this room. */
import { mustBeAble } from '#features/areas/must.ts'
import { areasUnder, findArea, formerlyOf, getArea } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, happened, type Route } from '#platform/server/handle.ts'
import { importRoutes as routesOf } from '#platform/server/imports/routes.ts'
import { tasksAt } from '#platform/server/workers/task.ts'
import { enterHouseholds } from '../enter.ts'
import { householdEvent } from '../events.ts'
import { fileToldElsewhere, mostOfFile, mustNotFish } from '../identity.ts'
import { householdProblem } from '../problems.ts'
import { mustHaveCome } from '../rules/membership.ts'
import { holdEntering, villagesAround } from '../store/doubles.ts'
import { againstRegister } from './check.ts'
import * as contract from './contract.ts'
import { columns } from './rules/columns.ts'
import type { ReadHousehold } from './rules/group.ts'
import type { Against } from './rules/rows.ts'
import { listed } from './write.ts'

/** The villages of a commune in which the actor may write, on the day the list speaks of. */
async function look({ db, actor, services, input, today }: Call<typeof contract.checkImport>): Promise<Against> {
  const { areaId, listedOn } = input
  await mustNotFish(db, askerOf({ actor, services, input }))
  await mustBeAble({ db, actor }, 'household.write', areaId)
  mustHaveCome(listedOn, today)
  const area = await getArea(db, areaId, listedOn)
  if (area.level !== 'commune') throw householdProblem('household.import_not_commune')
  const under = await areasUnder(db, areaId, listedOn, 'village')
  const formerly = await formerlyOf(
    db,
    under.map((one) => one.areaId),
    listedOn,
  )
  const villages = under.map(({ areaId, name }) => ({ areaId, name, formerly: formerly.get(areaId) ?? [] }))
  return { listedOn, villages }
}

/** Where people are looked for: in the commune, or in those that its villages have come to. */
async function villagesOf(db: Db, areaId: AreaId, { listedOn, today }: { listedOn: PlainDate; today: PlainDate }) {
  if (await findArea(db, areaId, today))
    return (await areasUnder(db, areaId, today, 'village')).map((one) => one.areaId)
  const around = new Set<AreaId>()
  for (const { areaId: village } of await areasUnder(db, areaId, listedOn, 'village'))
    if (!around.has(village)) for (const one of await villagesAround(db, village, today)) around.add(one)
  return [...around]
}

const askerOf = ({
  actor,
  services,
  input,
}: Pick<Call<typeof contract.checkImport>, 'actor' | 'services' | 'input'>) => ({
  account: actor.accountId,
  area: input.areaId,
  clock: services.clock,
})

export const importRoutes: readonly Route[] = routesOf({
  calls: {
    template: contract.importTemplate,
    check: contract.checkImport,
    faulty: contract.faultyRows,
    write: contract.importHouseholds,
  },
  columns,
  name: 'Mẫu danh sách hộ',
  reader: tasksAt<typeof import('./read.ts')>(new URL('./read.ts', import.meta.url)),
  look,
  hold: ({ db, input }) => holdEntering(db, input.areaId),
  check: async ({ db, actor, today, input, services: { keys } }, households: readonly ReadHousehold[]) => {
    const villages = await villagesOf(db, input.areaId, { listedOn: input.listedOn, today })
    return againstRegister({ db, actor, keys, villages, today, listedOn: input.listedOn }, households)
  },
  tells: {
    most: mostOfFile,
    beyond: () => householdProblem('household.file_of_elsewhere', { most: mostOfFile }),
    trace: (call, elsewhere) => fileToldElsewhere(askerOf(call), elsewhere),
  },
  write: ({ db, actor, today, services, input: { listedOn } }, households) =>
    enterHouseholds({ db, actor, services, today }, households.map(listed(listedOn))),
  written: ({ input: { areaId } }, { sha256, counts: { households, members } }, doubts) => {
    const facts = { households, members, doubts, sha256 }
    return happened(householdEvent('household.imported', { subject: areaId, area: areaId, facts }), {
      households,
      members,
    })
  },
})
