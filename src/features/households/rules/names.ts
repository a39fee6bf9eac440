/** What may stand as a name or a free text of the register. */
const name = /^[\p{L}\p{M}][\p{L}\p{M} .'’-]*$/u

/** Letters of any language, spaces, dots, hyphens and apostrophes; nothing a spreadsheet could take for a formula. */
export const isName = (text: string): boolean => name.test(text)

/** A text that a spreadsheet would run when the list is opened there again. */
export const looksLikeFormula = (text: string): boolean => /^[=+@\-\t\r]/.test(text)
