/**
 * Many households get another village in one act: those of a village that became several, or that moved together. Each is
 * asked about and kept as a single move is; who cannot be moved is told with the reason, and the others go all the same.
 */
import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { saidAlone } from '#kernel/alone.ts'
import { showDate } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import { compareNames, comparePeople, compareUnits } from '#kernel/order.ts'
import { Problem } from '#kernel/problem.ts'
import { type Call, change, happened } from '#platform/server/handle.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import type { Touches } from '#platform/server/touches.ts'
import * as contract from '../contract.ts'
import { householdEvent } from '../events.ts'
import type { LeftOut } from '../model/views.ts'
import { mustBeVillage } from '../must.ts'
import { householdProblem } from '../problems.ts'
import { getHouseholdHeld, type Household } from '../queries.ts'
import { mustHaveCome } from '../rules/membership.ts'
import { recountHomes } from '../store/households.ts'
import { comingWith, fromAfar } from './coming.ts'
import { mustBeSure } from './doubles.ts'
import { standingOf } from './record.ts'
import { mustGo, settleAt } from './residence.ts'

type Input = InputOf<typeof contract.moveHouseholds>
type Moving = Pick<Call<typeof contract.moveHouseholds>, 'db' | 'input' | 'today'> & {
  readonly touches: Touches
  readonly keys: Keys
  readonly names: ReadonlyMap<AreaId, string>
  /** Of the villages that they leave, those of another commune. */
  readonly afar: ReadonlySet<AreaId>
  /** Villages to be counted at last. */
  readonly been: AreaId[]
}

/** Where it was seen, where that is said. */
const seenAt = ({ was }: Input, { householdId }: Household): AreaId | undefined =>
  was?.homes?.find((one) => one.householdId === householdId)?.villageId

/** Refuses this household; nothing of it is written yet. Answers what its event says of a number that stands twice. */
async function mustMove({ db, input, today, touches, keys, names, afar }: Moving, household: Household) {
  const { householdId, number, endedOn } = household
  const { villageId, on, sure } = input
  if (endedOn) throw householdProblem('household.ended', { on: showDate(endedOn) })
  if (villageId === household.villageId) throw householdProblem('household.lives_there')
  if ((seenAt(input, household) ?? household.villageId) !== household.villageId)
    throw householdProblem('household.moved_since', { village: names.get(household.villageId) ?? '' })
  await mustGo(db, touches, { ...household, on })
  const coming = afar.has(household.villageId) ? await comingWith({ db, keys, today }, householdId) : { people: [] }
  return mustBeSure(db, { householdId, villageId, number, ...coming, today, sure })
}

/** Moves it, or says why it stays. Throws what is no refusal of this household. */
async function move(moving: Moving, household: Household): Promise<LeftOut | null> {
  const { db, input, today, touches, names } = moving
  const { householdId, number, headName } = household
  const sure = await mustMove(moving, household).catch((error: unknown) => {
    if (error instanceof Problem) return error
    throw error
  })
  if (sure instanceof Problem)
    return { householdId, number, headName, said: saidAlone(sure.said), withReason: sure.code === 'household.double' }
  const passed = await settleAt(db, {
    household,
    before: await standingOf(db, [householdId]),
    after: { villageId: input.villageId, address: household.address, number, phone: household.phone },
    on: input.on,
    names,
    said: { why: input.why, because: input.because.trim(), ...sure },
    today,
  })
  moving.been.push(...passed)
  await touches.follow(db, { of: 'household', id: householdId }, today)
  return null
}

/** As lists have them; they are held by now. */
const inOrder = (names: ReadonlyMap<string, string>) => (a: Household, b: Household) =>
  compareUnits(
    { areaId: a.villageId, name: names.get(a.villageId) ?? '' },
    { areaId: b.villageId, name: names.get(b.villageId) ?? '' },
  ) ||
  comparePeople(a.headName, b.headName) ||
  compareNames(a.number, b.number)

const events = { unit_changed: 'household.placed', moved: 'household.moved' } as const

export const moveHouseholds = (touches: Touches) =>
  change(contract.moveHouseholds, async ({ db, actor, input, today, services: { keys } }) => {
    const { villageId, on } = input
    mustHaveCome(on, today)
    await mustBeVillage({ db, actor }, villageId, on)
    const moved: Household[] = []
    const left: LeftOut[] = []
    const households: Household[] = []
    for (const id of input.householdIds.toSorted()) {
      const household = await getHouseholdHeld(db, id, 'to move')
      await mustBeAble({ db, actor }, 'household.write', household.villageId)
      households.push(household)
    }
    const been = [...new Set(households.map((one) => one.villageId))]
    const names = await namesOn(db, [...been, villageId], on)
    households.sort(inOrder(names))
    const afar = await fromAfar(db, been, { to: villageId, today })
    for (const household of households) {
      const stays = await move({ db, input, today, touches, keys, names, afar, been }, household)
      if (stays) left.push(stays)
      else moved.push(household)
    }
    const ids = moved.map((one) => one.householdId)
    const [first, ...others] = moved.map((one) =>
      householdEvent(events[input.why], { subject: one.householdId, area: one.villageId, facts: { to: villageId } }),
    )
    if (!first) throw householdProblem('household.none_moved', { left })
    await recountHomes(db, ids, { been, today })
    return happened(first, { moved: ids.toSorted(), left }, others)
  })
