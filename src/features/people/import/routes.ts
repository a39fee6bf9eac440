/** Officials and their posts from a spreadsheet: who is known is brought up to date, and the same file twice changes nothing. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea, holdTreeStill } from '#features/areas/queries.ts'
import type { Event } from '#kernel/event.ts'
import type { OfficialId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, happened, type Route } from '#platform/server/handle.ts'
import { importProblem } from '#platform/server/imports/problems.ts'
import { importRoutes } from '#platform/server/imports/routes.ts'
import { tasksAt } from '#platform/server/workers/task.ts'
import { peopleEvent } from '../events.ts'
import { rosterProblem } from '../roster/problems.ts'
import { holdNewcomers } from '../roster/queries.ts'
import { takenAt } from '../roster/store/wanted.ts'
import * as contract from './contract.ts'
import { askedOf, knownOf, postsCalled, unitsOf } from './queries.ts'
import { columns } from './rules/columns.ts'
import type { ReadPerson } from './rules/group.ts'
import { doubtsOfPlaces, type Given, ownGiven, type Place } from './rules/places.ts'
import { nobodyTwice, type Plan, planOf } from './rules/plan.ts'
import { writePlans } from './write.ts'

type Importing = Call<typeof contract.checkOfficials>
/** Of the calls that write, what is told of the people whom they change. */
const writing = new WeakMap<object, Event[]>()

async function plansFor(call: Importing, people: readonly ReadPerson[]): Promise<Plan[]> {
  const { db, services, input, today } = call
  const asked = await askedOf(db, { keys: services.keys, areaId: input.areaId }, people)
  const known = await knownOf(db, asked, { today, still: writing.has(call) })
  return asked.map((one) => planOf(one, known))
}

/** What is asked between the rows of the whole file: whom it says twice, and which places it fills further than they are. */
type Between = { readonly rowsOf: Map<OfficialId, number[]>; readonly given: Given[] }

const placesAtOnce = 1_000
async function placesAsked(db: Db, given: readonly Given[]) {
  const places: Place[] = []
  for (let at = 0; at < given.length; at += placesAtOnce)
    places.push(
      ...(await takenAt(
        db,
        given.slice(at, at + placesAtOnce).map(({ post }) => post),
      )),
    )
  return [...doubtsOfPlaces(given, places)]
}

const outcomeOf = ({ known, fields, give }: Plan) =>
  known === null ? 'added' : fields.length + give.length > 0 ? 'changed' : 'unchanged'

/** What the file would replace, as it stands. */
const overOf = ({ known, fields }: Plan): string[] =>
  known
    ? fields.map((field) =>
        JSON.stringify([known.officialId, field, field === 'citizenId' ? known.idIndex : known[field]]),
      )
    : []

export const officialImportRoutes: readonly Route[] = importRoutes({
  calls: {
    template: contract.officialTemplate,
    check: contract.checkOfficials,
    faulty: contract.faultyOfficials,
    write: contract.importOfficials,
  },
  columns,
  name: 'Mẫu danh sách cán bộ',
  lists: async ({ db }) => ({
    post: (await postsCalled(db)).map(({ said, alsoCalled }) => [said.vi, ...alsoCalled].join('; hoặc: ')),
  }),
  reader: tasksAt<typeof import('./read.ts')>(new URL('./read.ts', import.meta.url)),
  look: async ({ db, actor, input, today }) => {
    await mustBeAble({ db, actor }, 'roster.write', input.areaId)
    // Records are kept from the commune up: read against a village alone, everybody would be new.
    if ((await findArea(db, input.areaId, today))?.level === 'village') throw rosterProblem('official.import_place')
    return { posts: await postsCalled(db), units: await unitsOf(db, input.areaId, today), today }
  },
  replaces: true,
  hold: async (call) => {
    await holdTreeStill(call.db)
    await holdNewcomers(call.db)
    writing.set(call, [])
  },
  begin: (): Between => ({ rowsOf: new Map(), given: [] }),
  check: async (call, people: readonly ReadPerson[], between) => {
    const plans = await plansFor(call, people)
    for (const { known, person } of plans)
      if (known) between.rowsOf.set(known.officialId, [...(between.rowsOf.get(known.officialId) ?? []), person.row])
    between.given.push(...ownGiven(plans))
    const of = (outcome: string) => plans.filter((plan) => outcomeOf(plan) === outcome).length
    return {
      faults: plans.flatMap(({ faults }) => faults),
      doubts: plans.flatMap(({ doubts }) => doubts),
      elsewhere: [],
      counts: {
        ...{ added: of('added'), changed: of('changed'), unchanged: of('unchanged') },
        given: plans.reduce((sum, { give }) => sum + give.length, 0),
      },
      over: plans.flatMap(overOf),
    }
  },
  end: async ({ db }, { rowsOf, given }) => ({
    faults: nobodyTwice(rowsOf.values()),
    doubts: await placesAsked(db, given),
  }),
  write: async (call, people: readonly ReadPerson[]) => {
    const { db, actor, services, input } = call
    const plans = await plansFor(call, people)
    const [fault] = plans.flatMap(({ faults }) => faults)
    if (fault) throw importProblem('import.has_errors', { count: 1, row: fault.row })
    await writePlans({ db, keys: services.keys, by: actor.accountId }, plans)
    for (const { known, fields } of plans)
      if (known && fields.length > 0)
        writing
          .get(call)
          ?.push(peopleEvent('official.changed', { subject: known.officialId, area: input.areaId, facts: { fields } }))
  },
  written: (call, { sha256, counts }, doubts) => {
    const { areaId } = call.input
    const facts = { ...counts, doubts, sha256 }
    const event = peopleEvent('official.imported', { subject: areaId, area: areaId, facts })
    return happened(event, counts, writing.get(call))
  },
})
