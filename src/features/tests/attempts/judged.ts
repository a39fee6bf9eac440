/** Marks attempts: the keys come from the bank, the class of a household from the standard itself. */
import type { Law } from '#features/standards/law.ts'
import type { Class } from '#features/standards/model/verdict.ts'
import type { Instant } from '#kernel/dates.ts'
import type { AccountId, AreaId, ClassTestId, TestAttemptId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { BodyOf } from '../bank/model.ts'
import type { PassMark } from '../drawn/model.ts'
import * as attempts from './queries.ts'
import { type Answers, type Keyed, markedBy, type Points, passes, type Worth } from './rules.ts'

const nameOf = ({ standardHash, day, facts }: BodyOf<'household'>) => JSON.stringify([standardHash, day, facts])

/** The engine is asked once a household, before anything is marked by it. */
async function classesOf(db: Db, law: Law, keyed: readonly Keyed[]) {
  const known = new Map<string, Class | null>()
  for (const one of keyed.flatMap(({ bodies }) => bodies))
    if (one.kind === 'household')
      known.set(nameOf(one), (await law.scorer(db, one.standardHash, null)).score(one.facts, one.day).class)
  return (body: BodyOf<'household'>): Class | null => known.get(nameOf(body)) ?? null
}

export type Marker = (answers: Answers) => { readonly points: Points; readonly worth: Worth }
export async function markerOf(db: Db, law: Law, keyed: readonly Keyed[]): Promise<Marker> {
  const classOf = await classesOf(db, law, keyed)
  return (answers) => markedBy(keyed, answers, classOf)
}

type Of = { readonly id: TestAttemptId; readonly areaId: AreaId; readonly by: AccountId }
/** What is kept of the first marking of an attempt. */
const firstMark = ({ id, areaId, by }: Of, { points, worth }: ReturnType<Marker>, pass: PassMark | null) => ({
  ...{ attempt: id, area: areaId, number: 1, ...points, passed: passes(points, pass), worth },
  ...{ remark: null, because: null, by },
})

type Sending = {
  readonly test: ClassTestId
  readonly pass: PassMark | null
  readonly at: Instant
  readonly by: AccountId
}
/** Whatever is still being answered is sent as it stands, and marked. Answers how many these were. */
export async function sendOpen(db: Db, law: Law, { test, pass, at, by }: Sending): Promise<number> {
  const open = (await attempts.holdAttempts(db, test)).filter(({ sentAt }) => sentAt === null)
  if (open.length === 0) return 0
  const mark = await markerOf(db, law, await attempts.keysOfTest(db, test))
  await attempts.setSent(
    db,
    open.map(({ id }) => id),
    at,
  )
  await attempts.insertMarks(
    db,
    open.map(({ id, areaId, answers }) => firstMark({ id, areaId, by }, mark(answers), pass)),
  )
  return open.length
}

/** The same of one attempt that has just been answered, by whoever answered it or holds the class. */
export async function markOne(
  db: Db,
  law: Law,
  { answers, pass, ...of }: Of & { readonly answers: Answers; readonly pass: PassMark | null },
): Promise<attempts.NewMark> {
  const mark = await markerOf(db, law, await attempts.keysOf(db, of.id))
  return firstMark(of, mark(answers), pass)
}
