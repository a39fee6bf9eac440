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
    vi: '{count} hộ nay ở xã khác. Hãy rút dự thảo, mở lại bước kiểm tra rồi bàn giao các hộ ấy cho xã khác.',
    en: '{count} households live in another commune now. Withdraw the draft, go back to checking and hand them over.',
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

const saidOfPrint = defineBlocks({
  elsewhere: {
    vi: '{count} hộ nay ở xã khác nên không nhập được trang ký. Hãy rút bản in này, mở lại bước kiểm tra rồi bàn giao các hộ ấy.',
    en: '{count} households live in another commune now, so the signed page cannot be entered. Withdraw this print, go back to checking and hand them over.',
  },
  ended: {
    vi: '{count} hộ đã kết thúc trong sổ hộ. Trang ký sau ngày hộ kết thúc thì không nhập được: hãy rút bản in này rồi lập lại.',
    en: '{count} households have ended in the register. A page signed after that day cannot be entered: withdraw this print and draft again.',
  },
  gone: {
    vi: '{count} hộ không còn ai trong sổ hộ.',
    en: 'Nobody is left in {count} households of the register.',
  },
  head: {
    vi: '{count} hộ nay có chủ hộ khác với bản in.',
    en: '{count} households have another head than in the print.',
  },
  members: {
    vi: '{count} hộ nay có thành viên khác với bản in.',
    en: '{count} households have other members than in the print.',
  },
  village: {
    vi: '{count} hộ nay ở thôn khác, hoặc thôn đã đổi tên, sáp nhập so với bản in.',
    en: '{count} households live in another village now, or theirs was renamed or merged since the print.',
  },
  address: {
    vi: '{count} hộ nay có địa chỉ khác với bản in.',
    en: '{count} households have another address than in the print.',
  },
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

const differences = ['elsewhere', 'gone', 'head', 'members', 'village', 'address'] as const
type Difference = (typeof differences)[number]

/** In what the register of today says otherwise of a household than its papers do. */
function differencesOf({ householdId, content: was }: Compared, { register, elsewhere }: Now): Difference[] {
  const is = register.get(householdId)
  if (elsewhere.has(householdId)) return ['elsewhere']
  if (!is || is.members.length === 0) return ['gone']
  const members = canonicalJson(was.members) !== canonicalJson(asSaidWhereUnknown(is.members, was.members))
  const found = {
    elsewhere: false,
    gone: false,
    head: was.head !== is.head,
    members,
    village: was.village !== is.village,
    address: was.address !== is.address,
  }
  return differences.filter((one) => found[one])
}

/** Households of a list as something is said of them. */
export const concerned = (of: readonly Compared[]) =>
  of.map((one) => ({
    ...one,
    caseId: one.caseId as ReviewCaseId,
    headName: one.content.head,
    seen: one.caseId !== null,
  }))

/** What the register of today says differently from a draft, each household under every reason that concerns it. */
export function changedSince(entries: readonly Compared[], now: Now): Block[] {
  const all = entries.map((entry) => ({ entry, in: differencesOf(entry, now) }))
  const by = (...of: readonly Difference[]) =>
    concerned(all.filter((one) => one.in.some((d) => of.includes(d))).map(({ entry }) => entry))
  return blocksBy(said, [
    ['elsewhere', by('elsewhere')],
    ['gone', by('gone')],
    ['head', by('head')],
    ['members', by('members')],
    ['address', by('address', 'village')],
  ])
}

/** `forbids`: what keeps the signed page from being entered; `differs`: what the paper may say, true as of its day. */
export type SincePrint = { readonly forbids: Block[]; readonly differs: Block[] }

/** The same of a print that waits for its signature. `ended`: households that stand no more. */
export function changedSincePrint(
  entries: readonly Compared[],
  now: Now & { readonly ended: ReadonlySet<HouseholdId> },
): SincePrint {
  const all = entries.map((entry) => ({
    entry,
    in: differencesOf(entry, now),
    ended: now.ended.has(entry.householdId),
  }))
  const standing = all.filter(({ ended }) => !ended)
  const of = (found: typeof all) => concerned(found.map(({ entry }) => entry))
  const by = (difference: Difference) => of(standing.filter((one) => one.in.includes(difference)))
  return {
    forbids: blocksBy(saidOfPrint, [
      ['elsewhere', by('elsewhere')],
      ['ended', of(all.filter(({ ended }) => ended))],
    ]),
    differs: blocksBy(saidOfPrint, [
      ['gone', by('gone')],
      ['head', by('head')],
      ['members', by('members')],
      ['village', by('village')],
      ['address', by('address')],
    ]),
  }
}
