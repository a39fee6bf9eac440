/** What the papers of a decision say wrongly of a household, line by line. */
import { ethnicGroups } from '#features/households/model/ethnicity.ts'
import { relationWords, sexWords } from '#features/households/model/words.ts'
import { canonicalJson } from '#features/standards/rules/hash.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { asSaidWhereUnknown, type RegisteredContent, type SaidMember } from '../rules/content.ts'
import type { Difference, Told } from './model.ts'

/** What the papers would say if they were drawn today: the register's names and data; what the survey said stays. */
export const corrected = (before: Told, register: RegisteredContent): Told => ({
  class: before.class,
  content: {
    ...before.content,
    head: register.head,
    address: register.address,
    village: register.village,
    members: asSaidWhereUnknown(register.members, before.content.members),
  },
})

/** A member as a line of paper: `Nguyễn Thị Nhẫn, sinh năm 1985, Nữ, Chủ hộ, dân tộc Kinh`. */
const lineOf = (m: SaidMember): string =>
  [
    m.name,
    `sinh năm ${m.birthYear}`,
    sexWords[m.sex].vi,
    relationWords[m.relation].vi,
    `dân tộc ${ethnicGroups.find((g) => g.code === m.ethnicity)?.name ?? m.ethnicity}`,
  ].join(', ')

type Alike = (one: SaidMember, other: SaidMember) => boolean
/** Who is who where something of them differs, the surest first. */
const alikes: readonly Alike[] = [
  (one, other) => canonicalJson(one) === canonicalJson(other),
  (one, other) => one.name === other.name && one.birthYear === other.birthYear,
  (one, other) => one.birthYear === other.birthYear && one.sex === other.sex && one.relation === other.relation,
  (one, other) => one.name === other.name,
  (one, other) => one.birthYear === other.birthYear && one.sex === other.sex,
  (one, other) => one.relation === other.relation && one.relation !== 'child' && one.relation !== 'other',
]

type Pair = { readonly was: SaidMember | null; readonly is: SaidMember | null }

/** Members of before and after, each with the one that he is now; in the order of before, then who was left out. */
function pairs(before: readonly SaidMember[], after: readonly SaidMember[]): Pair[] {
  const found = new Map<SaidMember, SaidMember>()
  const taken = new Set<SaidMember>()
  for (const alike of alikes)
    for (const was of before) {
      if (found.has(was)) continue
      const is = after.find((one) => !taken.has(one) && alike(was, one))
      if (!is) continue
      found.set(was, is)
      taken.add(is)
    }
  return [
    ...before.map((was) => ({ was, is: found.get(was) ?? null })),
    ...after.filter((one) => !taken.has(one)).map((is) => ({ was: null, is })),
  ]
}

const words = {
  head: { vi: 'Họ tên chủ hộ', en: 'Head' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  village: { vi: 'Thôn, tổ dân phố', en: 'Village' },
  member: { vi: 'Thành viên', en: 'Member' },
  missing: { vi: 'Thành viên ghi thiếu', en: 'Member left out' },
  surplus: { vi: 'Thành viên ghi thừa', en: 'Member who was none' },
  count: { vi: 'Số nhân khẩu', en: 'Members' },
}

const memberWord = ({ was, is }: Pair) => (was === null ? words.missing : is === null ? words.surplus : words.member)

/** In the order of a certificate; empty where nothing is said differently. */
export function differences({ content: before }: Told, { content: after }: Told): Difference[] {
  const texts = (['head', 'address', 'village'] as const)
    .filter((key) => before[key] !== after[key])
    .map((key) => ({ what: words[key], was: before[key], is: after[key] }))
  const members = pairs(before.members, after.members)
    .map((pair) => ({
      what: memberWord(pair),
      was: pair.was ? lineOf(pair.was) : '',
      is: pair.is ? lineOf(pair.is) : '',
    }))
    .filter(({ was, is }) => was !== is)
  const [was, is] = [String(before.members.length), String(after.members.length)]
  return [...texts, ...members, ...(was === is ? [] : [{ what: words.count, was, is }])]
}

/** Where the register names nobody any more. */
export const nobodyLeft = ({ content }: Told): Difference => ({
  what: words.count,
  was: String(content.members.length),
  is: '0',
})

/** The day from which the certificate in the place of a wrong one holds, and the wrong one no longer does. */
export const holdsFrom = (signedOn: PlainDate, wrongFrom: PlainDate): PlainDate =>
  signedOn < wrongFrom ? wrongFrom : signedOn
