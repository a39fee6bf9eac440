/** How units are called. Pure. */
import { fold, type Said } from '#kernel/text.ts'
import { kinds } from '../words.ts'

/** As offices shorten them, in front of a name or written together with it. */
const short: readonly (readonly [RegExp, string])[] = [
  [/^tphcm\b/, 'tp hcm'],
  [/\bhcm\b/g, 'ho chi minh'],
  [/\btp(\.\s*|\s+|$)/g, 'thanh pho '],
  [/\btx(\.\s*|\s+|$)/g, 'thi xa '],
  [/\btt(\.\s*|\s+|$)/g, 'thi tran '],
]

/** A syllable that ends in i or y behind a consonant: `Qui` and `Quy`, `Mĩ` and `Mỹ`, `Lí` and `Lý` are written either way. */
const either = /\b(qu|[bcdghklmnprstvx]{1,3})[iy]\b/g
/** So many syllables of a name are looked for either way. */
const mostEither = 3

/** What was typed, as the names of units may have it: shortenings in full, i and y as each may be. The first as typed. */
export function spellingsOf(q: string): readonly string[] {
  const whole = short.reduce((text, [from, to]) => text.replace(from, () => to), fold(q)).trim()
  const places = [...whole.matchAll(either)].map((found) => found.index + found[0].length - 1).slice(0, mostEither)
  const other = (text: string, at: number) => `${text.slice(0, at)}${text[at] === 'i' ? 'y' : 'i'}${text.slice(at + 1)}`
  return places.reduce((all, at) => all.concat(all.map((text) => other(text, at))), [whole])
}

/** Whether a unit is named by what was typed and nothing more, with its kind before it or without. */
export function isWhole(name: string, q: string): boolean {
  return spellingsOf(q).some((typed) => isNamed(fold(name), typed))
}

function isNamed(whole: string, typed: string): boolean {
  if (whole === typed) return true
  const before = whole.endsWith(` ${typed}`) ? whole.slice(0, -typed.length).trim() : ''
  return before !== '' && typed !== '' && Object.values(kinds).some((kind) => fold(kind.vi).startsWith(before))
}

/** Names that stand twice or more in any writing, each once, in the order in which they come. */
export function twinNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  for (const name of names) seen.set(name.toLowerCase(), (seen.get(name.toLowerCase()) ?? 0) + 1)
  const twins = names.filter((name) => (seen.get(name.toLowerCase()) ?? 0) > 1)
  return twins.filter((name, at) => twins.findIndex((one) => one.toLowerCase() === name.toLowerCase()) === at)
}

/** "Thôn 1 (trước đây thuộc Xã Cũ)": `formerly` is null where no other of the name stands beside it. */
export const apartSaid = (name: string, formerly: string | null): Said =>
  formerly === null
    ? { vi: name, en: name }
    : { vi: `${name} (trước đây thuộc ${formerly})`, en: `${name} (formerly of ${formerly})` }
