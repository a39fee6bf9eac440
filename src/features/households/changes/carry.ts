/** Members go from one household to another within the register: the person and the numbers go along, sealed anew. */
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import type { Services } from '#platform/server/services.ts'
import { moveIdentity, openNumbers, sealNumbers } from '../identity.ts'
import type { Member, Relation } from '../model.ts'
import { addMembers, endStays, sealedOf } from '../store/members.ts'

export type Carrying = {
  readonly from: HouseholdId
  readonly to: { readonly household: HouseholdId; readonly home: AreaId }
  readonly on: PlainDate
  readonly reason: 'split' | 'merged'
  readonly members: readonly (Member & { readonly newRelation: Relation })[]
}

/** Ends the stays in one household and begins them in the other, on the same day. Facts go along as last known. */
export async function carryMembers(db: Db, keys: Services['keys'], carrying: Carrying): Promise<void> {
  const { from, to, on, reason, members } = carrying
  if (members.length === 0) return
  const ids = members.map((member) => member.memberId)
  const sealed = new Map((await sealedOf(db, from, ids)).map((row) => [row.id, row]))
  await endStays(db, from, ids, { on, reason })
  await addMembers(
    db,
    members.map((member) => {
      const memberId = newId<'member'>()
      const held = sealed.get(member.memberId)
      const numbers = held ? openNumbers(keys, member.memberId, held) : { citizenId: null, insuranceNo: null }
      return {
        householdId: to.household,
        memberId,
        personId: member.personId,
        person: member,
        facts: member.facts,
        relation: member.newRelation,
        sealed: sealNumbers(keys, memberId, numbers),
        joinedOn: on,
        joinReason: reason,
      }
    }),
  )
  await moveIdentity(
    db,
    members.map((member) => member.personId),
    to,
  )
}
