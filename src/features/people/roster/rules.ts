/** Pure decisions about officials. */
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import type { Birth } from '#kernel/persons.ts'

/** From this age on the law lets somebody work (Labour Code 2019, article 3). */
const workingAge = 15

/** Whether who was born then may work in the year of the day. */
export const isOfAge = ({ year }: Birth, today: PlainDate): boolean => yearOf(today) - year >= workingAge

/** As it is dialled: people write spaces, dots and dashes between the figures. */
export const tidyPhone = (text: string): string => text.replace(/[\s.()-]/gu, '')
