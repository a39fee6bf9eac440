/** What the papers of a decision say wrongly of a household, line by line. */

import { relationWords } from '#features/households/model/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { ethnicGroups } from '#kernel/ethnicity.ts'
import { sexWords } from '#kernel/persons.ts'
import { asSaidWhereUnknown, type EntryContent, type RegisteredContent, type SaidMember } from '../rules/content.ts'
import { type Pair, pairs } from '../rules/pairs.ts'
import type { Difference, Told } from './model.ts'

/** A village by its name, and what it hangs under. */
export type Where = { readonly village: string; readonly within: string }

/** What the papers would say if they were drawn today: the register's names and data; what the survey said stays. */
export const corrected = (before: Told, register: RegisteredContent, { village, within }: Where): Told => ({
  class: before.class,
  content: {
    ...before.content,
    head: register.head,
    address: register.address,
    village,
    members: asSaidWhereUnknown(register.members, before.content.members),
  },
  within,
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

const words = {
  head: { vi: 'Họ tên chủ hộ', en: 'Head' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  village: { vi: 'Thôn, tổ dân phố', en: 'Village' },
  within: { vi: 'Xã, phường, tỉnh', en: 'Commune, province' },
  member: { vi: 'Thành viên', en: 'Member' },
  missing: { vi: 'Thành viên ghi thiếu', en: 'Member left out' },
  surplus: { vi: 'Thành viên ghi thừa', en: 'Member who was none' },
  count: { vi: 'Số nhân khẩu', en: 'Members' },
}

const memberWord = ({ was, is }: Pair) => (was === null ? words.missing : is === null ? words.surplus : words.member)

/** In the order of a certificate; empty where nothing is said differently. */
export function differences(was: Told, is: Told): Difference[] {
  const [before, after] = [was.content, is.content]
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
  return [...texts, ...withinApart(was, is), ...members, ...countApart(before, after)]
}

/** Nothing is claimed of what one of them does not say. */
const withinApart = ({ within: was }: Told, { within: is }: Told): Difference[] =>
  was === undefined || is === undefined || was === is ? [] : [{ what: words.within, was, is }]

function countApart(before: EntryContent, after: EntryContent): Difference[] {
  const [was, is] = [String(before.members.length), String(after.members.length)]
  return was === is ? [] : [{ what: words.count, was, is }]
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
