/** Two records of one person become one: nothing of either is lost, and it is not undone. Or they are two people, and it is said. */
import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { type Actor, can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, OfficialId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, change, happened, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import type { Against, Pair, Touches } from '#platform/server/touches.ts'
import { peopleEvent, recordsJoined } from '../events.ts'
import { rosterButtons } from '../roster/contract.ts'
import { openedId, sealedId } from '../roster/identity.ts'
import { mustFind } from '../roster/must.ts'
import { apartColumns, doubleColumns } from './columns.ts'
import * as contract from './contract.ts'
import { differing } from './model.ts'
import { joiningProblem } from './problems.ts'
import {
  alikeRecords,
  apartAt,
  areAlike,
  beginJoin,
  doublesAt,
  endApart,
  endJoin,
  findApart,
  formerOf,
  holdBoth,
  insertApart,
} from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

type Doubled = Pick<Call<typeof contract.listDoubles>, 'db' | 'actor' | 'today' | 'input'>

/** Of an area: the pairs that may be one person, or those that are said to be two. */
async function pairsAt<Row>(
  { db, actor, input: { areaId }, today }: Doubled,
  at: (db: Db, asked: { areaId: AreaId; today: PlainDate }, window: Window) => Promise<{ rows: Row[]; total: number }>,
  window: Window,
) {
  const over = await mustBeAble({ db, actor }, 'roster.read', areaId)
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    ...(await at(db, { areaId, today }, window)),
    can: buttonsFor(rosterButtons, { actor, over }),
  }
}
const firstOf = (page = 1): Window => ({ page, size: pageSize })

const doubles = read(contract.listDoubles, (call) => pairsAt(call, doublesAt, firstOf(call.input.page)))
const apart = read(contract.listApart, (call) => pairsAt(call, apartAt, firstOf(call.input.page)))

const doublesFile = fileOf(contract.doublesFile, async (call, window) => {
  const { rows, total, areaName } = await pairsAt(call, doublesAt, window)
  const title = { vi: 'Hồ sơ cán bộ có thể trùng', en: 'Records that may be of one person' }
  return { rows, more: total > window.page * window.size, columns: doubleColumns, title, place: areaName }
})
const apartFile = fileOf(contract.apartFile, async (call, window) => {
  const { rows, total, areaName } = await pairsAt(call, apartAt, window)
  const title = { vi: 'Hồ sơ cán bộ giống nhau đã nói là hai người', en: 'Records said to be of two people' }
  return { rows, more: total > window.page * window.size, columns: apartColumns, title, place: areaName }
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

const textOf = (value: string | readonly string[]) => (typeof value === 'string' ? value : [...value].sort().join())
const differ = (one: string | readonly string[], other: string | readonly string[]) =>
  one.length > 0 && other.length > 0 && textOf(one) !== textOf(other)

const againstView = (actor: Actor, { code, said, opens = [] }: Against) => ({
  ...{ code, said },
  opens: opens.filter(({ right, over }) => can(actor, right, over)).map(({ name, page }) => ({ name, page })),
})

const compare = (touches: Touches) =>
  read(contract.compareRecords, async ({ db, actor, input, today }) => {
    const { kept, former } = await both({ db, actor }, input)
    const pair = { kept: input.officialId, former: input.formerId }
    const hangsOn = async (id: string) =>
      (await touches.tell({ db, actor }, { of: 'official', id, act: recordsJoined, on: today })).held
    return {
      faults: (await touches.against(db, 'official', pair, today)).map((one) => againstView(actor, one)),
      keptHas: await hangsOn(input.officialId),
      formerHas: await hangsOn(input.formerId),
      differs: differing.filter((field) => differ(kept[field], former[field])),
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
    const event = peopleEvent(recordsJoined, { subject: officialId, area: kept.unitId, facts })
    // The unit that kept the other one reads of it too.
    const there = { why: because, former: formerId, otherAt: names.get(kept.unitId) ?? '' }
    const also = peopleEvent(recordsJoined, { subject: formerId, area: former.unitId, facts: there })
    return happened(event, { officialId }, former.unitId === kept.unitId ? [] : [also])
  })

/** The units that keep two records, and what the other one of each is told by. */
async function toldToBoth(
  db: Db,
  what: 'official.said_apart' | 'official.apart_taken_back',
  { kept, former, pair, why, today }: Told,
) {
  const names = await namesOn(db, [kept.unitId, former.unitId], today)
  const line = (subject: string, { at, other, by }: { at: AreaId; other: string; by: AreaId }) =>
    peopleEvent(what, { subject, area: at, facts: { why, other, otherAt: names.get(by) ?? '' } })
  const event = line(pair.kept, { at: kept.unitId, other: pair.former, by: former.unitId })
  const also = line(pair.former, { at: former.unitId, other: pair.kept, by: kept.unitId })
  return { event, also: former.unitId === kept.unitId ? [] : [also] }
}
type Sides = Awaited<ReturnType<typeof both>>
type Told = Sides & { readonly pair: Pair; readonly why: string; readonly today: PlainDate }

const sayApart = change(contract.sayApart, async ({ db, actor, input, today }) => {
  const { officialId, otherId, apartId, because: why } = input
  const pair = { kept: officialId, former: otherId }
  await holdBoth(db, pair)
  const sides = await both({ db, actor }, { officialId, formerId: otherId })
  if (!(await areAlike(db, pair))) throw joiningProblem('joining.not_alike')
  await insertApart(db, pair, { id: apartId, because: why, by: actor.accountId, on: today })
  const { event, also } = await toldToBoth(db, 'official.said_apart', { ...sides, pair, why, today })
  return happened(event, { apartId }, also)
})

const takeApartBack = change(contract.takeApartBack, async ({ db, actor, input, today }) => {
  const { apartId, because: why } = input
  const found = await findApart(db, apartId)
  if (!found) throw joiningProblem('joining.apart_not_found')
  const sides = await both({ db, actor }, { officialId: found.oneId, formerId: found.otherId })
  if (!(await endApart(db, { id: apartId, because: why, by: actor.accountId, on: today }))) {
    throw joiningProblem('joining.apart_over')
  }
  const pair = { kept: found.oneId, former: found.otherId }
  const { event, also } = await toldToBoth(db, 'official.apart_taken_back', { ...sides, pair, why, today })
  return happened(event, { apartId }, also)
})

const former = read(contract.listFormer, async ({ db, input }) => {
  await mustFind(db, input.officialId)
  return { rows: await formerOf(db, input.officialId) }
})

const alike = read(contract.listAlike, async ({ db, input, today }) => {
  await mustFind(db, input.officialId)
  return { rows: await alikeRecords(db, input.officialId, today) }
})

export const joiningRoutes = (touches: Touches): Route[] => [
  doubles,
  doublesFile,
  apart,
  apartFile,
  alike,
  sayApart,
  takeApartBack,
  compare(touches),
  join(touches),
  former,
]
