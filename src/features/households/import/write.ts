/** Households of a checked file into the register: batches in one transaction, all or nothing. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, HouseholdId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import type { Services } from '#platform/server/services.ts'
import { enterMembers } from '../enter.ts'
import { addEvents, addHouseholds, refreshHouseholds, setHead } from '../store.ts'
import type { ReadHousehold } from './rules/group.ts'

const batch = 250

export type Writing = {
  readonly keys: Services['keys']
  readonly account: AccountId
  readonly listedOn: PlainDate
  readonly households: readonly ReadHousehold[]
}

export async function writeHouseholds(db: Db, writing: Writing): Promise<void> {
  for (let at = 0; at < writing.households.length; at += batch) {
    await writeBatch(db, { ...writing, households: writing.households.slice(at, at + batch) })
    await breathe()
  }
}

async function writeBatch(db: Db, { keys, account, listedOn: on, households }: Writing): Promise<void> {
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
