/** How a commune is named on paper: `Xã Tam Hồng` in a heading, `xã Tam Hồng` in a sentence, `Tam Hồng` in a date line. */

import { type Area, crumbs, dayWithin, stateNear } from '#features/areas/queries.ts'
import { kinds } from '#features/areas/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, CorrectionId } from '#kernel/ids.ts'
import { decodeSigned } from '#kernel/signed.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Issuer } from '#platform/server/documents/types.ts'

const lower = (text: string): string => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1)

/** The name without its kind; a name that does not begin with it stays whole. */
function bare({ name, kind }: Pick<Area, 'name' | 'kind'>): string {
  const word = kinds[kind].vi
  return name.toLocaleLowerCase('vi').startsWith(`${word.toLocaleLowerCase('vi')} `)
    ? name.slice(word.length + 1)
    : name
}

export type Place = {
  readonly issuer: Issuer
  /** `xã Tam Hồng` */
  readonly inText: string
  readonly name: string
  readonly code: string
  /** `xã Tam Hồng, tỉnh Phú Thọ`, for addresses. */
  readonly address: string
}

/** How a signed text calls who issued it; null where it is none, or the name was too long for a QR. */
const nameIn = (signed: string | null): string | null => {
  const name = (signed && decodeSigned(signed)?.paper.issuedBy.name) || null
  return name?.endsWith('…') ? null : name
}

type Stood = {
  readonly areaId: AreaId
  readonly day: PlainDate
  /** What was signed names the commune as it was called then, whatever is recorded of that day since. */
  readonly signed: string | null
}

/**
 * The commune as a paper of it calls it, signed or not yet. One that by what was recorded since did not stand on the day
 * is called as it was last: what was signed stays readable. Throws `area.not_found` for an id that is no unit.
 */
export async function placeOn(db: Db, { areaId, day, signed }: Stood): Promise<Place> {
  const stands = await stateNear(db, areaId, day)
  const area = { ...stands, name: nameIn(signed) ?? stands.name }
  const above = (await crumbs(db, areaId, dayWithin(stands, day))).filter(
    (a) => a.level === 'province' || a.level === 'district',
  )
  const inText = lower(area.name)
  return {
    issuer: { superior: null, name: `Ủy ban nhân dân ${inText}`, place: bare(area) },
    inText,
    name: area.name,
    code: area.code ?? '',
    address: [inText, ...above.reverse().map((a) => lower(a.name))].join(', '),
  }
}

/** As it stands on the day. */
export const placeOf = (db: Db, areaId: AreaId, day: PlainDate): Promise<Place> =>
  placeOn(db, { areaId, day, signed: null })

type Issued = {
  readonly correctionId: CorrectionId
  readonly areaId: AreaId
  readonly signedOn: PlainDate | null
  readonly signed: string
}
type Deciding = { readonly areaId: AreaId; readonly place: Place }

/** The commune that issued each of these, as it was called then; where that is as the decision calls itself, the decision's. */
export async function placesOfCorrections(
  db: Db,
  decided: Deciding,
  corrections: readonly Issued[],
): Promise<Map<CorrectionId, Place>> {
  const places = new Map<CorrectionId, Place>()
  for (const { correctionId, areaId, signedOn: day, signed } of corrections) {
    const isSame = areaId === decided.areaId && nameIn(signed) === decided.place.name
    if (day) places.set(correctionId, isSame ? decided.place : await placeOn(db, { areaId, day, signed }))
  }
  return places
}

type Decided = { readonly areaId: AreaId; readonly windowFrom: PlainDate; readonly signed: string | null }

/** As the papers of a decision call it. */
export const placeOfDecision = (db: Db, { areaId, windowFrom, signed }: Decided): Promise<Place> =>
  placeOn(db, { areaId, day: windowFrom, signed })
