/** What the papers of a decision say of one household, fixed with its draft; and what the register says differently since. */
import type { Relation } from '#features/households/model.ts'
import type { Block } from '#features/rounds/model.ts'
import { blocksBy, type Concerned, defineBlocks } from '#features/rounds/rules/blocks.ts'
import { canonicalJson } from '#features/standards/rules/hash.ts'
import type { HouseholdId, ReviewCaseId } from '#kernel/ids.ts'
import { apartOf } from './apart.ts'
import type { EntryContent, SaidMember } from './said.ts'

export type { EntryContent, SaidMember }

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
  absent: {
    vi: '{count} hộ đã ra khỏi kỳ nay lại ở trong các thôn của kỳ mà dự thảo không có. Lập lại dự thảo để đưa các hộ ấy vào.',
    en: '{count} households that had left the round live in its villages again and are not in the draft. Draft again to take them in.',
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
  absent: {
    vi: '{count} hộ đã ra khỏi kỳ nay lại ở trong các thôn của kỳ mà bản in không có: ban hành thì các hộ ấy không được xếp diện theo quyết định này. Muốn đưa các hộ ấy vào, hãy rút bản in rồi lập lại.',
    en: '{count} households that had left the round live in its villages again and are not in the print: in force, it gives them no class. To take them in, withdraw the print and draft again.',
  },
})

type Compared = {
  readonly householdId: HouseholdId
  readonly caseId: ReviewCaseId | null
  /** Of a household whose register is not read, ''. */
  readonly number: string
  readonly content: EntryContent
}

type Now = {
  /** Who had left the round, lives in its villages again, and is not among the entries. */
  readonly absent: readonly Concerned[]
  readonly register: ReadonlyMap<HouseholdId, RegisteredContent>
  /** Who lives where the register is not read. */
  readonly elsewhere: ReadonlySet<HouseholdId>
}

const differences = ['elsewhere', 'gone', 'head', 'members', 'village', 'address'] as const
type Difference = (typeof differences)[number]

/** In what the register of today says otherwise of a household than its papers do. */
function differencesOf(
  { householdId, content: was }: Compared,
  { register, elsewhere }: Omit<Now, 'absent'>,
): Difference[] {
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

/** In short words what it says otherwise, of what is asked. */
function apartIn({ householdId, content: was }: Compared, of: readonly Difference[], { register }: Now) {
  const is = register.get(householdId)
  if (!is) return {}
  const members = asSaidWhereUnknown(is.members, was.members)
  const said = apartOf(was, { ...is, members }, of)
  return said ? { differs: said } : {}
}

/** Households of a list as something is said of them; `now`: with what differs of these. */
export const concerned = (of: readonly Compared[], now?: Now, why: readonly Difference[] = []) =>
  of.map((one) => ({
    ...one,
    caseId: one.caseId as ReviewCaseId,
    headName: one.content.head,
    villageName: one.content.village,
    seen: one.caseId !== null,
    ...(now ? apartIn(one, why, now) : {}),
  }))

/** What the register of today says differently from a draft, each household under every reason that concerns it. */
export function changedSince(entries: readonly Compared[], now: Now): Block[] {
  const all = entries.map((entry) => ({ entry, in: differencesOf(entry, now) }))
  const by = (...of: readonly Difference[]) =>
    concerned(
      all.filter((one) => one.in.some((d) => of.includes(d))).map(({ entry }) => entry),
      now,
      of,
    )
  return blocksBy(said, [
    ['elsewhere', by('elsewhere')],
    ['gone', by('gone')],
    ['head', by('head')],
    ['members', by('members')],
    ['address', by('address', 'village')],
    ['absent', now.absent],
  ])
}

/** `forbids`: what keeps the signed page from being entered; `differs`: what the paper may say, true as of its day. */
export type SincePrint = {
  readonly forbids: Block[]
  readonly differs: Block[]
  /** How many they concern, each counted once. */
  readonly households: number
}

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
  const of = (found: typeof all, why: readonly Difference[] = []) =>
    concerned(
      found.map(({ entry }) => entry),
      now,
      why,
    )
  const by = (difference: Difference) =>
    of(
      standing.filter((one) => one.in.includes(difference)),
      [difference],
    )
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
      ['absent', now.absent],
    ]),
    households: all.filter((one) => one.ended || one.in.length > 0).length + now.absent.length,
  }
}
