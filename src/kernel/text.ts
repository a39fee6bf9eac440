/** Vietnamese text: one Unicode form, and a folded form that finds Hòa, Hoà and hoa alike. */

/** A sentence in the two languages of the interface. A missing one does not compile. */
export type Said = { readonly vi: string; readonly en: string }

/** What a page says of a value that came into the house after it was opened. */
export const notKnownYet: Said = {
  vi: 'điều mới mà trang này chưa biết, hãy tải lại trang',
  en: 'something new that this page does not know yet, reload it',
}

/** Words out of a table, whatever the value is. */
export const saidOf = <K extends string>(words: Readonly<Record<K, Said>>, value: K): Said =>
  (Object.hasOwn(words, value) ? words[value] : undefined) ?? notKnownYet

/**
 * No writing puts more than thirty marks on a letter (Unicode, UAX 15, "stream-safe text"). Putting marks in order costs
 * the square of their number, so a longer run would hold the only thread. Looking back keeps the search itself linear.
 */
const longestRun = 30
const tooManyMarks = new RegExp(`(?<!\\p{M})\\p{M}{${longestRun + 1}}`, 'u')
const marksBeyond = new RegExp(`(?<!\\p{M})(\\p{M}{${longestRun}})\\p{M}+`, 'gu')

/** Whether a letter carries more marks than any writing uses. */
export const hasTooManyMarks = (text: string): boolean => text.length > longestRun && tooManyMarks.test(text)

/** One Unicode form; marks beyond the thirtieth of a letter are left out. Takes time in proportion to the length. */
export const nfc = (text: string): string =>
  (hasTooManyMarks(text) ? text.replace(marksBeyond, '$1') : text).normalize('NFC')

/** Halves of pairs, controls, and the two letters that are none: XML, and with it an office paper, has no place for them. */
const unstorable = /(?![\t\n\r])[\p{Cs}\p{Cc}\ufffe\uffff]/u
const everyUnstorable = new RegExp(unstorable.source, 'gu')

/** What the database, JSON or an office paper cannot hold becomes U+FFFD, as `TextEncoder` does it to half a pair. */
export const mended = (text: string): string => (unstorable.test(text) ? text.replace(everyUnstorable, '\ufffd') : text)

const controls = /(?![\t\n\r])\p{Cc}/gu
/** Where an office program begins a line or a page within a cell. */
const breaks = /[\v\f\u0085]/g

/** Without controls, U+0000 among them: nobody types or sees them. What begins a line or a page is a space. */
export const withoutControls = (text: string): string => text.replace(breaks, ' ').replace(controls, '')

/** Trimmed, single-spaced, NFC: how a name is stored. */
export const tidy = (text: string): string => nfc(text).trim().replace(/\s+/g, ' ')

/** Marks of letters, and the apostrophes of every keyboard and office program: `H'Hen`, `H’Hen` and `HHen` are one name. */
const unheard = /[\u0300-\u036f'`´\u02b9\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07]/g
const gaps = /[\s\u2010-\u2015\u2212\ufe63\uff0d-]+/g

/** The letters of other tongues that look like đ on every screen and paper: ð of Iceland, ɖ of Africa. */
export const crossedLetters = 'ÐƉðɖ'
const crossed = new RegExp(`[đĐ${crossedLetters}]`, 'g')

/**
 * For matching only: lower case, no tone or vowel marks, no apostrophes, đ (and what looks like it) as d, dashes as spaces,
 * single spaces. The database's `fold` agrees.
 */
export const fold = (text: string): string =>
  nfc(text).normalize('NFD').replace(unheard, '').replace(crossed, 'd').replace(gaps, ' ').trim().toLowerCase()

/** The full-width twins of the signs count too, and letters that are not seen hide none of them. */
const formula = /^\p{Cf}*[=+@\-\t\r\uff1d\uff0b\uff20\uff0d]/u

/** A text that a spreadsheet would run when the list is opened there. */
export const looksLikeFormula = (text: string): boolean => formula.test(text)

const plainDay = /^\d{4}-\d{2}-\d{2}$/
/** A day among the facts is said as people write it. */
const shown = (fact: unknown): string =>
  typeof fact === 'string' && plainDay.test(fact) ? fact.split('-').reverse().join('/') : String(fact)

/** Fills `{name}` places of a sentence with facts, `{name:class|classes}` with the word for one or for many. */
export const fill = (sentence: string, facts: Readonly<Record<string, unknown>>): string =>
  sentence.replace(/\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    if (!(name in facts)) return whole
    if (one === undefined) return shown(facts[name])
    return (String(facts[name]) === '1' ? one : many) ?? ''
  })
