/** Two records of one person become one: nothing of either is lost, and it is not undone. */
import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import type { Actor } from '#kernel/access.ts'
import type { OfficialId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, change, happened, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import type { Touches } from '#platform/server/touches.ts'
import { peopleEvent } from '../events.ts'
import { openedId, sealedId } from '../roster/identity.ts'
import { mustFind } from '../roster/must.ts'
import { doubleColumns } from './columns.ts'
import * as contract from './contract.ts'
import { differing } from './model.ts'
import { joiningProblem } from './problems.ts'
import { beginJoin, doublesAt, endJoin, formerOf, holdBoth } from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function doubled({ db, actor, input: { areaId }, today }: Call<typeof contract.listDoubles>, window: Window) {
  await mustBeAble({ db, actor }, 'roster.read', areaId)
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    ...(await doublesAt(db, { areaId, today }, window)),
  }
}

const doubles = read(contract.listDoubles, (call) => doubled(call, { page: call.input.page ?? 1, size: pageSize }))

const doublesFile = fileOf(contract.doublesFile, async (call, window) => {
  const { rows, total, areaName } = await doubled(call, window)
  const title = { vi: 'Hồ sơ cán bộ có thể trùng', en: 'Records that may be of one person' }
  return { rows, more: total > window.page * window.size, columns: doubleColumns, title, place: areaName }
})

type Both = { readonly officialId: OfficialId; readonly formerId: OfficialId }

/** Both records, which the actor may write; throws where they are one, or one of them is not there. */
async function both({ db, actor }: { db: Db; actor: Actor }, { officialId, formerId }: Both) {
  if (officialId === formerId) throw joiningProblem('joining.same')
  const kept = await mustFind(db, officialId)
  const former = await mustFind(db, formerId)
  for (const { unitId } of [kept, former]) await mustBeAble({ db, actor }, 'roster.write', unitId)
  return { kept, former }
}

const compare = (touches: Touches) =>
  read(contract.compareRecords, async ({ db, actor, input, today }) => {
    const { kept, former } = await both({ db, actor }, input)
    const pair = { kept: input.officialId, former: input.formerId }
    return {
      faults: [...(await touches.against(db, 'official', pair, today))],
      differs: differing.filter((field) => kept[field] && former[field] && kept[field] !== former[field]),
    }
  })

const join = (touches: Touches) =>
  change(contract.joinRecords, async ({ db, actor, input, today, services }) => {
    const { officialId, formerId, because } = input
    const pair = { kept: officialId, former: formerId }
    await holdBoth(db, pair)
    const { kept, former } = await both({ db, actor }, input)
    const [against] = await touches.against(db, 'official', pair, today)
    if (against) {
      throw joiningProblem('joining.stands_against', { reason: against.said.vi, reasonEn: against.said.en })
    }
    const id = await openedId(db, services.keys, formerId)
    const sealed = id === null ? null : sealedId(services.keys, officialId, id).citizen_id_sealed
    if (!(await beginJoin(db, pair, { why: because, by: actor.accountId, on: today }))) {
      throw joiningProblem('joining.changed')
    }
    await touches.join(db, 'official', pair)
    await endJoin(db, pair, sealed)
    const names = await namesOn(db, [kept.unitId, former.unitId], today)
    const facts = { why: because, former: formerId, otherAt: names.get(former.unitId) ?? '' }
    const event = peopleEvent('official.records_joined', { subject: officialId, area: kept.unitId, facts })
    // The unit that kept the other one reads of it too.
    const there = { why: because, former: formerId, otherAt: names.get(kept.unitId) ?? '' }
    const also = peopleEvent('official.records_joined', { subject: formerId, area: former.unitId, facts: there })
    return happened(event, { officialId }, former.unitId === kept.unitId ? [] : [also])
  })

const former = read(contract.listFormer, async ({ db, input }) => {
  await mustFind(db, input.officialId)
  return { rows: await formerOf(db, input.officialId) }
})

export const joiningRoutes = (touches: Touches): Route[] => [
  doubles,
  doublesFile,
  compare(touches),
  join(touches),
  former,
]
