/** Import: the template, a check that writes nothing, and the writing of exactly what was checked. */
import { mustBeAble } from '#features/areas/must.ts'
import { areasUnder, getArea } from '#features/areas/queries.ts'
import type { Actor } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened, paper, type Route, read, type UploadedFile } from '#platform/server/handle.ts'
import type { Services } from '#platform/server/services.ts'
import { tasksAt } from '#platform/server/workers/task.ts'
import * as contract from '../contract.ts'
import { householdEvent } from '../events.ts'
import { householdProblem } from '../problems.ts'
import { mustHaveCome } from '../rules/membership.ts'
import { againstRegister, holdImports } from './check.ts'
import type { Listing, ReadFile } from './read.ts'
import { templateXlsx } from './template.ts'
import { writeHouseholds } from './write.ts'

type Asked = {
  readonly db: Db
  readonly actor: Actor
  readonly input: { areaId: AreaId; listedOn: PlainDate }
  readonly today: PlainDate
  readonly file: UploadedFile | null
}

/** The file's bytes, for a commune in which the actor may write. */
async function mustBeImportable({ db, actor, input, today, file }: Asked): Promise<Buffer> {
  await mustBeAble({ db, actor }, 'household.write', input.areaId)
  mustHaveCome(input.listedOn, today)
  const area = await getArea(db, input.areaId, input.listedOn)
  if (area.level !== 'commune') throw householdProblem('household.import_not_commune')
  if (!file) throw householdProblem('household.import_needs_file')
  return file.bytes
}

const template = paper(
  contract.importTemplate,
  async () => null,
  async () => ({
    name: 'Mẫu danh sách hộ.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: Buffer.from(await templateXlsx()),
  }),
)

const reading = tasksAt<typeof import('./read.ts')>(new URL('./read.ts', import.meta.url))

/** What the file is read against: found out before it is read, so that no connection waits for it. */
const look = async (call: Asked): Promise<Listing> => {
  const bytes = await mustBeImportable(call)
  const { areaId, listedOn } = call.input
  return { bytes, listedOn, villages: await areasUnder(call.db, areaId, listedOn, 'village') }
}
const work = ({ services }: { services: Services }, listing: Listing): Promise<ReadFile> =>
  services.readers.run(reading, 'readHouseholds', listing)

const check = read(contract.checkImport, {
  look,
  work,
  act: ({ db, services: { keys } }, file) => againstRegister({ db, keys }, file),
})

const write = change(contract.importHouseholds, {
  look,
  work,
  act: async ({ db, actor, input, services: { keys } }, file) => {
    await holdImports(db, input.areaId)
    if (file.report.sha256 !== input.sha256) throw householdProblem('household.import_changed')
    const { households, members, sha256, faults, faultCount } = await againstRegister({ db, keys }, file)
    const [first] = faults
    if (first) throw householdProblem('household.import_has_errors', { count: faultCount, row: first.row })
    await writeHouseholds(db, { keys, account: actor.accountId, listedOn: input.listedOn }, file.batches)
    const facts = { households, members, sha256 }
    return happened(householdEvent('household.imported', { subject: input.areaId, area: input.areaId, facts }), {
      households,
      members,
    })
  },
})

export const importRoutes: readonly Route[] = [template, check, write]
