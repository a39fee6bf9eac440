/**
 * What is said beside the head: who follows, and what somebody is to that person. Where another is head than was seen, it
 * was said of somebody else: both readings are told, and a person says which holds.
 */
import { makerOf } from '#features/people/audit/maker.ts'
import type { HouseholdId, MemberId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import { same } from '#kernel/revisions.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { relationWords } from '../model/words.ts'
import type { Member, Relation } from '../model.ts'
import { relationTo } from '../rules/relations.ts'
import type { Held } from './ground.ts'
import { lastActs, mustNotTouch } from './since.ts'

export const headOf = ({ household, staying }: Pick<Held, 'household' | 'staying'>): Member | undefined =>
  staying.find(({ personId }) => personId === household.headPersonId)

type Following = {
  readonly householdId: HouseholdId
  readonly newHeadId: MemberId
  readonly was?: { readonly newHeadId?: MemberId } | undefined
}

/** Of an act that names the next head: refuses where another has become head since. */
export async function mustFollowHead(db: Db, held: Held, { householdId, newHeadId, was }: Following): Promise<void> {
  const edit = { was: was ?? null, wanted: { newHeadId }, now: { newHeadId: headOf(held)?.memberId } }
  const nameOf = (id: MemberId) => held.staying.find(({ memberId }) => memberId === id)?.name ?? ''
  await mustNotTouch(db, edit, {
    householdId,
    placeOf: () => ({ table: 'household', id: householdId, columns: ['head_person_id'] }),
    told: () => ({ said: { yours: nameOf(newHeadId), theirs: held.household.headName } }),
  })
}

/** Something said to the head of a household. */
type Relating<T> = {
  readonly field: 'relation' | 'relations'
  /** The head that was seen. */
  readonly headId: MemberId | undefined
  readonly yours: T
  /** The same to the head of today, by what that one was to the head before. */
  readonly likely: (newHeadWas: Relation) => T
  readonly words: (value: T, language: keyof Said) => string
}

/** Refuses where what was said to the head that was seen would be another thing to the head of today. */
export async function mustRelate<T>(db: Db, held: Held, { headId, field, yours, likely, words }: Relating<T>) {
  const { householdId, headName } = held.household
  const head = headOf(held)
  if (!headId || !head || headId === head.memberId) return
  const { villageId, actOn } = await lastActs(db, householdId)
  const act = actOn(({ table, columns }) => table === 'household' && columns.includes('head_person_id'))
  const before = act?.changes.find(({ table, id }) => table === 'members' && id === head.memberId)?.was?.relation
  const theirs = likely((before as Relation | undefined) ?? 'other')
  if (same(theirs, yours)) return
  const seenHead = held.members.find(({ memberId }) => memberId === headId)?.name ?? ''
  const said = {
    theirs: {
      vi: `${words(theirs, 'vi')}, tính theo chủ hộ nay là ${headName}`,
      en: `${words(theirs, 'en')}, to ${headName}, who is the head now`,
    },
    yours: {
      vi: `${words(yours, 'vi')}, như đã chọn khi chủ hộ là ${seenHead}`,
      en: `${words(yours, 'en')}, as chosen when ${seenHead} was the head`,
    },
  }
  const seen = { headId: head.memberId }
  const touching = [{ field, was: null, yours, theirs, seen, said, ...(await makerOf(db, villageId, act)) }]
  throw problem('record.changed_since', { count: 1, touching })
}

/** Of somebody who comes. */
export const comingAs = (relation: Relation, headId: MemberId | undefined): Relating<Relation> => ({
  field: 'relation',
  headId,
  yours: relation,
  likely: (newHeadWas) => relationTo(newHeadWas, relation),
  words: (value, language) => relationWords[value][language],
})

type Related = { readonly memberId: MemberId; readonly relation: Relation }

/** Of several who come. */
export const allComingAs = (
  relations: readonly Related[],
  { headId, members }: { headId: MemberId | undefined; members: readonly Member[] },
): Relating<readonly Related[]> => ({
  field: 'relations',
  headId,
  yours: relations,
  likely: (newHeadWas) => relations.map((one) => ({ ...one, relation: relationTo(newHeadWas, one.relation) })),
  words: (value, language) =>
    value
      .map(({ memberId, relation }) => {
        const name = members.find((one) => one.memberId === memberId)?.name ?? ''
        return `${name}: ${relationWords[relation][language]}`
      })
      .join('; '),
})
