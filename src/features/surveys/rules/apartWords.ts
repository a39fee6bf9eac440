/** Differences between survey and register, in words: on the page of a case, in a refusal, at a draft. */
import { fill, type Said } from '#kernel/text.ts'
import type { Apart, ApartKind } from './learned.ts'

export const apartWords: Readonly<Record<ApartKind, Said>> = {
  joined: { vi: '{name} có trong phiếu, không có trong sổ hộ', en: '{name} is in the survey, not in the register' },
  left: { vi: '{name} có trong sổ hộ, không có trong phiếu', en: '{name} is in the register, not in the survey' },
  corrected: {
    vi: '{name}: họ tên, giới tính hoặc ngày sinh trong phiếu khác sổ hộ',
    en: '{name}: name, sex or birth differ between survey and register',
  },
  head: { vi: 'theo phiếu, chủ hộ là {name}', en: 'by the survey, {name} is the head' },
  headless: { vi: 'phiếu không nói đúng một người là chủ hộ', en: 'the survey does not name exactly one head' },
}

export const saidApart = (one: Pick<Apart, 'what' | 'name'>): Said => ({
  vi: fill(apartWords[one.what].vi, { name: one.name }),
  en: fill(apartWords[one.what].en, { name: one.name }),
})

/** "Lê Văn Bền có trong sổ hộ, không có trong phiếu; ..." */
export const listedApart = (all: readonly Pick<Apart, 'what' | 'name'>[]): Said => ({
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
