/** A household is entered, a person joins one. */
import type { HouseholdId, MemberId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import type { Touches } from '#platform/server/touches.ts'
import * as contract from '../contract.ts'
import { enterHouseholds, enterMembers } from '../enter.ts'
import { householdEvent } from '../events.ts'
import { hashesOf } from '../identity.ts'
import { mustBeVillage } from '../must.ts'
import { householdProblem } from '../problems.ts'
import { mustHaveOneHead, mustJoin } from '../rules/membership.ts'
import { communeToday, holdEntering } from '../store/doubles.ts'
import { refreshHouseholds } from '../store/households.ts'
import { waitingIdentities } from '../store/image.ts'
import { inUseElsewhere } from '../store/members.ts'
import { mustBeSure } from './doubles.ts'
import { holdHousehold } from './ground.ts'
import { record } from './record.ts'
import { comingAs, mustRelate } from './relative.ts'

async function mustBeNew(db: Db, ids: readonly MemberId[], householdId: HouseholdId): Promise<void> {
  if (await inUseElsewhere(db, ids, householdId)) throw householdProblem('household.member_id_taken')
}

export const createHousehold = change(contract.createHousehold, async ({ db, actor, input, today, services }) => {
  const { householdId, villageId, number, on, members } = input
  await mustBeVillage({ db, actor }, villageId, on)
  const ids = members.map(({ memberId }) => memberId)
  await mustBeNew(db, ids, householdId)
  // Two who enter the same in one second would both find it new.
  await holdEntering(db, await communeToday(db, villageId, today))
  const people = members.map(({ memberId, person }) => ({ memberId, ...person }))
  const head = members.find(({ relation }) => relation === 'head')?.person
  const heading = head && { head, among: people }
  const all = members.map(({ memberId, relation, person }) => ({ memberId, relation, ...person }))
  const kin = { all, of: all.map(({ memberId }) => memberId) }
  const insured = { keys: services.keys, people }
  const asking = { householdId, villageId, number, people, insured, heading, kin, today }
  const { sure } = await mustBeSure(db, { ...asking, sure: input.sure })
  await enterHouseholds({ db, actor, services, today }, [{ ...input, sure }])
  const facts = { members: members.length }
  return happened(householdEvent('household.entered', { subject: householdId, area: villageId, facts }), {
    householdId,
  })
})

const eventOf = { born: 'born', moved_in: 'moved_in', married: 'moved_in', listed: 'listed' } as const

export const addMember = (touches: Touches) =>
  change(contract.addMember, async ({ db, actor, input, today, services }) => {
    const { householdId, on, reason, relation, person, memberId } = input
    const held = await holdHousehold({ db, actor }, householdId)
    const { household, staying, before } = held
    await touches.mustAllow(db, { of: 'household', id: householdId, act: 'household.member_joined', on })
    await mustBeNew(db, [memberId], householdId)
    mustJoin({ birth: person.birth, reason, on }, household.startedOn, today)
    mustHaveOneHead([...staying, { relation }], 'relation')
    await mustRelate(db, held, comingAs(relation, input.was?.headId))
    const { villageId } = household
    const people = [{ memberId, ...person }]
    const comes = { memberId, relation, ...person, married: reason === 'married' }
    const kin = { all: [...staying, comes], of: [memberId] }
    const insured = { keys: services.keys, people }
    const sure = await mustBeSure(db, { householdId, villageId, people, insured, kin, today, sure: input.sure })
    const waiting = await waitingIdentities(db, hashesOf(services.keys, person))
    const [entered] = await enterMembers({ db, actor, services }, [
      {
        householdId,
        homeId: household.villageId,
        memberId,
        personId: newId<'person'>(),
        relation,
        person,
        on,
        reason,
        at: 'person',
      },
    ])
    await refreshHouseholds(db, [householdId], today)
    const facts = { memberId, name: entered?.person.name, relation, reason, ...sure }
    const standing = { ...before, identities: [...before.identities, ...waiting] }
    const event = { householdId, kind: eventOf[reason], on, facts } as const
    await record(db, { account: actor.accountId, before: standing }, [event])
    return happened(
      householdEvent('household.member_joined', {
        subject: householdId,
        area: household.villageId,
        facts: { memberId, reason },
      }),
      { householdId },
    )
  })
