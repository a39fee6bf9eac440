/** What the papers of a decision say of one household, fixed with its draft; and what the register says differently since. */
import type { Relation, Sex } from '#features/households/model.ts'
import type { Block } from '#features/rounds/model.ts'
import { blocksBy, defineBlocks } from '#features/rounds/rules/blocks.ts'
import type { supports } from '#features/standards/model/words.ts'
import { canonicalJson } from '#features/standards/rules/hash.ts'
import type { HouseholdId, ReviewCaseId } from '#kernel/ids.ts'

export type SaidMember = {
  readonly name: string
  readonly birthYear: number
  readonly sex: Sex
  readonly relation: Relation
  /** Code of the group, as the register has it. */
  readonly ethnicity: string
}

/** As the register stood on the day of the draft; `merit`, `noLabour` and `supports` from the answers decided on. */
export type EntryContent = {
  readonly head: string
  readonly address: string
  readonly village: string
  /** The head first, then by age. */
  readonly members: readonly SaidMember[]
  readonly merit: boolean
  readonly noLabour: boolean
  readonly supports: readonly (typeof supports)[number][]
}

/** As the register tells it of a day: a relation is null where the head has changed since and nothing was kept of it. */
export type RegisteredMember = Omit<SaidMember, 'relation'> & { readonly relation: Relation | null }
export type RegisteredContent = Omit<EntryContent, 'members'> & { readonly members: readonly RegisteredMember[] }

/** A household of the list as its papers are drawn: where it stands in the list, from one, and what they say. */
export type Fixed = { readonly place: number; readonly content: EntryContent }

const said = defineBlocks({
  elsewhere: {
    vi: '{count} hộ nay ở xã khác: {names}. Hãy rút dự thảo, mở lại bước kiểm tra rồi bàn giao các hộ ấy cho xã khác.',
    en: '{count} households live in another commune now: {names}. Withdraw the draft, go back to checking and hand them over.',
  },
  gone: {
    vi: '{count} hộ không còn ai trong sổ hộ.',
    en: 'Nobody is left in {count} households of the register.',
  },
  head: { vi: '{count} hộ có chủ hộ khác với dự thảo.', en: '{count} households have another head than in the draft.' },
  members: {
    vi: '{count} hộ có thành viên khác với dự thảo.',
    en: '{count} households have other members than in the draft.',
  },
  address: {
    vi: '{count} hộ có địa chỉ hoặc tên thôn khác với dự thảo.',
    en: '{count} households have another address or village name than in the draft.',
  },
})

/** Of members as the register has them, each relation of which nothing was kept as it was said: no difference is claimed. */
export const asSaidWhereUnknown = (
  register: readonly RegisteredMember[],
  said: readonly SaidMember[],
): readonly SaidMember[] =>
  register.map((member) => {
    const { name, birthYear, sex, relation } = member
    const known = said.filter((one) => one.birthYear === birthYear && one.sex === sex)
    const alike = known.find((one) => one.name === name) ?? known[0]
    return { ...member, relation: relation ?? alike?.relation ?? 'other' }
  })

type Compared = {
  readonly householdId: HouseholdId
  readonly caseId: ReviewCaseId | null
  readonly content: EntryContent
}

type Now = {
  readonly register: ReadonlyMap<HouseholdId, RegisteredContent>
  /** Who lives where the register is not read. */
  readonly elsewhere: ReadonlySet<HouseholdId>
}

/** What the register of today says differently from a draft, each household under every reason that concerns it. */
export function changedSince(entries: readonly Compared[], { register, elsewhere }: Now): Block[] {
  const found = { elsewhere: [], gone: [], head: [], members: [], address: [] } as Record<
    'elsewhere' | 'gone' | 'head' | 'members' | 'address',
    Compared[]
  >
  for (const entry of entries) {
    const [was, is] = [entry.content, register.get(entry.householdId)]
    if (elsewhere.has(entry.householdId)) found.elsewhere.push(entry)
    else if (!is || is.members.length === 0) found.gone.push(entry)
    else {
      if (was.head !== is.head) found.head.push(entry)
      if (canonicalJson(was.members) !== canonicalJson(asSaidWhereUnknown(is.members, was.members)))
        found.members.push(entry)
      if (was.address !== is.address || was.village !== is.village) found.address.push(entry)
    }
  }
  const concerned = (of: readonly Compared[]) =>
    of.map((one) => ({
      ...one,
      caseId: one.caseId as ReviewCaseId,
      headName: one.content.head,
      seen: one.caseId !== null,
    }))
  return blocksBy(said, [
    ['elsewhere', concerned(found.elsewhere)],
    ['gone', concerned(found.gone)],
    ['head', concerned(found.head)],
    ['members', concerned(found.members)],
    ['address', concerned(found.address)],
  ])
}
