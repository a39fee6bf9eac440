/** What the papers of a decision say wrongly of a household, line by line. */
import { relationWords } from '#features/households/model/words.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import { ethnicGroups } from '#kernel/ethnicity.ts'
import { sexWords } from '#kernel/persons.ts'
import type { Said } from '#kernel/text.ts'
import { asSaidWhereUnknown, type EntryContent, type RegisteredContent, type SaidMember } from '../rules/content.ts'
import { type Pair, pairs } from '../rules/pairs.ts'
import type { Difference, PlaceNow, Told } from './model.ts'

/** A village by its name, and what it hangs under. */
export type Where = { readonly village: string; readonly within: string }

export const isSamePlace = (one: Where, other: Where): boolean =>
  one.village === other.village && one.within === other.within

type Fixed = { readonly then: Where; readonly now: PlaceNow | null; readonly fixed: string }

/**
 * What the papers should have said: the register's names and data of the day on which they were fixed; what the survey said
 * stays. What its place is called since is told beside it.
 */
export const corrected = (before: Told, register: RegisteredContent, { then, now, fixed }: Fixed): Told => ({
  class: before.class,
  content: {
    ...before.content,
    head: register.head,
    address: register.address,
    village: then.village,
    members: asSaidWhereUnknown(register.members, before.content.members),
  },
  within: then.within,
  ...(now && { now }),
  fixed,
})

type Writing = Pick<Told, 'within' | 'now'> & { readonly content: Pick<EntryContent, 'village'> }

type Standing = { readonly entryId: string; readonly certificateId: string | null }

/**
 * The id with which the papers were fixed; where they were put right before what was recorded of the day of the register later
 * was told apart, the certificate that says what had been recorded by then.
 */
export const fixedBy = ({ entryId, certificateId }: Standing, by: { readonly after: Told } | undefined): string =>
  by ? (by.after.fixed ?? certificateId ?? entryId) : entryId

/** Where its new certificate says that it lives; undefined of what is drafted before the whole place was kept. */
export const placeWritten = ({ content, within, now }: Writing): Pick<Where, 'village'> & Partial<Where> => ({
  village: content.village,
  ...(within !== undefined && { within }),
  ...now,
})

/** `Thôn 2 nay thuộc xã Kỳ Thượng, tỉnh Quảng Ninh từ ngày 20/11/2026`; null where it stands as it stood. */
export function placeNowSaid({ content: { village }, within, now }: Told): Said | null {
  if (!now) return null
  const on = now.from ? showDate(now.from) : ''
  const since = now.from ? { vi: ` từ ngày ${on}`, en: ` since ${on}` } : { vi: '', en: '' }
  const isRenamed = now.village !== village
  if (isRenamed && now.within === within)
    return { vi: `${village} nay là ${now.village}${since.vi}`, en: `${village} is now ${now.village}${since.en}` }
  return isRenamed
    ? {
        vi: `${village} nay là ${now.village}, thuộc ${now.within}${since.vi}`,
        en: `${village} is now ${now.village}, ${now.within}${since.en}`,
      }
    : { vi: `${village} nay thuộc ${now.within}${since.vi}`, en: `${village} belongs to ${now.within}${since.en}` }
}

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
  placeNow: { vi: 'Nơi ở theo địa giới hiện nay', en: 'Place as it is called today' },
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

/** What differs of a draft and the register of today: also what its place is called by now, which its papers would write. */
export function drifted(was: Told, is: Told): Difference[] {
  const found = differences(was, is)
  const [before, after] = [was, is].map(placeWritten).map(({ village, within }) => within && `${village}, ${within}`)
  if (found.length > 0 || !before || !after || before === after) return found
  return [{ what: words.placeNow, was: before, is: after }]
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

/** A paper that puts right: which one it ended, and which stands in its place. */
type Link = { readonly replaces: string; readonly successor: string | null }

/** Those that led to a certificate, the first one first; none where it is of the decision itself. */
export function ledTo<L extends Link>(all: readonly L[], certificate: string): L[] {
  const by = all.find(({ successor }) => successor === certificate)
  return by ? [...ledTo(all, by.replaces), by] : []
}

/** The last of those that followed on a certificate, one after the other; undefined where none did. */
export function lastAfter<L extends Link>(all: readonly L[], certificate: string): L | undefined {
  const by = all.find(({ replaces }) => replaces === certificate)
  return by?.successor ? (lastAfter(all, by.successor) ?? by) : by
}
