/** What may stand as the name of a person: in the register, and in a survey that goes on into it. */
const name = /^\p{Script=Latin}\p{M}{0,2}([\p{Script=Latin} .'’ʼ-]\p{M}{0,2})*$/u

/**
 * Latin letters of any language, with two marks at most that no letter has by itself (`ơ̆` of the Bahnar has one), spaces,
 * dots, hyphens and apostrophes; nothing a spreadsheet could take for a formula. No other script: an `А` of the Cyrillic
 * looks like ours, and whoever seeks the name does not find it.
 */
export const isName = (text: string): boolean => name.test(text)
