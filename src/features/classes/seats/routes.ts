import { mustBeAble, oversOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { fold, type Said } from '#kernel/text.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { sheetSigners } from '../attendance/columns.ts'
import { momentOf, mustSeeClass } from '../list/must.ts'
import { classListProblem } from '../list/problems.ts'
import { findClass } from '../list/queries.ts'
import { type Met, sessionsOf } from '../sessions/queries.ts'
import { addPeople, approveSeats, namePeople, refuseSeats } from './changes/naming.ts'
import { setQuotas } from './changes/quotas.ts'
import { answerOffer, offerSeats, substituteSeat, withdrawSeat } from './changes/seats.ts'
import { myClassColumns, openClassColumns, quotaColumns, seatColumns, sheetColumns } from './columns.ts'
import * as contract from './contract.ts'
import { seatButtons, seatStateNames, seatStates, seatsButtons } from './model.ts'
import { seatPaperRoutes } from './papers.ts'
import * as seats from './queries.ts'
import { freeSeats, inTurn, isOpen, mayDo, maySeat, waitingFor } from './rules.ts'

const otherOf = ({ code, title, areaName, day, from, until }: Met) => ({ code, title, areaName, day, from, until })

/** A class as it is looked at: whether its door is open, and its people in the order in which something is to be done. */
async function shown(call: Call<typeof contract.listSeats>) {
  const { db, actor, input, today } = call
  const { trainingClassId: id, state, fromId, q } = input
  const found = await findClass(db, id, today)
  if (!found) throw classListProblem('class.not_found')
  const moment = momentOf(call)
  const sessions = await sessionsOf(db, id, { today, moment })
  const door = { state: found.state, begun: sessions[0]?.begun ?? false }
  const of = { id, today }
  const quotas = await seats.quotasOf(db, of)
  const all = await seats.seatsOf(db, of)
  const overs = await oversOf(db, [found.areaId, ...quotas.map((one) => one.areaId), ...all.map((one) => one.fromId)])
  const overOf = (area: (typeof quotas)[number]['areaId']) => overs.get(area) ?? []
  const left = new Map(quotas.map((one) => [one.areaId, one.seats - one.enrolled]))
  const free = freeSeats({ ...found, offered: await seats.offeredIn(db, of) })
  const open = all.filter((row) => isOpen(row.state)).map(({ officialId }) => officialId)
  const busy = await seats.busyIn(db, open, { sessions, today })
  const words = fold(q?.trim() ?? '')
  const rows = all
    .filter(
      (row) => (!state || row.state === state) && (!fromId || row.fromId === fromId) && fold(row.name).includes(words),
    )
    .map((row) => {
      const [other] = busy.get(row.officialId) ?? []
      return { ...row, quotaLeft: left.get(row.fromId) ?? 0, busy: other ? otherOf(other) : null }
    })
    .sort(
      (a, b) =>
        seatStateNames.indexOf(a.state) - seatStateNames.indexOf(b.state) || (a.state === 'waiting' ? inTurn(a, b) : 0),
    )
    .map(({ since: _since, quotaLeft: _left, ...row }) => ({
      ...row,
      can: buttonsFor(
        seatButtons,
        { actor, over: overOf(row.fromId) },
        ({ right }, name) =>
          maySeat(name, row.state, door) &&
          (row.busy === null || name !== 'approve') &&
          (name !== 'offer' || (can(actor, right, overOf(found.areaId)) && (free > 0 || row.state === 'offered'))),
      ),
    }))
  return {
    title: [found.code, found.title].filter(Boolean).join(' '),
    areaName: found.areaName,
    seats: found.seats,
    taken: found.taken,
    free,
    quotas,
    rows,
    mayName: mayDo('name', door)
      ? quotas
          .filter((one) => can(actor, 'class.manage', overOf(one.areaId)))
          .map(({ areaId, areaName }) => ({ areaId, areaName }))
      : [],
    can: buttonsFor(seatsButtons, { actor, over: overOf(found.areaId) }, (_button, name) => mayDo(name, door)),
  }
}

const list = read(contract.listSeats, async (call) => {
  const { title: _title, areaName: _area, ...of } = await shown(call)
  return of
})
const listFile = fileOf(
  contract.seatsFile,
  async (call) => {
    const { rows, title, areaName } = await shown(call)
    const { state, fromId, q } = call.input
    const unit = fromId && (await namesOn(call.db, [fromId], call.today)).get(fromId)
    return {
      rows,
      columns: seatColumns,
      title: { vi: `Học viên: ${title}`, en: `Learners: ${title}` } satisfies Said,
      place: areaName,
      filters: [
        ...(state ? [seatStates[state]] : []),
        ...(unit ? [{ vi: `của ${unit}`, en: `of ${unit}` }] : []),
        ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
      ],
    }
  },
  { whole: true },
)
const quotas = fileOf(
  contract.quotasFile,
  async (call) => {
    const { quotas: rows, title, areaName } = await shown(call)
    return {
      rows,
      columns: quotaColumns,
      title: { vi: `Số người mỗi đơn vị: ${title}`, en: `Seats of units: ${title}` } satisfies Said,
      place: areaName,
    }
  },
  { whole: true },
)
const sheet = fileOf(
  contract.sheetFile,
  async (call) => {
    const { rows, title, areaName } = await shown(call)
    return {
      rows: rows.filter(({ state }) => state === 'enrolled'),
      columns: sheetColumns,
      title: { vi: `Danh sách học viên ký tên: ${title}`, en: `Learners, to sign: ${title}` } satisfies Said,
      place: areaName,
      toSign: sheetSigners,
    }
  },
  { whole: true },
)

const planned = read(contract.plannedQuotas, async ({ db, actor, input, today }) => {
  const { trainingClassId: id } = input
  const { areaId: area } = await mustSeeClass({ db, actor }, id)
  const line = (await findClass(db, id, today))?.planLineId ?? null
  return { units: await seats.plannedQuotas(db, { area, line, today }) }
})

const candidates = read(contract.listCandidates, async (call) => {
  const { db, actor, input, today } = call
  const { trainingClassId: id, areaId: area, q } = input
  if (!(await findClass(db, id, today))) throw classListProblem('class.not_found')
  await mustBeAble({ db, actor }, 'class.manage', area)
  return { rows: await seats.candidatesOf(db, { id, today, moment: momentOf(call), area, q: q?.trim() || null }) }
})

const openTo = async (call: Call<typeof contract.listOpenClasses>) => {
  const { db, input, today } = call
  const rows = await seats.openClasses(db, { area: input.areaId ?? null, today, moment: momentOf(call) })
  return { rows: input.waits ? rows.filter(waitingFor[input.waits].of) : rows }
}
const open = read(contract.listOpenClasses, async (call) => ({
  ...(await openTo(call)),
  toOffer: await seats.toOffer(call.db, { today: call.today, moment: momentOf(call) }),
}))
const openFile = fileOf(
  contract.openClassesFile,
  async (call) => {
    const { areaId } = call.input
    const place = areaId && (await namesOn(call.db, [areaId], call.today)).get(areaId)
    return {
      ...(await openTo(call)),
      columns: openClassColumns,
      title: { vi: 'Lớp mở cho đơn vị cử người', en: 'Classes to send people to' } satisfies Said,
      filters: call.input.waits ? [waitingFor[call.input.waits].said] : [],
      ...(place && { place }),
    }
  },
  { whole: true },
)

const mineOf = async ({ db, today }: Pick<Call<typeof contract.myClasses>, 'db' | 'today'>) => ({
  known: (await seats.ownRecord(db)) !== null,
  rows: await seats.myClasses(db, today),
})
const mine = read(contract.myClasses, mineOf)
const myFile = fileOf(
  contract.myClassesFile,
  async (call) => ({
    rows: (await mineOf(call)).rows,
    columns: myClassColumns,
    title: { vi: 'Lớp của tôi', en: 'My classes' } satisfies Said,
  }),
  { whole: true },
)

export const seatRoutes: Route[] = [
  ...[list, listFile, quotas, sheet, planned, candidates, open, openFile, mine, myFile],
  ...[setQuotas, namePeople, addPeople, approveSeats, refuseSeats],
  ...[offerSeats, answerOffer, withdrawSeat, substituteSeat],
  ...seatPaperRoutes,
]
