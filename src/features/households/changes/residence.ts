/** The household moves to another village or address, or gets another number or telephone number. The residence is dated. */
import { holdTreeStill, namesOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import type { Touches } from '#platform/server/touches.ts'
import * as contract from '../contract.ts'
import { householdEvent } from '../events.ts'
import { checkedPhone, checkedText, mustBeVillage } from '../must.ts'
import type { Household } from '../queries.ts'
import { mustFollow, mustHaveCome } from '../rules/membership.ts'
import { liveOn, moveHome, recountHomes } from '../store/households.ts'
import { residencesOf } from '../views.ts'
import { comingWith, fromAfar } from './coming.ts'
import { mustBeSure } from './doubles.ts'
import { holdHousehold } from './ground.ts'
import { keptOf, type Standing } from './record.ts'
import { mustNotTouch } from './since.ts'

type Place = { readonly villageId: AreaId; readonly address: string; readonly number: string; readonly phone: string }
type Input = InputOf<typeof contract.moveHousehold>

const placeNow = ({ villageId, address, number, phone }: Household): Place => ({ villageId, address, number, phone })

/** Where it lives after the change: what its maker left as it was stays as it stands now. */
async function placeAfter(db: Db, household: Household, input: Input): Promise<Place> {
  const { householdId, villageId, was } = input
  const now = placeNow(household)
  const wanted: Partial<Place> = {
    villageId,
    address: checkedText(input.address, 'address'),
    number: checkedText(input.number, 'number'),
    ...(input.phone !== undefined && { phone: checkedPhone(input.phone) }),
  }
  const names = await namesOn(db, [household.villageId, villageId], input.on)
  const columns: Readonly<Record<string, string>> = { villageId: 'village_id', phone: 'contact_phone' }
  const set = await mustNotTouch(
    db,
    { was: was ?? null, wanted, now },
    {
      householdId,
      placeOf: (field) => ({ table: 'household', id: householdId, columns: [columns[field] ?? field] }),
      told: ({ field }) =>
        field === 'villageId'
          ? { said: { yours: names.get(villageId) ?? '', theirs: names.get(household.villageId) ?? '' } }
          : {},
    },
  )
  return { ...now, ...set }
}

type Placing = { household: Household; after: Place; input: Input; today: PlainDate; keys: Keys }

/** Asked where another household of the village has the number, or its people stand in the commune already. */
async function sureOf(db: Db, { household, after, input, today, keys }: Placing) {
  const { villageId, number } = after
  if (villageId === household.villageId && number === household.number) return {}
  const afar = await fromAfar(db, [household.villageId], { to: villageId, today })
  const coming = afar.size > 0 ? await comingWith({ db, keys, today }, household.householdId) : { people: [] }
  return mustBeSure(db, { householdId: input.householdId, villageId, number, ...coming, today, sure: input.sure })
}

type Going = Pick<Household, 'householdId' | 'startedOn'> & { readonly on: PlainDate }

/** May it live elsewhere from the day on? The village was asked about before. */
export async function mustGo(db: Db, touches: Touches, { householdId, startedOn, on }: Going): Promise<void> {
  await touches.mustAllow(db, { of: 'household', id: householdId, act: 'household.moved', on })
  const [now] = await residencesOf(db, householdId)
  mustFollow(on, now?.from ?? startedOn, 'residence')
}

type Settling = {
  readonly household: Household
  readonly before: Standing
  readonly after: Place
  readonly on: PlainDate
  readonly names: ReadonlyMap<AreaId, string>
  /** What the event says besides from where to where. */
  readonly said: Readonly<Record<string, unknown>>
  readonly today: PlainDate
}

/**
 * Writes where it lives; of a village or address that it had, only its numbers. Answers the villages through which it came to
 * what a village that has ended has become.
 */
export async function settleAt(db: Db, settling: Settling): Promise<readonly AreaId[]> {
  const { household, before, after, on, names, said, today } = settling
  const { householdId } = household
  const place = ({ villageId, ...of }: Place) => ({ village: names.get(villageId), ...of })
  const from = goesElsewhere(household, after) ? on : null
  const facts = { from: place(placeNow(household)), to: place(after), ...said }
  await moveHome(db, householdId, { ...after, from, on, facts, before: keptOf(before, householdId) })
  return from ? liveOn(db, [householdId], today) : []
}

const goesElsewhere = (household: Household, { villageId, address }: Place): boolean =>
  villageId !== household.villageId || address !== household.address

export const moveHousehold = (touches: Touches) =>
  change(contract.moveHousehold, async ({ db, actor, input, today, services: { keys } }) => {
    const { householdId, on } = input
    await holdTreeStill(db)
    const { household, before } = await holdHousehold({ db, actor }, householdId, 'to move')
    const after = await placeAfter(db, household, input)
    const { villageId } = after
    mustHaveCome(on, today)
    const moves = goesElsewhere(household, after)
    if (moves) {
      await mustBeVillage({ db, actor }, villageId, on)
      await mustGo(db, touches, { ...household, on })
    } else mustFollow(on, household.startedOn, 'household')
    const said = await sureOf(db, { household, after, input, today, keys })
    const been = [household.villageId]
    if (moves || after.number !== household.number || after.phone !== household.phone) {
      const names = await namesOn(db, [household.villageId, villageId], on)
      been.push(...(await settleAt(db, { household, before, after, on, names, said, today })))
    }
    if (moves) {
      await touches.follow(db, { of: 'household', id: householdId }, today)
      await recountHomes(db, [householdId], { been, today })
    }
    return happened(
      householdEvent('household.moved', { subject: householdId, area: household.villageId, facts: { to: villageId } }),
      { householdId },
    )
  })
