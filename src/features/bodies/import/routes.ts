/** Members of bodies from a spreadsheet: who sits there already is passed over, and the same file twice changes nothing. */
import { mustBeAble } from '#features/areas/must.ts'
import type { FoundBy } from '#features/people/roster/model.ts'
import { findSought } from '#features/people/roster/store/sought.ts'
import type { Event } from '#kernel/event.ts'
import { type Call, happened, type Route } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { importRoutes } from '#platform/server/imports/routes.ts'
import { tasksAt } from '#platform/server/workers/task.ts'
import { bodyEvent } from '../events.ts'
import { insertMembers } from '../queries.ts'
import * as contract from './contract.ts'
import { bodiesUnder, deathsOf, holdBodies, holdLists, lawOf, officesOf, sittingIn } from './queries.ts'
import { columns } from './rules/columns.ts'
import { type Ground, type Plan, planOf, type ReadBody } from './rules/plan.ts'

type Importing = Call<typeof contract.checkMembers>
/** Of the calls that write, what is told of the bodies that somebody joins. */
const writing = new WeakMap<object, Event[]>()

async function plansFor(call: Importing, all: readonly ReadBody[]): Promise<Plan[]> {
  const { db, services, today } = call
  const ids = all.map(({ body }) => body.bodyId)
  if (writing.has(call)) await holdBodies(db, ids)
  const sitting = await sittingIn(db, ids)
  const found = await findSought(
    db,
    { keys: services.keys, day: today },
    all.flatMap(({ rows }) => rows),
  )
  const plans: Plan[] = []
  let at = 0
  for (const one of all) {
    const theirs = found.slice(at, at + one.rows.length)
    at += one.rows.length
    plans.push(await planFor(call, one, { found: theirs, members: sitting.get(one.body.bodyId) ?? [] }))
  }
  return plans
}

type Known = { readonly found: readonly FoundBy[]; readonly members: Ground['members'] }

/** Weighed once to know who they are, and again with the posts that they hold. */
async function planFor({ db }: Pick<Importing, 'db'>, one: ReadBody, known: Known): Promise<Plan> {
  const days = one.rows.map(({ from }) => from)
  const nothing = { officeOf: () => null, diedOf: () => null }
  const ground = { ...known, ...nothing, lawOn: await lawOf(db, one.body.kind, days) }
  const first = planOf(one, ground)
  if (first.join.length === 0) return first
  const officeOf = one.body.kind === 'supervision' ? await officesOf(db, first.join) : () => null
  return planOf(one, { ...ground, officeOf, diedOf: await deathsOf(db, first.join) })
}

export const memberImportRoutes: readonly Route[] = importRoutes({
  calls: {
    template: contract.memberTemplate,
    check: contract.checkMembers,
    faulty: contract.faultyMembers,
    write: contract.importMembers,
  },
  columns,
  name: 'Mẫu danh sách thành viên các Ban',
  reader: tasksAt<typeof import('./read.ts')>(new URL('./read.ts', import.meta.url)),
  look: async ({ db, actor, input, today }) => {
    await mustBeAble({ db, actor }, 'body.write', input.areaId)
    return { bodies: await bodiesUnder(db, input.areaId, today), today }
  },
  hold: async (call) => {
    await holdLists(call.db)
    writing.set(call, [])
  },
  check: async (call, bodies: readonly ReadBody[]) => {
    const plans = await plansFor(call, bodies)
    return {
      faults: plans.flatMap(({ faults }) => faults),
      doubts: plans.flatMap(({ doubts }) => doubts),
      elsewhere: [],
      counts: {
        joined: plans.reduce((sum, { join }) => sum + join.length, 0),
        unchanged: plans.reduce((sum, { unchanged }) => sum + unchanged, 0),
      },
    }
  },
  write: async (call, bodies: readonly ReadBody[]) => {
    const { db, actor } = call
    const joining = (await plansFor(call, bodies)).flatMap(({ join }) => join)
    const rows = joining.map(({ officialId, body, role, comesFrom, from, until }) => ({
      ...{ id: newId<'body_member'>(), body_id: body.bodyId, official_id: officialId, role, comes_from: comesFrom },
      ...{ valid_from: from, valid_until: until, made_by: actor.accountId },
    }))
    if (rows.length > 0) await insertMembers(db, rows)
    for (const { officialId: official, body, role } of joining) {
      const facts = { official, role }
      writing.get(call)?.push(bodyEvent('body.member_joined', { subject: body.bodyId, area: body.unitId, facts }))
    }
  },
  written: (call, { sha256, counts }) => {
    const { areaId } = call.input
    const event = bodyEvent('body.members_imported', { subject: areaId, area: areaId, facts: { ...counts, sha256 } })
    return happened(event, counts, writing.get(call))
  },
})
