/** Ways from a spreadsheet: what is known is changed, the rest added, and the same file twice changes nothing. */
import { mustBeAble } from '#features/areas/must.ts'
import { depthOf } from '#features/areas/words.ts'
import { unitsOf } from '#features/people/import/queries.ts'
import { yearOf } from '#kernel/dates.ts'
import type { Event } from '#kernel/event.ts'
import { changedIn } from '#kernel/event.ts'
import type { AreaId } from '#kernel/ids.ts'
import { type Call, happened, type Route } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { importRoutes } from '#platform/server/imports/routes.ts'
import { tasksAt } from '#platform/server/workers/task.ts'
import { trainingEvent } from '../events.ts'
import { limitsOn } from '../limits/queries.ts'
import { numberOf } from '../propose/rules/ask.ts'
import { wayProblem } from '../ways/problems.ts'
import * as ways from '../ways/queries.ts'
import * as contract from './contract.ts'
import { columns } from './rules/columns.ts'
import { outcomesFor, pairOf, type ReadWay, tooFar } from './rules/rows.ts'

type Importing = Call<typeof contract.checkWays>
/** Of the calls that write: the province, and what is told of each way. */
const writing = new WeakMap<object, { readonly province: AreaId; readonly told: Event[] }>()

/** The province of the unit that is looked at: who manages it enters ways between its units. */
async function provinceOf({ db, actor, input, today }: Importing): Promise<AreaId> {
  await mustBeAble({ db, actor }, 'training.manage', input.areaId)
  const [over] = await ways.provincesOver(db, [input.areaId], today)
  if (!over) throw wayProblem('way.no_province')
  await mustBeAble({ db, actor }, 'training.manage', over.province)
  return over.province
}

export const wayImportRoutes: readonly Route[] = importRoutes({
  calls: {
    template: contract.wayTemplate,
    check: contract.checkWays,
    faulty: contract.faultyWays,
    write: contract.importWays,
  },
  columns,
  name: 'Mẫu đường đến nơi mở lớp',
  reader: tasksAt<typeof import('./read.ts')>(new URL('./read.ts', import.meta.url)),
  look: async (call) => {
    const province = await provinceOf(call)
    const units = await unitsOf(call.db, province, call.today)
    return {
      units: units.filter(({ level }) => level <= depthOf('commune')),
      known: await ways.knownIn(call.db, province),
      ended: await ways.endedEnds(call.db, province, call.today),
      villages: [...new Set(units.filter(({ level }) => level > depthOf('commune')).map(({ name }) => name))],
    }
  },
  replaces: true,
  hold: async (call) => {
    const province = await provinceOf(call)
    await ways.holdWays(call.db, province)
    writing.set(call, { province, told: [] })
  },
  check: async (call, read: readonly ReadWay[]) => {
    const known = await ways.knownIn(call.db, await provinceOf(call))
    const outcomeOf = outcomesFor(known)
    const changed = new Set(read.filter((one) => outcomeOf(one) === 'changed').map(pairOf))
    const { db, today } = call
    const limits = await limitsOn(db, [await provinceOf(call)], { day: today, year: yearOf(today) })
    const furthest = numberOf(limits, 'furthest_way')
    const over = known.flatMap((one) => (changed.has(pairOf(one)) ? [`${pairOf(one)} ${one.km}`] : []))
    return { faults: [], doubts: furthest === null ? [] : tooFar(read, furthest), elsewhere: [], over: over.sort() }
  },
  write: async (call, read: readonly ReadWay[]) => {
    const { db, actor } = call
    const of = writing.get(call)
    if (!of) throw new Error('ways that nobody holds')
    const known = await ways.knownIn(db, of.province)
    const byPair = new Map(known.map((one) => [pairOf(one), one]))
    for (const one of read) {
      const { fromId, toId, km } = one
      const now = byPair.get(pairOf(one))
      if (now?.km === km) continue
      if (now) await ways.updateWay(db, now.trainingWayId, km)
      else {
        const made = { id: newId<'training_way'>(), area_id: of.province, made_by: actor.accountId }
        await ways.insertWay(db, { ...made, from_id: fromId, to_id: toId, km })
      }
      const facts = now ? { to: now.toId, changes: changedIn(now, { km }, ['km']) } : { to: toId, km }
      const told = { subject: now?.fromId ?? fromId, area: of.province, facts }
      of.told.push(trainingEvent(now ? 'way.changed' : 'way.entered', told))
    }
  },
  written: (call, { sha256, counts }) => {
    const of = writing.get(call)
    const { overwrites: _listed, ...answer } = counts
    const { ways: _all, ...facts } = answer
    const subject = of?.province ?? call.input.areaId
    const event = trainingEvent('way.imported', { subject, area: subject, facts: { ...facts, sha256 } })
    return happened(event, answer, of?.told)
  },
})
