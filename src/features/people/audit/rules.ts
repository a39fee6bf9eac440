/** The facts of an event in words: never a code, never an id. */
import { findPlainDate, showDate } from '#kernel/dates.ts'
import type { Changed, FactWord, FactWords } from '#kernel/event.ts'
import { isId } from '#kernel/ids.ts'
import { showNumber } from '#kernel/numbers.ts'
import type { Said } from '#kernel/text.ts'

type Names = (id: string) => Said | undefined
const same = (text: string): Said => ({ vi: text, en: text })
const yes: Said = { vi: 'có', en: 'yes' }
const no: Said = { vi: 'không', en: 'no' }

const none: Said = { vi: 'trống', en: 'nothing' }
const unnamed: Said = { vi: 'không nêu tên', en: 'not named' }
const isSaid = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && 'vi' in value && 'en' in value && typeof value.vi === 'string'

/** "lượt người 50 → 70, tuần 12 → 13" */
function changesSaid(all: readonly Changed[], word: NonNullable<FactWord>, nameOf: Names): Said | null {
  const { fields = {}, ...plain } = word
  const one = (value: unknown) =>
    value === null || value === '' ? none : (valueSaid(value, { ...plain, free: true }, nameOf) ?? unnamed)
  const parts = all.map(({ field, was, is }) => {
    const label = isSaid(field) ? field : fields[field]
    if (!label || (was === undefined && is === undefined)) return label ?? null
    const year = typeof field === 'string' && /year|period/i.test(field)
    const [before, after] = [was, is].map((value) => one(year && value !== null ? String(value) : value)) as [
      Said,
      Said,
    ]
    return { vi: `${label.vi} ${before.vi} → ${after.vi}`, en: `${label.en} ${before.en} → ${after.en}` }
  })
  return joined(parts, ', ')
}

/** Null where the value says nothing that may be shown. */
function valueSaid(value: unknown, word: NonNullable<FactWord>, nameOf: Names): Said | null {
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number') return same(showNumber(value))
  if (isSaid(value)) return value.vi === '' ? none : { vi: value.vi, en: value.en }
  if (Array.isArray(value) && word.fields) return changesSaid(value, word, nameOf)
  if (Array.isArray(value))
    return joined(
      // One thing may stand among them twice, as the unit under which both parts of a split hang.
      [...new Set(value)].map((one) => valueSaid(one, word, nameOf)),
      ', ',
    )
  if (typeof value !== 'string' || value === '') return null
  const day = findPlainDate(value)
  if (day) return same(showDate(day))
  if (isId(value)) return nameOf(value) ?? null
  return word.words?.[value] ?? (word.free ? same(value) : null)
}

function joined(all: readonly (Said | null)[], between: string): Said | null {
  const said = all.filter((one) => one !== null)
  if (said.length === 0) return null
  return { vi: said.map(({ vi }) => vi).join(between), en: said.map(({ en }) => en).join(between) }
}

/** "lý do: chuyển đi; số hộ: 12", in the order in which the room names its facts. */
export function detailOf(facts: Readonly<Record<string, unknown>>, words: FactWords, nameOf: Names): Said {
  const parts = Object.entries(words).map(([key, word]) => {
    // A year is no amount.
    const fact = key === 'year' && facts[key] ? same(String(facts[key])) : null
    const value = word && (fact ?? valueSaid(facts[key], word, nameOf))
    return word && value ? { vi: `${word.said.vi}: ${value.vi}`, en: `${word.said.en}: ${value.en}` } : null
  })
  return joined(parts, '; ') ?? same('')
}

/** The reason that a person typed comes last. */
export const withReason = (detail: Said, why: string | null): Said =>
  joined([detail.vi ? detail : null, why ? { vi: `lý do: ${why}`, en: `reason: ${why}` } : null], '; ') ?? same('')

/** The ids that `detailOf` names, each under its fact: of one that is kept and not told none. */
export const idsTold = (facts: Readonly<Record<string, unknown>>, words: FactWords) =>
  Object.entries(words).flatMap(([kind, word]) => (word ? idsIn(facts[kind]).map((id) => ({ id, kind })) : []))

/** Every id among some facts, at any depth. */
function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return isId(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(idsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : []
}
