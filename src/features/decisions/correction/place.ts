/** Where a household lives, as its papers write it: a village and what it hangs under on one and the same day. */

import { crumbs, daysOfPlace, namesOn, placeChangedSince } from '#features/areas/queries.ts'
import type { Correction } from '#features/papers/corrections.ts'
import { addDays, dayInVietnam, type PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { placeOf, placeOfDecision, placeOn } from '../place.ts'
import type { DecisionRow } from '../queries/decisions.ts'
import type { PlaceNow, Told } from './model.ts'
import type { Ground } from './queries.ts'
import { isSamePlace, type Where } from './rules.ts'

const nameOf = async (db: Db, area: AreaId, day: PlainDate): Promise<string> =>
  (await namesOn(db, [area], day)).get(area) ?? ''

const communeOver = async (db: Db, village: AreaId, day: PlainDate): Promise<AreaId | null> =>
  (await crumbs(db, village, day)).find(({ level }) => level === 'commune')?.areaId ?? null

/** A village as it is called and hangs on a day; null where it does not stand. */
async function stoodOn(db: Db, village: AreaId, day: PlainDate): Promise<Where | null> {
  const commune = await communeOver(db, village, day)
  return commune && { village: await nameOf(db, village, day), within: (await placeOf(db, commune, day)).address }
}

type Home = { readonly villageId: AreaId; readonly areaId: AreaId; readonly today: PlainDate; readonly fixed: string }

/** The day as of which the papers tell of the village: what was recorded of that of the register after they were fixed came later. */
async function dayTold(db: Db, { registerDay: on }: DecisionRow, { villageId, fixed }: Home): Promise<PlainDate> {
  const before = addDays(on, -1)
  const isChanged = await placeChangedSince(db, villageId, { on, fixed })
  return isChanged && (await communeOver(db, villageId, before)) ? before : on
}

/** The village as it was called and hung on the day that the papers tell of; where it hung as decided, in their words. */
async function whereThen(db: Db, decision: DecisionRow, { villageId }: Home, day: PlainDate): Promise<Where> {
  const { areaId: decided } = decision
  const commune = (await communeOver(db, villageId, day)) ?? decided
  const place = commune === decided ? await placeOfDecision(db, decision) : await placeOf(db, commune, day)
  return { village: await nameOf(db, villageId, day), within: place.address }
}

/** Since when it stands as it does today; null where no day after that of the register changed it. */
async function since(db: Db, { villageId, today }: Home, { now, after }: { now: Where; after: PlainDate }) {
  for (const day of await daysOfPlace(db, villageId, { after, until: today })) {
    const before = await stoodOn(db, villageId, addDays(day, -1))
    if (!before || !isSamePlace(before, now)) return day
  }
  return null
}

/** The place as it stands today, where it stands otherwise than it did and hangs under the commune that puts it right. */
async function whereNow(
  db: Db,
  home: Home,
  { then, after }: { then: Where; after: PlainDate },
): Promise<PlaceNow | null> {
  const { villageId, areaId, today } = home
  if ((await communeOver(db, villageId, today)) !== areaId) return null
  const now = await stoodOn(db, villageId, today)
  return now && !isSamePlace(then, now) ? { ...now, from: await since(db, home, { now, after }) } : null
}

/**
 * `then`: on the day on which the papers were fixed. `now`: today, where the village of that day hangs under the commune
 * that puts it right; of one that came to an end, or where the household lives no more, the whole place of then stays.
 */
export async function placesOf(db: Db, decision: DecisionRow, home: Home) {
  const day = await dayTold(db, decision, home)
  const then = await whereThen(db, decision, home, day)
  return { then, now: await whereNow(db, home, { then, after: day }) }
}

type Saying = {
  readonly ground: Pick<Ground, 'class' | 'content'>
  /** What gave the certificate that stands; undefined of the decision's own. */
  readonly by: Correction<Told> | undefined
  readonly villageId: AreaId
  readonly then: Where
}

/** What the papers say, with what their certificate writes after the village. */
export async function saidBy(db: Db, decision: DecisionRow, { ground, by, villageId, then }: Saying): Promise<Told> {
  const { class: held, content } = ground
  if (!by?.signedOn) return { class: held, content, within: (await placeOfDecision(db, decision)).address }
  const within =
    by.after.within ?? (await placeOn(db, { areaId: by.areaId, day: by.signedOn, signed: by.signed })).address
  const day = by.after.now ? null : await stoodOn(db, villageId, dayInVietnam(Date.parse(by.draftedAt)))
  // What was corrected before that was told apart took the place of its own day for that of the register: no mistake either.
  const isOfItsDay = day?.within === within && [day.village, then.village].includes(content.village)
  if (isOfItsDay) return { class: held, content: { ...content, village: then.village }, within: then.within }
  return { class: held, content, within }
}
