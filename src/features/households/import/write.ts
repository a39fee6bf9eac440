/** Households of a checked file into the register: batches in one transaction, all or nothing. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, HouseholdId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import type { Services } from '#platform/server/services.ts'
import { enterMembers } from '../enter.ts'
import { addEvents, addHouseholds, refreshHouseholds, setHead } from '../store.ts'
import { opened } from './batches.ts'
import type { ReadHousehold } from './rules/group.ts'

export type Writing = {
  readonly keys: Services['keys']
  readonly account: AccountId
  readonly listedOn: PlainDate
}

export async function writeHouseholds(db: Db, writing: Writing, batches: readonly Uint8Array[]): Promise<void> {
  for (const batch of batches) {
    await writeBatch(db, writing, opened(batch))
    await breathe()
  }
}

async function writeBatch(
  db: Db,
  { keys, account, listedOn: on }: Writing,
  households: readonly ReadHousehold[],
): Promise<void> {
  const named = households.map((household) => ({
    ...household,
    householdId: newId<'household'>(),
    headPersonId: newId<'person'>(),
    headName: household.head.person.name,
    startedOn: on,
  }))
  await addHouseholds(db, named)
  const entering = named.flatMap(({ householdId, headPersonId, head, members }) =>
    members.map((member) => ({
      householdId,
      memberId: newId<'member'>(),
      personId: member === head ? headPersonId : newId<'person'>(),
      relation: member.relation,
      person: member.person,
      on,
      reason: 'listed' as const,
    })),
  )
  const entered = await enterMembers({ db, keys }, entering)
  // Heads who moved out elsewhere and are known again by their citizen id.
  const planned = new Map<HouseholdId, string>(
    named.map((household) => [household.householdId, household.headPersonId]),
  )
  for (const { householdId, personId, relation, person } of entered)
    if (relation === 'head' && planned.get(householdId) !== personId)
      await setHead(db, householdId, { personId, name: person.name })
  await addEvents(
    db,
    account,
    named.map((household) => listedEvent(household, on)),
  )
  await refreshHouseholds(
    db,
    named.map((household) => household.householdId),
  )
}

const listedEvent = (
  { householdId, headName, members }: { householdId: HouseholdId; headName: string; members: readonly unknown[] },
  on: PlainDate,
) => ({
  householdId,
  kind: 'listed' as const,
  on,
  facts: { members: members.length, name: headName, reason: 'listed' },
})
