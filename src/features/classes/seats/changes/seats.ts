/** What becomes of a seat: offered to who waits, accepted or declined, left beforehand, or taken by somebody else of the unit. */
import { type PlainDate, showDate } from '#kernel/dates.ts'
import { tidy } from '#kernel/text.ts'
import { change } from '#platform/server/handle.ts'
import * as contract from '../contract.ts'
import { mustBeFreeToLearn, mustBeThere, mustHoldEach } from '../must.ts'
import { seatProblem } from '../problems.ts'
import * as seats from '../queries.ts'
import { freeSeats, mayBeNamedAgain, mayRunUntil, overQuota, overSaid } from '../rules.ts'
import { byOf, toldOf } from './naming.ts'

const right = 'class.manage'

export const offerSeats = change(contract.offerSeats, async (call) => {
  const by = byOf(call)
  const { seats: of, until, because = '' } = call.input
  const { held, rows } = await mustHoldEach(by, of, { deed: 'offer', right })
  const first = (held.begins?.slice(0, 10) ?? null) as PlainDate | null
  if (!mayRunUntil(until, { today: by.today, first })) throw seatProblem('seat.deadline')
  // Who was offered a seat keeps it, to another day.
  const again = rows.filter(
    ({ state, offerUntil }) => state === 'offered' && offerUntil !== null && offerUntil >= by.today,
  )
  const free = freeSeats(held)
  if (rows.length - again.length > free) throw seatProblem('seat.full', { free })
  const added = rows.filter((row) => !again.includes(row)).map(({ fromId }) => fromId)
  const over = overQuota(added, await seats.quotasOf(by.db, { id: held.id, today: by.today }))
  if (over.length > 0 && tidy(because) === '') throw seatProblem('seat.over_quota', { units: overSaid(over) })
  await seats.setSeats(
    by.db,
    rows.map(({ classSeatId }) => classSeatId),
    { state: 'offered', offerUntil: until },
  )
  const beyond = new Set(over.map(({ areaId }) => areaId))
  const told = rows.map(({ officialId, fromId }) => ({
    ...{ officialId, facts: { day: until, ...(beyond.has(fromId) && { because }) } },
  }))
  return toldOf('class.offered', told, { id: held.id, unit: held.areaId }, { trainingClassId: held.id })
})

export const answerOffer = change(contract.answerOffer, async (call) => {
  const by = byOf(call)
  const { classSeatId, seen, accepts, because } = call.input
  const { held, rows } = await mustHoldEach(by, [{ classSeatId, seen }], { deed: 'answer', right })
  const [seat] = rows
  if (!seat) throw seatProblem('seat.not_found')
  const { officialId, fromId: unit, offerUntil } = seat
  if (!accepts) {
    if (!because) throw seatProblem('seat.because')
    await seats.setSeats(by.db, [classSeatId], { state: 'declined', because: tidy(because) })
    return toldOf(
      'class.declined',
      [{ officialId, facts: { because } }],
      { id: held.id, unit },
      { trainingClassId: held.id },
    )
  }
  if (offerUntil !== null && offerUntil < by.today) throw seatProblem('seat.lapsed', { day: showDate(offerUntil) })
  await mustBeThere(by.db, [officialId], { held, unit })
  await mustBeFreeToLearn(by, [officialId], held)
  await seats.setSeats(by.db, [classSeatId], { state: 'enrolled' })
  await seats.settled(by.db, held.id, by.moment)
  return toldOf('class.accepted', [{ officialId }], { id: held.id, unit }, { trainingClassId: held.id })
})

export const withdrawSeat = change(contract.withdrawSeat, async (call) => {
  const by = byOf(call)
  const { classSeatId, seen, because } = call.input
  const { held, rows } = await mustHoldEach(by, [{ classSeatId, seen }], { deed: 'withdraw', right })
  await seats.setSeats(by.db, [classSeatId], { state: 'withdrawn', because: tidy(because) })
  await seats.settled(by.db, held.id, by.moment)
  const unit = rows[0]?.fromId ?? held.areaId
  const told = rows.map(({ officialId }) => ({ officialId, facts: { because } }))
  return toldOf('class.withdrawn', told, { id: held.id, unit }, { trainingClassId: held.id })
})

export const substituteSeat = change(contract.substituteSeat, async (call) => {
  const by = byOf(call)
  const { classSeatId, seen, follower, officialId, because } = call.input
  const { held, rows } = await mustHoldEach(by, [{ classSeatId, seen }], { deed: 'substitute', right })
  const [left] = rows
  if (!left) throw seatProblem('seat.not_found')
  const { fromId: unit } = left
  await mustBeThere(by.db, [officialId], { held, unit })
  const [known] = await seats.seatsAmong(by.db, held.id, [officialId])
  // Who waits for a seat may take this one.
  if (known && !mayBeNamedAgain(known.state) && known.state !== 'waiting' && known.state !== 'nominated')
    throw seatProblem('seat.named_already', { names: known.name })
  if (known) await seats.setSeats(by.db, [known.classSeatId], { state: 'enrolled' })
  else
    await seats.insertSeats(by.db, [
      {
        ...{ id: follower, class_id: held.id, official_id: officialId, from_id: unit, state: 'enrolled' },
      },
    ])
  const followedBy = known?.classSeatId ?? follower
  await seats.setSeats(by.db, [classSeatId], { state: 'substituted', because: tidy(because), followedBy })
  await mustBeFreeToLearn(by, [officialId], held)
  await seats.settled(by.db, held.id, by.moment)
  const facts = { follower: officialId, because }
  return toldOf(
    'class.substituted',
    [{ officialId: left.officialId, facts }],
    { id: held.id, unit },
    { trainingClassId: held.id },
  )
})
