/** A household is entered, a person joins one. */
import { change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import * as contract from '../contract.ts'
import { checkedName, enterMembers } from '../enter.ts'
import { householdEvent } from '../events.ts'
import { householdProblem } from '../problems.ts'
import { mustHaveOneHead, mustJoin } from '../rules/membership.ts'
import { addEvents, addHouseholds, refreshHouseholds, setHead } from '../store.ts'
import { checkedText, holdHousehold, mustBeVillage } from './ground.ts'

export const createHousehold = change(contract.createHousehold, async ({ db, actor, input, today, services }) => {
  const { householdId, villageId, on, reason } = input
  mustHaveOneHead(input.members)
  for (const { person } of input.members) mustJoin({ birth: person.birth, reason, on }, on, today)
  await mustBeVillage({ db, actor }, villageId, on)
  const head = input.members.find((member) => member.relation === 'head') ?? input.members[0]
  if (!head) throw householdProblem('household.one_head', { count: 0 })
  const headName = checkedName(head.person.name)
  const personId = newId<'person'>()
  const place = { villageId, number: checkedText(input.number), address: checkedText(input.address) }
  await addHouseholds(db, [{ householdId, ...place, headPersonId: personId, headName, startedOn: on }])
  const entered = await enterMembers(
    { db, keys: services.keys },
    input.members.map((member) => ({
      ...member,
      householdId,
      personId: member === head ? personId : newId<'person'>(),
      on,
      reason,
    })),
  )
  // A head who moved out elsewhere is known again by the citizen id, once the household stands to claim it.
  const known = entered.find((one) => one.memberId === head.memberId)
  if (known && known.personId !== personId) await setHead(db, householdId, { personId: known.personId, name: headName })
  await refreshHouseholds(db, [householdId])
  const facts = { members: entered.length, name: headName, reason }
  await addEvents(db, actor.accountId, [{ householdId, kind: reason, on, facts }])
  return happened(
    householdEvent('household.entered', { subject: householdId, area: villageId, facts: { members: entered.length } }),
    { householdId },
  )
})

const eventOf = { born: 'born', moved_in: 'moved_in', married: 'moved_in', listed: 'listed' } as const

export const addMember = change(contract.addMember, async ({ db, actor, input, today, services }) => {
  const { householdId, on, reason, relation, person, memberId } = input
  const { household, staying } = await holdHousehold({ db, actor }, householdId)
  mustJoin({ birth: person.birth, reason, on }, household.startedOn, today)
  mustHaveOneHead([...staying, { relation }])
  const [entered] = await enterMembers({ db, keys: services.keys }, [
    { householdId, memberId, personId: newId<'person'>(), relation, person, on, reason },
  ])
  await refreshHouseholds(db, [householdId])
  const facts = { memberId, name: entered?.person.name, relation, reason }
  await addEvents(db, actor.accountId, [{ householdId, kind: eventOf[reason], on, facts }])
  return happened(
    householdEvent('household.member_joined', {
      subject: householdId,
      area: household.villageId,
      facts: { memberId, reason },
    }),
    { householdId },
  )
})
