import type { OutputOf } from '#kernel/endpoint.ts'
import type { ClassSessionId } from '#kernel/ids.ts'
import { qrModules } from '#platform/server/documents/qr.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import type { Services } from '#platform/server/services.ts'
import { momentOf, mustSeeClass } from '../list/must.ts'
import { findClass } from '../list/queries.ts'
import { sessionProblem } from '../sessions/problems.ts'
import { classOfSession, sessionsOf } from '../sessions/queries.ts'
import { addWalkIn, checkIn, comeAllTheSame, matchWalkIn, undoWalkIn } from './changes.ts'
import { walkInColumns } from './columns.ts'
import * as contract from './contract.ts'
import { codeNow } from './hash.ts'
import { codeSeconds } from './model.ts'
import { mySessionsOn, sessionTaught, walkInsOf } from './queries.ts'

const addressOf = (publicUrl: string | null) => publicUrl && `${publicUrl.replace(/\/+$/, '')}/diem-danh`

/** What stands on the screen now. */
type Said = { readonly title: string; readonly session: OutputOf<typeof contract.showCode>['session'] }
function screen(id: ClassSessionId, said: Said, { clock, keys, settings }: Services) {
  const now = clock.now()
  const code = codeNow(keys, id, now)
  const address = addressOf(settings.publicUrl)
  return {
    ...{ ...said, code, address, milliseconds: codeSeconds * 1000 - (now % (codeSeconds * 1000)) },
    squares: address
      ? qrModules(`${address}#${code}`).map((row) => row.map((dark) => (dark ? '1' : '0')).join(''))
      : [],
  }
}

type Of<E> = Pick<Call<E>, 'db' | 'actor' | 'today'> & { readonly input: { readonly classSessionId: ClassSessionId } }
/** The class of a session that the actor may manage. */
async function mustSee<E>({ db, actor, today, input }: Of<E>) {
  const classId = await classOfSession(db, input.classSessionId)
  if (!classId) throw sessionProblem('session.not_found')
  await mustSeeClass({ db, actor }, classId)
  const found = await findClass(db, classId, today)
  if (!found) throw sessionProblem('session.not_found')
  return { ...found, id: classId }
}

const code = read(contract.showCode, async (call) => {
  const { id, code, title } = await mustSee(call)
  const { db, input, today, services } = call
  const all = await sessionsOf(db, id, { today, moment: momentOf(call) })
  const one = all.find(({ classSessionId }) => classSessionId === input.classSessionId)
  return screen(
    input.classSessionId,
    {
      title: [code, title].filter(Boolean).join(' '),
      session: one ? { from: one.from, until: one.until, place: one.hallName ?? one.place } : null,
    },
    services,
  )
})
const taughtCode = read(contract.showTaughtCode, async ({ db, input, today, services }) => {
  const found = await sessionTaught(db, input.classSessionId)
  if (!found) throw sessionProblem('session.not_found')
  const one = (await mySessionsOn(db, today)).find(({ classSessionId }) => classSessionId === input.classSessionId)
  const session = one ? { from: one.from, until: one.until, place: one.place } : null
  return screen(input.classSessionId, { title: found.title, session }, services)
})
const mine = read(contract.mySessions, async ({ db, today }) => ({ sessions: await mySessionsOn(db, today) }))

async function walkIns(call: Call<typeof contract.listWalkIns>) {
  const { title } = await mustSee(call)
  return { title, rows: await walkInsOf(call.db, call.input.classSessionId) }
}
const list = read(contract.listWalkIns, walkIns)
const listFile = fileOf(
  contract.walkInsFile,
  async (call) => {
    const { title, rows } = await walkIns(call)
    return { rows, columns: walkInColumns, title: { vi: `Người đến thêm: ${title}`, en: `Walk-ins: ${title}` } }
  },
  { whole: true },
)

export const checkInRoutes: Route[] = [
  ...[code, taughtCode, mine, checkIn, comeAllTheSame],
  ...[list, listFile, addWalkIn, matchWalkIn, undoWalkIn],
]
