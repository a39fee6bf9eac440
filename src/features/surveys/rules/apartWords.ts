/** Differences between survey and register, in words: on the page of a case, in a refusal, at a draft. */

import { fieldWords, leaveWords } from '#features/households/model/words.ts'
import type { LeaveReason } from '#features/households/model.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import { fill, type Said, saidOf } from '#kernel/text.ts'
import type { Apart, ApartKind } from './learned.ts'

export const apartWords: Readonly<Record<ApartKind, Said>> = {
  joined: { vi: '{name} có trong phiếu, không có trong sổ hộ', en: '{name} is in the survey, not in the register' },
  left: { vi: '{name} có trong sổ hộ, không có trong phiếu', en: '{name} is in the register, not in the survey' },
  corrected: { vi: '{name}: {what} trong phiếu khác sổ hộ', en: '{name}: {what} differ between survey and register' },
  head: { vi: 'theo phiếu, chủ hộ là {name}', en: 'by the survey, {name} is the head' },
  headless: { vi: 'phiếu không nói đúng một người là chủ hộ', en: 'the survey does not name exactly one head' },
}

const pathsSaid = (paths: readonly string[], language: keyof Said): string =>
  Object.entries(fieldWords)
    .flatMap(([key, words]) => (paths.includes(`members[].${key}`) ? [words[language]] : []))
    .join(', ')

const goneSaid = ({ gone }: Pick<Apart, 'gone'>, language: keyof Said): string => {
  if (!gone) return ''
  const how = saidOf(leaveWords, gone.reason)[language].toLowerCase()
  return { vi: `; sổ hộ: ${how} ${showDate(gone.on)}`, en: `; the register: ${how} ${showDate(gone.on)}` }[language]
}

const heardSaid = ({ heard }: Sayable, language: keyof Said): string => {
  if (!heard) return ''
  const how = saidOf(leaveWords, heard.reason)[language].toLowerCase()
  const on = heard.on ? ` ${showDate(heard.on)}` : ''
  return { vi: `; gia đình nói: ${how}${on}`, en: `; the family says: ${how}${on}` }[language]
}

type Sayable = Pick<Apart, 'what' | 'name' | 'paths' | 'gone'> & {
  /** How one left the household by the survey. */
  readonly heard?: { readonly reason: LeaveReason; readonly on?: PlainDate }
}

/** What differs in one person; of who left the household, how by the register. */
export function saidApart(one: Sayable): Said {
  const inWords = (language: keyof Said) =>
    fill(saidOf(apartWords, one.what)[language], { name: one.name, what: pathsSaid(one.paths, language) }) +
    goneSaid(one, language) +
    heardSaid(one, language)
  return { vi: inWords('vi'), en: inWords('en') }
}

/** "Lê Văn Bền có trong sổ hộ, không có trong phiếu; ..." */
export const listedApart = (all: readonly Sayable[]): Said => ({
  vi: all.map((one) => saidApart(one).vi).join('; '),
  en: all.map((one) => saidApart(one).en).join('; '),
})

const householdsNamed = 5

type Household = { readonly headName: string; readonly seen: boolean; readonly apart: readonly Apart[] }

/** "hộ Lò Thị Yên (Lê Văn Bền có trong sổ hộ, ...)": the first of those that may be named. */
export function listedHouseholds(all: readonly Household[]): Said {
  const named = all.filter(({ seen }) => seen).slice(0, householdsNamed)
  const rest = all.length - named.length
  const vi = named.map(({ headName, apart }) => `hộ ${headName} (${listedApart(apart).vi})`)
  const en = named.map(({ headName, apart }) => `${headName} (${listedApart(apart).en})`)
  return {
    vi: [...vi, ...(rest > 0 ? [`và ${rest} hộ nữa`] : [])].join(', '),
    en: [...en, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', '),
  }
}
