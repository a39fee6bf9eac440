/** The household moves to another village or address, or gets another number. The residence is dated. */
import { holdTreeStill, namesOn } from '#features/areas/queries.ts'
import { change, happened } from '#platform/server/handle.ts'
import type { Touches } from '#platform/server/touches.ts'
import * as contract from '../contract.ts'
import { householdEvent } from '../events.ts'
import { checkedText, mustBeVillage } from '../must.ts'
import { mustFollow, mustHaveCome } from '../rules/membership.ts'
import { moveHome, recountHomes } from '../store/households.ts'
import { residencesOf } from '../views.ts'
import { holdHousehold } from './ground.ts'
import { keptOf } from './record.ts'

export const moveHousehold = (touches: Touches) =>
  change(contract.moveHousehold, async ({ db, actor, input, today }) => {
    const { householdId, on, villageId } = input
    await holdTreeStill(db)
    const { household, before } = await holdHousehold({ db, actor }, householdId, 'to move')
    const after = { villageId, address: checkedText(input.address), number: checkedText(input.number) }
    mustHaveCome(on, today)
    const moves = villageId !== household.villageId || after.address !== household.address
    if (moves) {
      await touches.mustAllow(db, { of: 'household', id: householdId, act: 'household.moved', on })
      await mustBeVillage({ db, actor }, villageId, on)
      const [now] = await residencesOf(db, householdId)
      mustFollow(on, now?.from ?? household.startedOn, 'residence')
    }
    const names = await namesOn(db, [household.villageId, villageId], on)
    const said = (of: typeof after) => ({ village: names.get(of.villageId), address: of.address, number: of.number })
    const facts = { from: said(household), to: said(after) }
    await moveHome(db, householdId, {
      ...after,
      from: moves ? on : null,
      on,
      facts,
      before: keptOf(before, householdId),
    })
    if (moves) {
      await touches.follow(db, { of: 'household', id: householdId }, today)
      await recountHomes(db, [householdId], { been: [household.villageId], today })
    }
    return happened(
      householdEvent('household.moved', { subject: householdId, area: household.villageId, facts: { to: villageId } }),
      { householdId },
    )
  })
