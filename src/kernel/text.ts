/** Vietnamese text: one Unicode form, and a folded form that finds Hòa, Hoà and hoa alike. */

/** A sentence in the two languages of the interface. A missing one does not compile. */
export type Said = { readonly vi: string; readonly en: string }

export const nfc = (text: string): string => text.normalize('NFC')

/** Trimmed, single-spaced, NFC: how a name is stored. */
export const tidy = (text: string): string => nfc(text).trim().replace(/\s+/g, ' ')

/** For matching only: lower case, no tone or vowel marks, đ as d, single spaces. The database's `fold` agrees. */
export const fold = (text: string): string =>
  tidy(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()

/** Fills `{name}` places of a sentence with facts. */
export const fill = (sentence: string, facts: Readonly<Record<string, unknown>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in facts ? String(facts[name]) : whole))
