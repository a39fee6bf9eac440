/** Officials for the personnel system: a sheet of posts, of qualifications, of moves, of turns; whoever takes it is told in the audit. */
import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { Event } from '#kernel/event.ts'
import type { OfficialId } from '#kernel/ids.ts'
import type { TextColumn } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { paperFile } from '#platform/server/documents/file.ts'
import type { TableInput } from '#platform/server/documents/types.ts'
import { leaving } from '#platform/server/doors/traces.ts'
import { type Outside, paper, type Route } from '#platform/server/handle.ts'
import { textsOf } from '#platform/server/lists/stream.ts'
import { widthsOf } from '#platform/server/lists/widths.ts'
import { peopleEvent } from '../events.ts'
import { movesOfMany } from '../moves/queries.ts'
import { notThere } from '../roster/must.ts'
import { appointmentsOf } from '../roster/queries.ts'
import { qualificationsOfMany } from '../roster/store/qualifications.ts'
import { sheets, turnColumns, turnsTitle } from './columns.ts'
import * as contract from './contract.ts'
import { composing } from './documents/composing.ts'
import type { Person } from './model.ts'
import { personnelProblem } from './problems.ts'
import { peopleAt, personOf } from './queries.ts'

/** People of one file, and so many at once of one statement. */
const most = 20_000
const atOnce = 1_000

function tableOf<R>(title: Said, columns: readonly TextColumn<R>[], rows: readonly R[], place: string): TableInput {
  const texts = rows.map((row) => textsOf(row, columns, 'vi'))
  const heads = columns.map(({ head }) => (typeof head === 'string' ? head : head.vi))
  const widths = widthsOf(heads, texts)
  return {
    ...{ title: title.vi, subtitle: place, landscape: true, rows: texts },
    columns: heads.map((head, at) => ({ title: head, width: widths[at] ?? 10 })),
  }
}

/** Of each person what stands in the roster, the latest first; who has nothing stands in the sheet of turns alone. */
async function sheetsOf(db: Db, people: readonly Person[], { day, place }: { day: PlainDate; place: string }) {
  const of = new Map(people.map((one) => [one.officialId, one]))
  const byPerson = <R extends { readonly officialId: OfficialId }>(rows: readonly R[]) =>
    rows.flatMap((row) => {
      const whom = of.get(row.officialId)
      return whom ? [{ of: whom, row }] : []
    })
  const [posts, learnt, moves] = [[], [], []] as [
    Awaited<ReturnType<typeof appointmentsOf>>,
    Awaited<ReturnType<typeof qualificationsOfMany>>,
    Awaited<ReturnType<typeof movesOfMany>>,
  ]
  for (let at = 0; at < people.length; at += atOnce) {
    const ids = people.slice(at, at + atOnce).map(({ officialId }) => officialId)
    const places = new Map(ids.map((id, place) => [id, place]))
    const inOrder = <R extends { readonly officialId: OfficialId }>(rows: readonly R[]) =>
      rows.toSorted((a, b) => (places.get(a.officialId) ?? 0) - (places.get(b.officialId) ?? 0))
    posts.push(...inOrder(await appointmentsOf(db, ids, { day: null, today: day })))
    learnt.push(...inOrder(await qualificationsOfMany(db, ids)))
    moves.push(...inOrder(await movesOfMany(db, ids, day)))
  }
  return [
    tableOf(sheets.posts.title, sheets.posts.columns, byPerson(posts), place),
    tableOf(sheets.learnt.title, sheets.learnt.columns, byPerson(learnt), place),
    tableOf(sheets.moves.title, sheets.moves.columns, byPerson(moves), place),
    tableOf(
      turnsTitle,
      turnColumns,
      people.map((one) => ({ of: one })),
      place,
    ),
  ]
}

type Read = { readonly tables: readonly TableInput[]; readonly place: string; readonly event: Event }

/** The file, and the line of the audit that stays of having taken it. */
async function fileOf({ tables, place, event }: Read, { services, today, actor }: Outside<unknown>) {
  const demo = services.settings.mode === 'demo'
  const foot = `Người xuất: ${actor.name}, ${showDate(today)}`
  const frame = { state: 'final', demo, publicUrl: null, foot } as const
  const what = 'Cán bộ cho hệ thống nhân sự'
  const bytes = await services.workers.run(composing, 'sheetsXlsx', tables, `${what} ${place}`, frame)
  return leaving(paperFile({ what, place, day: today }, 'xlsx', bytes), { count: async () => undefined, event })
}

const ofArea = paper(
  contract.areaPersonnel,
  async ({ db, actor, input, today }): Promise<Read> => {
    const { areaId, day = today } = input
    await mustBeAble({ db, actor }, 'roster.open', areaId)
    const people = await peopleAt(db, { areaId, day, most: most + 1 })
    if (people.length > most) throw personnelProblem('personnel.too_many', { count: people.length, most })
    const place = (await namesOn(db, [areaId], day)).get(areaId) ?? ''
    const facts = { people: people.length }
    const event = peopleEvent('official.exported', { subject: areaId, area: areaId, facts })
    return { tables: await sheetsOf(db, people, { day, place: `${place}; ngày ${showDate(day)}` }), place, event }
  },
  fileOf,
)

const ofOfficial = paper(
  contract.officialPersonnel,
  async ({ db, actor, input, today }): Promise<Read> => {
    // Row security shows those whose record is kept under the actor, and whoever holds or held a post there.
    const person = await personOf(db, input.officialId, today)
    if (!person) throw await notThere(db, input.officialId)
    await mustBeAble({ db, actor }, 'roster.open', person.unitId)
    const event = peopleEvent('official.exported', {
      subject: person.officialId,
      area: person.unitId,
      facts: { people: 1 },
    })
    return { tables: await sheetsOf(db, [person], { day: today, place: person.name }), place: person.name, event }
  },
  fileOf,
)

export const personnelRoutes: Route[] = [ofArea, ofOfficial]
