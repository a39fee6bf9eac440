/** Import: the template, a check that writes nothing, and the writing of exactly what was checked. */

import { mustBeAble } from '#features/areas/must.ts'
import { getArea } from '#features/areas/queries.ts'
import type { Actor } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened, paper, type Route, read, type UploadedFile } from '#platform/server/handle.ts'
import * as contract from '../contract.ts'
import { householdProblem } from '../problems.ts'
import { mustHaveCome } from '../rules/membership.ts'
import { checkFile } from './check.ts'
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

const template = paper(contract.importTemplate, async () => ({
  name: 'Mẫu danh sách hộ.xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  body: Buffer.from(await templateXlsx()),
}))

const check = read(contract.checkImport, async (call) => {
  const bytes = await mustBeImportable(call)
  return (await checkFile(call.db, call.services.keys, { ...call.input, bytes })).report
})

const write = change(contract.importHouseholds, async (call) => {
  const { db, actor, input, services } = call
  const bytes = await mustBeImportable(call)
  const { report, households } = await checkFile(db, services.keys, { ...input, bytes })
  if (report.sha256 !== input.sha256) throw householdProblem('household.import_changed')
  const [first] = report.faults
  if (first) throw householdProblem('household.import_has_errors', { count: report.faultCount, row: first.row })
  await writeHouseholds(db, { keys: services.keys, account: actor.accountId, listedOn: input.listedOn, households })
  const done = { households: report.households, members: report.members }
  const facts = { ...done, sha256: report.sha256 }
  return happened({ what: 'household.imported', subject: input.areaId, area: input.areaId, facts }, done)
})

export const importRoutes: readonly Route[] = [template, check, write]
