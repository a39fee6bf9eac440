import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { showDate } from '#kernel/dates.ts'
import type { AllEvents, Events } from '#kernel/event.ts'
import { nowNamed } from '#kernel/oldNames.ts'
import type { Said } from '#kernel/text.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import type { Joined } from '#platform/server/room.ts'
import { peopleProblem } from '../problems.ts'
import { type AuditLine, auditColumns } from './columns.ts'
import * as contract from './contract.ts'
import { newsRoutes } from './news.ts'
import { type AuditFilter, accountsNamed, linesPerPage, newestLines, peopleTouching } from './queries.ts'
import { nameOfHousehold, saidOf, shownLines, subjectsOf } from './views.ts'

/** Lines are counted this far beyond the page, so that a count takes no longer than a page. */
const countedBeyond = 500

/** The names that an event, or the events of a kind, had before. */
const formerlyOf = ({ renamed }: AllEvents, what: string): string[] =>
  Object.keys(renamed).filter((old) => `${nowNamed(renamed, old)}.`.startsWith(`${what}.`))

type Given = Pick<Joined, 'events' | 'subjects'>
type Asking = Call<typeof contract.readAudit>

async function filterOf({ events, subjects }: Given, { db, actor, input, today }: Asking): Promise<AuditFilter> {
  const { areaId, from, until, what, accountId, householdId } = input
  await mustBeAble({ db, actor }, 'audit.read', areaId)
  if (from && until && until < from) throw peopleProblem('people.audit_days', { from })
  return {
    areaId,
    ...(from && { from }),
    ...(until && { until }),
    ...(what && { what, formerly: formerlyOf(events, what) }),
    ...(accountId && { accountId }),
    ...(householdId && {
      subjects: await subjectsOf({ db, actor, right: 'audit.read', today, subjects }, householdId),
    }),
  }
}

/** By whom and about which household is asked, in words. */
async function askedOf({ subjects }: Given, { db, actor, input, today }: Asking) {
  const { accountId, householdId } = input
  const [person] = accountId ? await accountsNamed(db, [accountId]) : []
  const household = householdId
    ? await nameOfHousehold({ db, actor, right: 'audit.read', today, subjects }, householdId)
    : null
  return { person: person?.name ?? null, household }
}

const readAudit = (given: Given) =>
  read(contract.readAudit, async (call) => {
    const { page = 1 } = call.input
    const countedTo = page * linesPerPage + countedBeyond
    const newest = await newestLines(call.db, await filterOf(given, call), countedTo + 1)
    const ids = newest.slice((page - 1) * linesPerPage, page * linesPerPage)
    return {
      total: Math.min(newest.length, countedTo),
      more: newest.length > countedTo,
      ...(await askedOf(given, call)),
      lines: await shownLines({ ...call, right: 'audit.read', subjects: given.subjects }, given.events, ids),
    }
  })

const about = (lead: Said, { vi, en }: Said): Said => ({ vi: `${lead.vi} ${vi}`, en: `${lead.en} ${en}` })
const same = (text: string): Said => ({ vi: text, en: text })

const auditFile = (given: Given) =>
  fileOf(contract.auditFile, async (call, { offset, limit, first }) => {
    const { db, input, today } = call
    const { what, from, until } = input
    const filter = { ...(await filterOf(given, call)), ...(first && { notAfter: first }) }
    const newest = await newestLines(db, filter, offset + limit)
    const { person, household } = await askedOf(given, call)
    const kind = what && (given.events.kinds[what] ?? saidOf(given.events, what))
    return {
      rows: await shownLines(
        { ...call, right: 'audit.read', subjects: given.subjects },
        given.events,
        newest.slice(offset),
      ),
      columns: auditColumns,
      mark: (line: AuditLine) => line.at,
      title: { vi: 'Nhật ký', en: 'Audit' },
      place: (await namesOn(db, [input.areaId], today)).get(input.areaId) ?? '',
      filters: [
        ...(kind ? [kind] : []),
        ...(person ? [about({ vi: 'người làm', en: 'by' }, same(person))] : []),
        ...(household ? [about({ vi: 'hộ', en: 'household' }, household)] : []),
        ...(from ? [about({ vi: 'từ ngày', en: 'from' }, same(showDate(from)))] : []),
        ...(until ? [about({ vi: 'đến hết ngày', en: 'until' }, same(showDate(until)))] : []),
      ],
    }
  })

const words = ({ kinds, said }: Pick<Events, 'kinds' | 'said'>) =>
  read(contract.auditWords, async () => ({
    kinds: Object.entries(kinds).map(([kind, of]) => ({
      kind,
      said: of,
      events: Object.entries(said)
        .filter(([what]) => what.startsWith(`${kind}.`))
        .map(([what, one]) => ({ what, said: one })),
    })),
  }))

const foundPeople = 20

const people = read(contract.auditPeople, async ({ db, actor, input, today }) => {
  await mustBeAble({ db, actor }, 'audit.read', input.areaId)
  return { people: await peopleTouching(db, input.areaId, { q: input.q, today, most: foundPeople }) }
})

export const auditRoutes = (given: Given): Route[] => [
  readAudit(given),
  auditFile(given),
  words(given.events),
  people,
  ...newsRoutes(given),
]
