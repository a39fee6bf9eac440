/** What each member is to a new head. */
import type { Relation } from '../model.ts'

/** Relations to a new head, by what the new head was to the old one and each other was; what cannot be told is `other`. */
const towards: Partial<Record<Relation, Partial<Record<Relation, Relation>>>> = {
  spouse: {
    head: 'spouse',
    child: 'child',
    child_in_law: 'child_in_law',
    grandchild: 'grandchild',
    parent: 'parent_in_law',
    parent_in_law: 'parent',
  },
  child: { head: 'parent', spouse: 'parent', child: 'sibling', parent: 'grandparent', parent_in_law: 'grandparent' },
  parent: { head: 'child', spouse: 'child_in_law', parent: 'spouse', child: 'grandchild', sibling: 'child' },
  sibling: { head: 'sibling', sibling: 'sibling', parent: 'parent', grandparent: 'grandparent' },
  child_in_law: { head: 'parent_in_law', spouse: 'parent_in_law' },
  grandchild: { head: 'grandparent', spouse: 'grandparent' },
  grandparent: { head: 'grandchild' },
  parent_in_law: { head: 'child_in_law', spouse: 'child', parent_in_law: 'spouse', child: 'grandchild' },
}

/** The same where it can be told; null where the official must say it. */
export const likelyTo = (newHeadWas: Relation, memberWas: Relation): Relation | null =>
  towards[newHeadWas]?.[memberWas] ?? null

/** The likely relation of a member to the new head; the official confirms it. */
export const relationTo = (newHeadWas: Relation, memberWas: Relation): Relation =>
  towards[newHeadWas]?.[memberWas] ?? 'other'
