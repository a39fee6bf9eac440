/** What may stand as the name of a person: in the register, and in a survey that goes on into it. */
const name = /^\p{L}\p{M}{0,2}([\p{L} .'’-]\p{M}{0,2})*$/u

/**
 * Letters of any language, with two marks at most that no letter has by itself (`ơ̆` of the Bahnar has one), spaces, dots,
 * hyphens and apostrophes; nothing a spreadsheet could take for a formula.
 */
export const isName = (text: string): boolean => name.test(text)
