/** Households of a list as they enter the register. */
import type { PlainDate } from '#kernel/dates.ts'
import { newId } from '#platform/server/ids.ts'
import type { EnteringHousehold } from '../enter.ts'
import type { ReadHousehold } from './rules/group.ts'

export const listed =
  (on: PlainDate) =>
  (household: ReadHousehold): EnteringHousehold => ({
    householdId: newId<'household'>(),
    villageId: household.villageId,
    number: household.number,
    address: household.address,
    phone: household.phone,
    on,
    reason: 'listed',
    members: household.members.map(({ relation, person }) => ({ memberId: newId<'member'>(), relation, person })),
  })
