/** A text within a pattern of `like`: `%`, `_` and `\` stand for themselves. Who looks within puts `%` around it. */
export const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** Patterns for what holds these words, or begins with them. Of words that fold to nothing they find nothing, not everything. */
export const holding = (words: string): string => (words === '' ? '' : `%${likeText(words)}%`)
/** A pattern for each of these words, whatever their order: `like all`. */
export const holdingEach = (words: string): string[] => words.split(' ').map(holding)
export const beginning = (words: string): string => (words === '' ? '' : `${likeText(words)}%`)
