/** What may not stand in what is asked, answered and put into the library: a number by which a person is known. Pure. */
import { plainFigures } from '#kernel/figures.ts'

const run = /\d(?:[ .-]?\d){8,}/g
/** With its points, and never beginning with a nought. */
const amount = /^[1-9]\d{0,2}(\.\d{3})+$/
/** "2021 2022 2023", "2016-2020 2021-2025" */
const years = /^(?:19|20)\d{2}(?:[ -](?:19|20)\d{2})+$/
/** Of an office: 0210 3846 647, 024 3736 5555; 1900 and 1800 with four figures or six. */
const office = /^(?:02\d{9}|1[89]00\d{4}(?:\d{2})?)$/

const isPersonal = (found: string): boolean =>
  !amount.test(found) && !years.test(found) && !office.test(found.replace(/[ .-]/g, ''))

/** Nine figures and more in a row are a citizen id or somebody's own phone; the telephone of an office is none. */
export const holdsNumber = (text: string): boolean =>
  [...plainFigures(text).matchAll(run)].some(([found]) => isPersonal(found))
