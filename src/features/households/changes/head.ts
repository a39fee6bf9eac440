/** Another person becomes head: relations are said anew, the household is called by the new head's name. */
import type { PlainDate } from '#kernel/dates.ts'
import type { MemberId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import type { Touches } from '#platform/server/touches.ts'
import * as contract from '../contract.ts'
import { householdEvent } from '../events.ts'
import type { Member, Relation } from '../model.ts'
import { householdProblem } from '../problems.ts'
import { findLastHeadChange } from '../queries.ts'
import { mustFollow, mustHaveCome, mustHaveOneHead } from '../rules/membership.ts'
import { relationTo } from '../rules/relations.ts'
import { type NewEvent, refreshHouseholds, setHead } from '../store/households.ts'
import { setRelation } from '../store/members.ts'
import { mustBeSure } from './doubles.ts'
import { getStaying, type Held, holdHousehold } from './ground.ts'
import { record } from './record.ts'
import { mustFollowHead } from './relative.ts'

export type NewHead = {
  readonly head: Member
  readonly on: PlainDate
  readonly relations?: readonly { readonly memberId: MemberId; readonly relation: Relation }[]
}

/** What each is to the new head: as said, or as far as it follows from what both were to the one before. */
function relatedAnew(head: Member, among: readonly Member[], relations: NonNullable<NewHead['relations']>): Member[] {
  const said = new Map(relations.map((one) => [one.memberId, one.relation]))
  return among.map((member) => ({
    ...member,
    relation:
      member.memberId === head.memberId
        ? ('head' as const)
        : (said.get(member.memberId) ?? relationTo(head.relation, member.relation)),
  }))
}

/** Makes one of `among` (those who stay) the head, and answers the event. Days of changes of head stand in order. */
export async function passHead(db: Db, { household }: Held, among: readonly Member[], to: NewHead): Promise<NewEvent> {
  const { head, on, relations = [] } = to
  const { householdId } = household
  const last = await findLastHeadChange(db, householdId)
  mustFollow(on, head.joinedOn, 'joined')
  if (last) mustFollow(on, last, 'headBefore')
  const after = relatedAnew(head, among, relations)
  mustHaveOneHead(after, 'relations')
  for (const { memberId, relation } of after) await setRelation(db, householdId, memberId, relation)
  await setHead(db, householdId, { personId: head.personId, name: head.name })
  const [was, is] = [
    { fromPerson: household.headPersonId, from: household.headName },
    { toPerson: head.personId, to: head.name },
  ]
  return { householdId, kind: 'head_changed', on, facts: { ...was, ...is } }
}

export const changeHead = (touches: Touches) =>
  change(contract.changeHead, async ({ db, actor, input, today }) => {
    const held = await holdHousehold({ db, actor }, input.householdId)
    const intent = { of: 'household', id: input.householdId, act: 'household.head_changed', on: input.on } as const
    await touches.mustAllow(db, intent)
    const { household, staying } = held
    mustHaveCome(input.on, today)
    const head = getStaying(held, input.newHeadId)
    await mustFollowHead(db, held, input)
    if (head.personId === household.headPersonId) throw householdProblem('household.already_head', { name: head.name })
    const { on, relations = [] } = input
    const { householdId, villageId } = household
    const heading = { head, among: staying }
    const kin = { all: relatedAnew(head, staying, relations), of: relations.map(({ memberId }) => memberId) }
    const sure = await mustBeSure(db, { householdId, villageId, people: [], heading, kin, today, sure: input.sure })
    const event = await passHead(db, held, staying, { head, on, relations })
    const said = { ...event, facts: { ...event.facts, ...sure } }
    await record(db, { account: actor.accountId, before: held.before }, [said])
    await refreshHouseholds(db, [household.householdId], today)
    return happened(
      householdEvent('household.head_changed', {
        subject: household.householdId,
        area: household.villageId,
        facts: { memberId: head.memberId },
      }),
      { householdId: household.householdId },
    )
  })
