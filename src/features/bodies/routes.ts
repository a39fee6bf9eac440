import { mustBeAble, overOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { mustFind } from '#features/people/roster/must.ts'
import { areasWith } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import type { BodyId } from '#kernel/ids.ts'
import { countedUp } from '#kernel/imports.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { addBody, changeBody, correctDissolution, dissolveBody } from './changes/bodies.ts'
import { addMember, correctEnd, endMember } from './changes/members.ts'
import * as contract from './contract.ts'
import { meetingsOf, tasksOf, tasksOwedBy } from './meetings/queries.ts'
import type { BodyMember } from './model.ts'
import { bodyProblem } from './problems.ts'
import * as bodies from './queries.ts'
import { brokenBy, isDissolved } from './rules.ts'
import { officesHeld, rulesOf } from './store/legal.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

/** The bodies of an area, a page of them. */
export async function bodiesIn({ db, actor, input, today }: Call<typeof contract.listBodies>, window: Window) {
  const { areaId, day = today, kind = null, all = false, gone = false } = input
  const over = await mustBeAble({ db, actor }, 'body.read', areaId)
  const q = input.q?.trim() || null
  const { rows, total } = await bodies.bodiesAt(db, { areaId, day, today, kind, all, gone, q, ...window })
  return {
    day,
    areaName: (await namesOn(db, [areaId], day)).get(areaId) ?? '',
    total,
    rows,
    can: buttonsFor(contract.bodyButtons, { actor, over }),
  }
}

const list = read(contract.listBodies, (call) => bodiesIn(call, { page: call.input.page ?? 1, size: pageSize }))

const found = 8
const search = read(contract.searchBodies, async ({ db, actor, input, today }) => ({
  bodies: await bodies.bodiesNamed(db, {
    ...{ q: input.q, day: today, most: found },
    own: areasWith(actor, 'body.read'),
  }),
}))

export async function getBody({ db }: Pick<Call<unknown>, 'db'>, id: BodyId): Promise<bodies.Body> {
  // Row security shows those of the actor's units.
  const body = await bodies.findBody(db, id)
  if (!body) throw bodyProblem('bodies.not_found')
  return body
}

/** Who of the members holds a post on the day that the law keeps apart from the body, perhaps given later; null: nobody. */
async function officesSaid(db: Db, sitting: readonly BodyMember[], day: PlainDate): Promise<Said | null> {
  const on = { from: day, until: addDays(day, 1) }
  const held = await officesHeld(
    db,
    sitting.map(({ officialId }) => ({ officialId, ...on })),
  )
  const those = sitting.flatMap(({ name }, at) => {
    const office = held[at]
    if (!office) return []
    return [
      {
        vi: `${name}: ${office.said.vi}, ${office.unit}`,
        en: `${name}: ${office.said.en}, ${office.unit}`,
      },
    ]
  })
  if (those.length === 0) return null
  return countedUp(those, { vi: 'người', en: 'people' }, '; ')
}

/** A body with who sits in it on a day, its meetings and its tasks. */
export async function wholeBody(call: Call<typeof contract.showBody>) {
  const { db, actor, input, today } = call
  const { day = today } = input
  const body = await getBody(call, input.bodyId)
  const { bodyId, unitId, kind } = body
  const ofDay = await bodies.membersOf(db, bodyId, day)
  const sitting = ofDay.filter((one) => one.died === null)
  const members = input.allMembers ? await bodies.membersOf(db, bodyId, null) : ofDay
  const rules = await rulesOf(db, kind, day)
  const inOffice = rules.some(({ rule }) => rule === 'no_official') ? await officesSaid(db, sitting, day) : null
  return {
    ...body,
    day,
    unitName: (await namesOn(db, [unitId], day)).get(unitId) ?? '',
    unitEnded: await bodies.unitEndedBy(db, unitId, day),
    rules: rules.map(({ value, ...rule }) => ({
      ...{
        ...rule,
        broken: brokenBy({ rule: rule.rule, value }, sitting) ?? (rule.rule === 'no_official' ? inOffice : null),
      },
    })),
    members,
    meetings: await meetingsOf(db, bodyId),
    tasks: await tasksOf(db, { body: bodyId, today }),
    can: buttonsFor(contract.pageButtons, { actor, over: await overOf(db, unitId) }, (_button, name) =>
      name === 'correct' ? isDissolved(body) : body.dissolvedBecause === null,
    ),
  }
}

const show = read(contract.showBody, wholeBody)

/** Who sits in the bodies of an area, a page of them. */
export async function membersIn({ db, actor, input, today }: Call<typeof contract.listMembers>, window: Window) {
  const { areaId, day = today, kind = null, role = null } = input
  const over = await mustBeAble({ db, actor }, 'body.read', areaId)
  const q = input.q?.trim() || null
  return {
    day,
    areaName: (await namesOn(db, [areaId], day)).get(areaId) ?? '',
    ...(await bodies.membersAt(db, { areaId, day, kind, role, q, ...window })),
    can: buttonsFor(contract.bodyButtons, { actor, over }),
  }
}

const members = read(contract.listMembers, (call) => membersIn(call, { page: call.input.page ?? 1, size: pageSize }))

/** The bodies of one person, and what these gave them to do. */
export async function seatsAndTasks({ db, input, today }: Call<typeof contract.showSeats>) {
  const { officialId, name } = await mustFind(db, input.officialId)
  return { name, seats: await bodies.seatsOf(db, officialId), tasks: await tasksOwedBy(db, officialId, today) }
}

const ofOfficial = read(contract.showSeats, seatsAndTasks)

export const bodyRoutes: Route[] = [
  ...[list, search, show, members, ofOfficial],
  ...[addBody, changeBody, dissolveBody, correctDissolution, addMember, endMember, correctEnd],
]
