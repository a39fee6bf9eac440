/** What may not stand in a question: a number by which a person is known. */

const run = /\d(?:[ .-]?\d){8,}/g
const amount = /^[1-9]\d{0,2}(\.\d{3})+$/

/** Nine figures and more in a row are a citizen id or a phone; an amount of money, with its points, is none: it never begins with a nought. */
export const holdsNumber = (text: string): boolean => [...text.matchAll(run)].some(([found]) => !amount.test(found))
