/** What is asked of an official and an appointment before they are written. */
import { namesOn } from '#features/areas/queries.ts'
import { levelAt } from '#features/areas/words.ts'
import { addDays, findPlainDate, type PlainDate, plainDate, showDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Birth } from '#kernel/persons.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { isName } from '../rules.ts'
import { rosterProblem } from './problems.ts'
import { findPost, officialsAlike, type Particulars, standingOfUnit } from './queries.ts'
import { isOfAge, tidyPhone } from './rules.ts'

/** The particulars as stored; refuses what no person has. */
export function checked(given: Particulars, today: PlainDate): Particulars {
  const { name, sex, birth, ethnicity, languages, phone, personalNumber } = given
  const tidied = {
    ...{ name: tidy(name), sex, birth, ethnicity, languages: [...new Set(languages)].toSorted() },
    ...{ phone: tidyPhone(phone), personalNumber: tidy(personalNumber) },
  }
  if (!isName(tidied.name)) throw rosterProblem('official.name_unfit')
  if (tidied.phone !== '' && !/^\+?\d{9,11}$/.test(tidied.phone)) throw rosterProblem('official.phone_unfit')
  if (!isDay(birth) || !isOfAge(birth, today)) throw rosterProblem('official.birth_unfit')
  return tidied
}

const two = (n: number) => String(n).padStart(2, '0')
/** Whether the day, or as much of it as is known, is one of the calendar. */
const isDay = ({ year, month, day }: Birth): boolean =>
  day === undefined || (month !== undefined && findPlainDate(`${year}-${two(month)}-${two(day)}`) !== null)

/** Refuses a person whom the roster has already, unless somebody says why it is another. */
export async function mustBeNew(
  db: Db,
  { name, birth }: Particulars,
  { day, sure }: { day: PlainDate; sure: string | undefined },
): Promise<void> {
  if (sure !== undefined) return
  const alike = await officialsAlike(db, { name, year: birth.year, day })
  if (alike.length === 0) return
  const said = alike.map((one) => `${one.name} (${one.birthYear}, ${one.unitName})`).join('; ')
  throw rosterProblem('official.double', { alike: said })
}

/** Before it nobody was appointed to anything that is recorded here. */
const firstDay = plainDate('1990-01-01')

type Place = {
  readonly post: string
  readonly areaId: AreaId
  readonly from: PlainDate
  readonly until: PlainDate | null
}

/** Refuses a post where it is not, a unit that does not stand then, and a day that nobody means. */
export async function mustFit(db: Db, { post, areaId, from, until }: Place, today: PlainDate): Promise<void> {
  const last = addDays(today, 366)
  if (from < firstDay || from > last)
    throw rosterProblem('official.day_far', { first: showDate(firstDay), last: showDate(last) })
  const found = await findPost(db, post)
  if (!found) throw rosterProblem('official.post_unknown')
  const unit = await standingOfUnit(db, areaId)
  const nameOf = async (day: PlainDate) => (await namesOn(db, [areaId], day)).get(areaId) ?? ''
  if (!unit || !found.levels.includes(levelAt(unit.level)))
    throw rosterProblem('official.post_misplaced', { post: found.vi, postEn: found.en, unit: await nameOf(from) })
  if (unit.known && from < unit.from)
    throw rosterProblem('official.unit_not_yet', { unit: await nameOf(unit.from), day: showDate(unit.from) })
  if (unit.until !== null && (from >= unit.until || until === null || until > unit.until))
    throw rosterProblem('official.unit_ended', {
      unit: await nameOf(addDays(unit.until, -1)),
      day: showDate(unit.until),
    })
}

/** Refuses an end after that of the unit. */
export async function mustEndWithin(db: Db, areaId: AreaId, until: PlainDate): Promise<void> {
  const unit = await standingOfUnit(db, areaId)
  if (!unit?.until || until <= unit.until) return
  const name = (await namesOn(db, [areaId], addDays(unit.until, -1))).get(areaId) ?? ''
  throw rosterProblem('official.unit_ended', { unit: name, day: showDate(unit.until), at: 'last' })
}
