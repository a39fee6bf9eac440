/** What may stand as a name in the register. */
const name = /^[\p{L}\p{M}][\p{L}\p{M} .'’-]*$/u

/** Letters of any language, spaces, dots, hyphens and apostrophes; nothing a spreadsheet could take for a formula. */
export const isName = (text: string): boolean => name.test(text)
