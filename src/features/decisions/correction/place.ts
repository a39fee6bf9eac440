/** Where a household lives, as its papers write it: a village and what it hangs under on one and the same day. */

import { crumbs, namesOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, CertificateId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { placeOf, placeOfDecision, placeOn } from '../place.ts'
import type { DecisionRow } from '../queries/decisions.ts'
import { correctionsInForce } from './queries.ts'
import type { Where } from './rules.ts'

/** What the certificate that stands writes after the village. */
export async function withinSaid(db: Db, decision: DecisionRow, certificate: CertificateId | null): Promise<string> {
  const by = (await correctionsInForce(db, decision.decisionId)).find(({ successor }) => successor === certificate)
  if (!by?.signedOn) return (await placeOfDecision(db, decision)).address
  return by.after.within ?? (await placeOn(db, { areaId: by.areaId, day: by.signedOn, signed: by.signed })).address
}

type Home = { readonly villageId: AreaId; readonly areaId: AreaId; readonly today: PlainDate }

const nameOf = async (db: Db, area: AreaId, day: PlainDate): Promise<string> =>
  (await namesOn(db, [area], day)).get(area) ?? ''

const communeOver = async (db: Db, village: AreaId, day: PlainDate): Promise<AreaId | null> =>
  (await crumbs(db, village, day)).find(({ level }) => level === 'commune')?.areaId ?? null

/** The village as it was called and hung on the day on which the papers were fixed; where it hung as decided, in their words. */
async function whereThen(db: Db, decision: DecisionRow, villageId: AreaId): Promise<Where> {
  const { areaId: decided, registerDay: day } = decision
  const commune = (await communeOver(db, villageId, day)) ?? decided
  const place = commune === decided ? await placeOfDecision(db, decision) : await placeOf(db, commune, day)
  return { village: await nameOf(db, villageId, day), within: place.address }
}

/**
 * `then`: on the day on which the papers were fixed. `now`: today, where the village of that day hangs under the commune
 * that puts it right; of one that came to an end, or where the household lives no more, the whole place of then.
 */
export async function placesOf(db: Db, decision: DecisionRow, { villageId, areaId, today }: Home) {
  const then = await whereThen(db, decision, villageId)
  if ((await communeOver(db, villageId, today)) !== areaId) return { then, now: then }
  const now = { village: await nameOf(db, villageId, today), within: (await placeOf(db, areaId, today)).address }
  return { then, now }
}
