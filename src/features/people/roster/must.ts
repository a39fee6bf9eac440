/** What is asked of an official and an appointment before they are written. */
import { findArea, namesOn } from '#features/areas/queries.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId, OfficialId } from '#kernel/ids.ts'
import type { Problem } from '#kernel/problem.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Standing } from './model.ts'
import { rosterProblem } from './problems.ts'
import {
  diedOf,
  findOfficial,
  findPost,
  isSelf,
  type Official,
  officialsAlike,
  standingOfUnit,
  wentInto,
} from './queries.ts'
import {
  faultOfAge,
  faultOfDeath,
  faultOfPlace,
  faultOfTaken,
  faultsOfPerson,
  type Span,
  tidied,
  type Who,
} from './rules.ts'
import { holdPosts, takenAt } from './store/wanted.ts'

/** That there is no such official, or where the record went that stood under this id. */
export async function notThere(db: Db, officialId: OfficialId) {
  const went = await wentInto(db, officialId)
  if (!went) return rosterProblem('official.not_found')
  return rosterProblem('official.went', { name: went.name, day: showDate(went.on), into: went.intoId })
}

/** Row security shows those whose record is kept under the actor, and whoever holds or held a post there. */
export async function mustFind(db: Db, officialId: OfficialId): Promise<Official> {
  const official = await findOfficial(db, officialId)
  if (!official) throw await notThere(db, officialId)
  return official
}

/** Nobody decides about themselves: throws where one of these is who acts. */
export async function mustBeOfOthers(db: Db, officials: readonly OfficialId[], refusal: () => Problem): Promise<void> {
  if (await isSelf(db, officials)) throw refusal()
}

/** The particulars as stored; refuses what no person has. */
export function checked(given: Who, today: PlainDate): Who {
  const who = tidied(given)
  const [first] = faultsOfPerson(who, today)
  if (first) throw first.problem
  return who
}

/** Refuses a person whom the roster has already, unless somebody says why it is another. */
export async function mustBeNew(
  db: Db,
  { name, birth }: Who,
  { day, sure }: { day: PlainDate; sure: string | undefined },
): Promise<void> {
  if (sure !== undefined) return
  const alike = await officialsAlike(db, { name, year: birth.year, day })
  if (alike.length === 0) return
  const said = alike.map((one) => `${one.name} (${one.birthYear}, ${one.unitName})`).join('; ')
  throw rosterProblem('official.double', { alike: said })
}

type Place = {
  readonly post: string
  readonly areaId: AreaId
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly decidedOn: PlainDate | null
}

/** Refuses a post where it is not, a unit that does not stand then, and a day that nobody means. */
export async function mustFit(db: Db, place: Place, today: PlainDate): Promise<void> {
  const { areaId, from } = place
  const post = await findPost(db, place.post)
  if (!post) throw rosterProblem('official.post_unknown')
  const unit = await standingOfUnit(db, areaId)
  const last = unit?.until ? addDays(unit.until, -1) : from
  const day = unit && from < unit.from ? unit.from : from > last ? last : from
  const name = (await namesOn(db, [areaId], day)).get(areaId) ?? ''
  const fault = faultOfPlace(place, { post, unit: unit ?? null, name }, today)
  if (fault) throw fault
}

type Wanted = Omit<Place, 'until' | 'decidedOn'> & { readonly standing: Standing; readonly officialId: OfficialId }

/** Refuses one more than the norm wants there on the first day, or than one can hold it, unless somebody was asked; deputies and who acts are counted by no norm. */
export async function mustBeWanted(db: Db, { standing, officialId, ...place }: Wanted): Promise<void> {
  if (standing !== 'own') return
  await holdPosts(db, place.areaId)
  const [taken] = await takenAt(db, [place])
  const others = taken?.holders.filter((one) => one.officialId !== officialId) ?? []
  const fault = taken && faultOfTaken({ ...taken, holders: others.map(({ name }) => name) })
  if (fault) throw fault
}

/** Refuses a time after the death of any of these. */
export async function mustLive(db: Db, officials: readonly OfficialId[], term: Span): Promise<void> {
  for (const died of await diedOf(db, officials)) {
    const fault = faultOfDeath(died, term)
    if (fault) throw fault
  }
}

/** Refuses a post, or its decision, from a time when the official was no more than a child. */
export async function mustBeGrown(
  db: Db,
  officialId: OfficialId,
  term: { readonly from: PlainDate; readonly decidedOn: PlainDate | null },
): Promise<void> {
  const official = await findOfficial(db, officialId)
  const fault = official && faultOfAge(official.birth, term)
  if (fault) throw fault
}

/** Who keeps a record that is entered at a unit: of a village its commune, as of a list of a file. Refuses a unit that stands no more. */
export async function keeperOf(db: Db, unitId: AreaId, today: PlainDate): Promise<AreaId> {
  const area = await findArea(db, unitId, today)
  if (!area)
    throw rosterProblem('official.keeper_ended', { unit: (await namesOn(db, [unitId], today)).get(unitId) ?? '' })
  return area.level === 'village' ? (area.parentId ?? unitId) : unitId
}

/** Refuses an end after that of the unit. */
export async function mustEndWithin(db: Db, areaId: AreaId, until: PlainDate | null): Promise<void> {
  const unit = await standingOfUnit(db, areaId)
  if (!unit?.until || (until !== null && until <= unit.until)) return
  const name = (await namesOn(db, [areaId], addDays(unit.until, -1))).get(areaId) ?? ''
  throw rosterProblem('official.unit_ended', { unit: name, day: showDate(unit.until), at: 'last' })
}
