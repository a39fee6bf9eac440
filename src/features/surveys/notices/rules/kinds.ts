/** What a notice of each kind must say, and what may be answered to it. Pure: the phone asks it before it sends. */
import { type PlainDate, showDate, yearOf } from '#kernel/dates.ts'
import { phoneFault, tidyPhone } from '#kernel/phones.ts'
import { type Said, tidy } from '#kernel/text.ts'
import type { Details } from '../model.ts'
import type { NoticeKind, Outcome } from '../words.ts'

type Told = { readonly kind: NoticeKind; readonly headName: string; readonly details: Details }

const lacks = {
  head: { vi: 'họ tên chủ hộ', en: 'the name of the head' },
  address: { vi: 'chỗ ở', en: 'where the house stands' },
  why: { vi: 'vì sao cần khảo sát', en: 'why it should be surveyed' },
  said: { vi: 'hộ nói thế nào', en: 'what they said' },
  days: { vi: 'ngày đã đến', en: 'the days on which you went' },
  other: { vi: 'hộ trùng', en: 'the other household' },
} as const satisfies Record<string, Said>

const has = (text: string | undefined): boolean => tidy(text ?? '') !== ''

/** What is missing, in words; nothing where it can go out. */
export function lacking({ kind, headName, details }: Told): Said[] {
  const needs: Partial<Record<NoticeKind, readonly (readonly [boolean, Said])[]>> = {
    unlisted: [
      [has(headName), lacks.head],
      [has(details.address), lacks.address],
      [has(details.words), lacks.why],
    ],
    refuses: [[has(details.words), lacks.said]],
    absent: [[(details.days ?? []).length > 0, lacks.days]],
    double: [[details.otherId !== undefined, lacks.other]],
  }
  return (needs[kind] ?? []).flatMap(([there, what]) => (there ? [] : [what]))
}

/** Sentences one after the other. */
export const joined = (said: readonly Said[]): Said => ({
  vi: said.map(({ vi }) => vi).join(' '),
  en: said.map(({ en }) => en).join(' '),
})

export const lackingSaid = (what: readonly Said[]): Said => ({
  vi: what.map(({ vi }) => vi).join(', '),
  en: what.map(({ en }) => en).join(', '),
})

/** Longer ago than anybody tells of at a door. */
const mostYears = 20

export type Odd = { readonly at: 'birthYear' | 'phone' | 'days' | 'on'; readonly said: Said }
const odd = (at: Odd['at'], vi: string, en: string): Odd => ({ at, said: { vi, en } })

/** What of it cannot be, told on the day `made`: days and years to come or long past, one day told twice, what is no phone number. */
export function oddIn({ on, days = [], birthYear, phone = '' }: Details, made: PlainDate): Odd[] {
  const first = `${yearOf(made) - mostYears}-01-01`
  const dayOdd = (at: 'days' | 'on', day: PlainDate): Odd[] => {
    if (day > made) return [odd(at, `Ngày ${showDate(day)} chưa đến.`, `${showDate(day)} is still to come.`)]
    return day < first ? [odd(at, `Ngày ${showDate(day)} đã quá lâu.`, `${showDate(day)} is too long ago.`)] : []
  }
  const undialled = phoneFault(tidyPhone(phone))
  const twice = days.find((day, n) => days.indexOf(day) !== n)
  return [
    ...(on ? dayOdd('on', on) : []),
    ...days.flatMap((day) => dayOdd('days', day)),
    ...(twice ? [odd('days', `Ngày ${showDate(twice)} ghi hai lần.`, `${showDate(twice)} stands there twice.`)] : []),
    ...(birthYear !== undefined && birthYear > yearOf(made)
      ? [odd('birthYear', `Năm sinh ${birthYear} chưa đến.`, `The year ${birthYear} is still to come.`)]
      : []),
    ...(undialled ? [{ at: 'phone' as const, said: undialled }] : []),
  ]
}

export const outcomesOf: Readonly<Record<NoticeKind, readonly Outcome[]>> = {
  unlisted: ['added', 'listed_already', 'not_of_village'],
  moved: ['departed', 'not_moved'],
  refuses: ['convinced', 'other_person', 'stands'],
  absent: ['again', 'other_person', 'stands'],
  double: ['merged', 'two'],
  gone: ['ended', 'not_gone'],
}

/** Outcomes that say what the register must say first. */
export const isOfRegister = (outcome: Outcome): boolean => ['departed', 'merged', 'ended'].includes(outcome)
