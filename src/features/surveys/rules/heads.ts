/** Who heads a household by its form. */
import { relationTo } from '#features/households/rules/relations.ts'
import type { Facts, Member } from '#features/standards/model/facts.ts'

/** Another head: what the others were to the old one turns; where that cannot be told, it is asked anew. */
export function withHead(facts: Facts, id: string): Facts {
  const members = facts.members ?? []
  const was = members.find((one) => one.id === id)?.relation
  const turned = ({ relation: before, ...one }: Member): Member => {
    if (one.id === id) return { ...one, relation: 'head' }
    return was && was !== 'head' && before ? { ...one, relation: relationTo(was, before) } : one
  }
  return { ...facts, members: members.map(turned) }
}
