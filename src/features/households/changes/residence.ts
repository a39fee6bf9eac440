/** The household moves to another village or address, or gets another number. The residence is dated. */
import { holdTreeStill, namesOn } from '#features/areas/queries.ts'
import { change, happened } from '#platform/server/handle.ts'
import type { Touches } from '#platform/server/touches.ts'
import * as contract from '../contract.ts'
import { householdEvent } from '../events.ts'
import { checkedText, mustBeVillage } from '../must.ts'
import { mustFollow, mustHaveCome } from '../rules/membership.ts'
import { addEvents, moveResidence, refreshHouseholds, setNumber } from '../store/households.ts'
import { residencesOf } from '../views.ts'
import { holdHousehold } from './ground.ts'

export const moveHousehold = (touches: Touches) =>
  change(contract.moveHousehold, async ({ db, actor, input, today }) => {
    const { householdId, on, villageId } = input
    await holdTreeStill(db)
    const { household } = await holdHousehold({ db, actor }, householdId)
    const after = { villageId, address: checkedText(input.address), number: checkedText(input.number) }
    mustHaveCome(on, today)
    if (villageId !== household.villageId || after.address !== household.address) {
      await touches.mustAllow(db, { of: 'household', id: householdId, act: 'household.moved', on })
      await mustBeVillage({ db, actor }, villageId, on)
      const [now] = await residencesOf(db, householdId)
      mustFollow(on, now?.from ?? household.startedOn, 'residence')
      await moveResidence(db, householdId, { villageId, address: after.address, from: on })
      await touches.follow(db, { of: 'household', id: householdId })
    }
    if (after.number !== household.number) await setNumber(db, householdId, after.number)
    const names = await namesOn(db, [household.villageId, villageId], on)
    const said = (of: typeof after) => ({ village: names.get(of.villageId), address: of.address, number: of.number })
    const facts = { from: said(household), to: said(after) }
    await addEvents(db, actor.accountId, [{ householdId, kind: 'address_changed', on, facts }])
    await refreshHouseholds(db, [householdId])
    return happened(
      householdEvent('household.moved', { subject: householdId, area: household.villageId, facts: { to: villageId } }),
      { householdId },
    )
  })
