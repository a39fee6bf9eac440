/** The calls of the register: find, may they, decide, store, say what happened. Changes stand in changes/. */

import { latestDeclaredTotal } from '#features/areas/declared.ts'
import { mustBeAble, overOf } from '#features/areas/must.ts'
import { communeOf, findArea, getArea, namesOn } from '#features/areas/queries.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { faultOfIdText, tidyCitizenId } from '#kernel/citizenId.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { plainFigures } from '#kernel/figures.ts'
import type { AreaId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, change, happened, type Route, read } from '#platform/server/handle.ts'
import type { Joined } from '#platform/server/room.ts'
import type { Touches } from '#platform/server/touches.ts'
import { addMember, createHousehold } from './changes/create.ts'
import { changeHead } from './changes/head.ts'
import { joinPersons } from './changes/join.ts'
import { endHousehold, memberLeaves } from './changes/leave.ts'
import { changeMember } from './changes/member.ts'
import { moveHouseholds } from './changes/moveMany.ts'
import { moveHousehold } from './changes/residence.ts'
import { mergeHousehold, splitHousehold } from './changes/splitMerge.ts'
import { showUndoing, undoEvent } from './changes/undo.ts'
import * as contract from './contract.ts'
import { type Beside, countedTo } from './counted.ts'
import { householdEvent } from './events.ts'
import { countSearch, openNumbers, searchFound } from './identity.ts'
import { importRoutes } from './import/routes.ts'
import { listPage } from './listed.ts'
import { type MemberOnDay, membersOn } from './membersOn.ts'
import { householdButtons, type ListedHousehold } from './model/views.ts'
import {
  keptOn,
  keptSteps,
  livedByUnits,
  type OfDay,
  registerCountsBy,
  type Steps,
  standOnDay,
  together,
  unseenOf,
  villagesUnder,
} from './onDay.ts'
import { householdProblem } from './problems.ts'
import { findByIdentity, getHousehold } from './queries.ts'
import { isPresent } from './rules/membership.ts'
import { sealedOf } from './store/members.ts'
import { eventsOf, findClassOn, residencesOf, type SearchRow, searchHouseholds } from './views.ts'

const pageSize = 50
const searchLimit = 20

const search = read(contract.searchHouseholds, async ({ db, input, today }) => {
  const asked = { q: plainFigures(input.q), areaId: input.areaId ?? null, limit: searchLimit + 1, day: today }
  const found = await searchHouseholds(db, asked)
  const rows = found.slice(0, searchLimit).map((row) => ({ ...row, members: null, class: null }))
  return { households: rows, more: found.length > searchLimit }
})

async function listed(db: Db, rows: readonly SearchRow[], day: PlainDate): Promise<ListedHousehold[]> {
  const names = await namesOn(
    db,
    rows.map((row) => row.villageId),
    day,
  )
  return rows.map((row) => ({ ...row, villageName: names.get(row.villageId) ?? '', members: null, class: null }))
}

/** Refuses an area in which the actor holds nothing, neither above it nor below. */
async function mustTouch(db: Db, areas: readonly AreaId[], areaId: AreaId): Promise<AreaId[]> {
  const over = await overOf(db, areaId)
  if (areas.some((area) => over.includes(area))) return over
  const below = await db
    .selectFrom('area_reach')
    .select('area_id')
    .where('over_id', '=', areaId)
    .where('area_id', 'in', areas)
    .executeTakeFirst()
  if (!below) throw problem('access.denied', { right: 'household.read' })
  return over
}

/** `far`: a file goes on where a page would be too far. */
type Window = { readonly page: number; readonly size: number; readonly far?: boolean; readonly beside?: Beside }

function filterOf({ class: of, q, after, before, count }: Call<typeof contract.listHouseholds>['input']) {
  const beside = after ?? before
  return {
    ...(of && { class: of }),
    ...(q?.trim() && { q: plainFigures(q) }),
    ...(beside && { beside: { household: beside, side: after ? 'after' : 'before' } as const }),
    all: count === 'all',
  }
}

/** A page of the list, of a size, with what stands beside it. */
export async function householdsAt(
  { db, actor, areas, input, today }: Call<typeof contract.listHouseholds>,
  window: Window,
) {
  const day = input.day ?? today
  const { areaId } = input
  const over = await mustTouch(db, areas, areaId)
  const { units = day } = input
  const area = await getArea(db, areaId, units)
  if (area.level !== 'commune' && area.level !== 'village') throw householdProblem('household.choose_commune')
  const filter = filterOf(input)
  const byUnits = units === day ? null : await livedByUnits(db, areaId, { day, units, class: input.class ?? null })
  const villages = byUnits?.villages ?? (await villagesUnder(db, areaId, { day, today }))
  await standOnDay(db, areaId, { villages, day, today, isOfUnits: byUnits !== null })
  const of = { villages, day, today }
  const steps = byUnits ? [] : await keptSteps(db, villages)
  const counts = byUnits ? null : await countsOf(db, of, { steps, all: filter.all })
  const known = counts && !filter.class && !filter.q ? { total: counts.households } : {}
  const { rows, total, more } = await listPage(db, {
    ...of,
    ...filter,
    ...window,
    ...known,
    ...(byUnits ? { among: byUnits.households } : { steps }),
  })
  const unseen = async () =>
    byUnits ? byUnits.households.length - total : unseenOf(db, areaId, { ...of, class: input.class ?? null })
  return {
    day,
    area: { areaId, name: area.name, level: area.level },
    rows: rows.map((row) => ({ ...row, endedOn: null })),
    total,
    more,
    unseen: input.q?.trim() ? 0 : await unseen(),
    counts,
    declared: await declaredOf(db, areaId, day),
    can: buttonsFor(householdButtons, { actor, over }),
  }
}

const list = read(contract.listHouseholds, (call) => householdsAt(call, { page: call.input.page ?? 1, size: pageSize }))

/** Of an earlier day they are counted from the rows: of a large ward where it is asked for. */
async function countsOf(db: Db, of: OfDay, { steps, all }: { readonly steps: Steps; readonly all: boolean }) {
  const { rows, silent } = keptOn(steps, { ...of, day: of.today })
  const large = silent.length === 0 && together(rows).households > countedTo
  return of.day < of.today && large && !all ? null : together(await registerCountsBy(db, of, steps))
}

async function declaredOf(db: Db, areaId: AreaId, day: PlainDate) {
  const total = await latestDeclaredTotal(db, areaId, day)
  if (!total) return null
  const { households, persons, source, mark } = total
  return { day: total.day, households, persons, source, mark }
}

/** By whom the household was called on the day. */
const headOf = (members: readonly MemberOnDay[], day: PlainDate): string | undefined =>
  members.find((member) => member.relationOnDay === 'head' && isPresent(member, day))?.name

export const householdAt = async ({ db, actor, input, today }: Call<typeof contract.showHousehold>) => {
  const day = input.day ?? today
  const household = await getHousehold(db, input.householdId)
  const over = await mustBeAble({ db, actor }, 'household.read', household.villageId)
  const { householdId, villageId, headPersonId: _head, ...said } = household
  const members = await membersOn(db, householdId, day)
  const residences = await residencesOf(db, householdId)
  const names = await namesOn(db, [villageId, ...residences.map((r) => r.villageId)], day)
  const nameOf = (areaId: AreaId) => ({ areaId, name: names.get(areaId) ?? '' })
  const commune = (await findArea(db, villageId, day)) ? await communeOf(db, villageId, day) : null
  return {
    ...said,
    day,
    householdId,
    headName: headOf(members, day) ?? household.headName,
    village: nameOf(villageId),
    commune: commune && { areaId: commune.areaId, name: commune.name },
    class: (await findClassOn(db, householdId, day)) ?? null,
    members: members.filter((member) => isPresent(member, day)),
    others: members.filter((member) => !isPresent(member, day)),
    residences: residences.map(({ villageId: at, ...residence }) => ({ ...residence, village: nameOf(at) })),
    timeline: await eventsOf(db, householdId),
    can: buttonsFor(householdButtons, { actor, over }),
  }
}

const reveal = change(contract.revealMember, async ({ db, actor, input, services }) => {
  const { householdId, memberId } = input
  const household = await getHousehold(db, householdId)
  await mustBeAble({ db, actor }, 'household.reveal', household.villageId)
  const [sealed] = await sealedOf(db, householdId, [memberId])
  if (!sealed) throw householdProblem('household.member_not_found')
  const numbers = openNumbers(services.keys, memberId, sealed)
  const facts = { memberId, citizenId: numbers.citizenId !== null, insuranceNo: numbers.insuranceNo !== null }
  return happened(
    householdEvent('household.revealed', { subject: householdId, area: household.villageId, facts, forget: true }),
    { ...numbers },
  )
})

const findByCitizenId = change(contract.findByCitizenId, async (call) => {
  const { db, actor, areas, input, today, services } = call
  const id = tidyCitizenId(input.citizenId)
  const fault = faultOfIdText(id)
  if (fault) throw householdProblem('household.citizen_id_unfit', { reason: fault.vi, reasonEn: fault.en })
  await countSearch(db, actor.accountId, services.clock)
  const found = await findByIdentity(db, services.keys.indexesOf(id))
  if (found) await searchFound(db, actor.accountId)
  const [household = null] = found ? await listed(db, [found], today) : []
  // One that found nothing is told where the asker works, so that who checks up there sees it.
  const event = householdEvent('household.sought_by_citizen_id', {
    subject: found?.householdId ?? actor.accountId,
    area: found?.villageId ?? areas[0] ?? null,
    facts: { found: Boolean(found) },
    forget: true as const,
  })
  return happened(event, { household })
})

const touched = ({ tell }: Touches) =>
  read(contract.householdTouched, async ({ db, actor, input, today }) => {
    const { householdId: id, act, day } = input
    const { villageId } = await getHousehold(db, id)
    await mustBeAble({ db, actor }, 'household.write', villageId)
    return tell({ db, actor }, { of: 'household', id, act, on: day ?? today })
  })

export const householdRoutes = ({ touches }: Joined): Route[] => [
  search,
  list,
  read(contract.showHousehold, householdAt),
  reveal,
  findByCitizenId,
  createHousehold,
  addMember(touches),
  changeMember,
  memberLeaves(touches),
  changeHead(touches),
  moveHousehold(touches),
  moveHouseholds(touches),
  splitHousehold(touches),
  mergeHousehold(touches),
  joinPersons(touches),
  endHousehold(touches),
  touched(touches),
  showUndoing(touches),
  undoEvent(touches),
  ...importRoutes,
]
