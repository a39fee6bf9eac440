/** What is asked of attendance before something rests on it. */
import { oversOf } from '#features/areas/must.ts'
import { limitsOn } from '#features/training/limits/queries.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import type { AreaId, ClassSessionId, OfficialId, TrainingClassId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { sessionsOf } from '../sessions/queries.ts'
import { clashesSaid, learnerClash } from '../sessions/rules.ts'
import type { ClassLearner, Mark, SessionStanding, Share } from './model.ts'
import { attendanceProblem } from './problems.ts'
import { comeInto, countsOf, learnersOf, marksOf } from './queries.ts'
import { asClosed, fulfils, isThere, takesPeople } from './rules.ts'

type Of = { readonly areaId: AreaId; readonly today: PlainDate; readonly moment: string }
export type Attendance = {
  readonly sessions: readonly SessionStanding[]
  readonly learners: readonly ClassLearner[]
  readonly share: Share
}

/** What the province of a unit lays down for a turn on a day. */
async function shareOn(db: Db, areaId: AreaId, day: PlainDate): Promise<Share> {
  const over = (await oversOf(db, [areaId])).get(areaId) ?? []
  const found = (await limitsOn(db, over, { day, year: yearOf(day) })).find(({ kind }) => kind === 'attended_share')
  return found?.value ? { value: found.value, legalReference: found.legalReference } : null
}

/** Who learns in a class, what stands of them in each session, and who of them has done enough. */
export async function attendanceOf(db: Db, id: TrainingClassId, { areaId, today, moment }: Of): Promise<Attendance> {
  const sessions = await sessionsOf(db, id, { today, moment })
  const people = (await learnersOf(db, id, today)).map(({ cameTo, ...one }) => ({
    ...{
      ...one,
      since: Math.max(
        0,
        sessions.findIndex(({ classSessionId }) => classSessionId === cameTo),
      ),
    },
  }))
  const said = new Map<string, Mark | null>()
  for (const { sessionId, officialId, mark } of await marksOf(db, id)) said.set(`${sessionId} ${officialId}`, mark)
  const markOf = (session: ClassSessionId, official: OfficialId) => said.get(`${session} ${official}`) ?? null
  const counts = new Map((await countsOf(db, id)).map((one) => [one.classSessionId, one]))
  const last = sessions.at(-1)
  const share = last ? await shareOn(db, areaId, last.day) : null
  const closed = sessions.length > 0 && sessions.every((one) => counts.get(one.classSessionId)?.closed)
  return {
    share,
    sessions: sessions.map(({ classSessionId, day, from, until, begun }, at) => {
      const here = people.map(({ officialId, since }) => ({ mark: markOf(classSessionId, officialId), since }))
      const { heads = null, closed: isClosed = false, because = '' } = counts.get(classSessionId) ?? {}
      return {
        ...{ classSessionId, day, from, until, begun, heads, closed: isClosed, because },
        opens: takesPeople({ day, from, until }, moment),
        there: here.filter(({ mark }) => isThere(mark)).length,
        unmarked: here.filter(({ mark, since }) => mark === null && since <= at).length,
      }
    }),
    learners: people.map((one) => {
      const marked = sessions.map(({ classSessionId }) => markOf(classSessionId, one.officialId))
      return { ...one, marks: marked, fulfils: closed ? fulfils(marked.map(asClosed), share) : null }
    }),
  }
}

type Come = { readonly of: ReadonlyMap<OfficialId, { readonly name: string }>; readonly today: PlainDate }
/** These people are in a session, by whatever they are marked: throws where one of them is there in another class then, saying in which. */
export async function mustBeHere(db: Db, session: ClassSessionId, { of, today }: Come): Promise<void> {
  const met = of.size > 0 ? await comeInto(db, session, { people: [...of.keys()], today }) : []
  if (met.length === 0) return
  const clashes = met.map((other) => learnerClash(other, { name: of.get(other.person)?.name ?? '', other }))
  throw attendanceProblem('attendance.elsewhere', { clashes: clashesSaid(clashes) })
}
