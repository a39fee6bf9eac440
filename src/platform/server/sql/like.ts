/** A text within a pattern of `like`: `%`, `_` and `\` stand for themselves. Who looks within puts `%` around it. */
export const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
