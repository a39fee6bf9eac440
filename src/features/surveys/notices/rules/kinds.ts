/** What a notice of each kind must say, and what may be answered to it. Pure: the phone asks it before it sends. */
import type { PlainDate } from '#kernel/dates.ts'
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

export const lackingSaid = (what: readonly Said[]): Said => ({
  vi: what.map(({ vi }) => vi).join(', '),
  en: what.map(({ en }) => en).join(', '),
})

/** The first day of those told that lies after the one on which they were told. */
export const dayToCome = ({ on, days = [] }: Details, made: PlainDate): PlainDate | null =>
  [...(on ? [on] : []), ...days].find((day) => day > made) ?? null

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
