/** Which law holds for a decision on the day it is signed. */
import { findArea, provinceOf } from '#features/areas/queries.ts'
import type { Library } from '#features/standards/library.ts'
import { bestStandardOn } from '#features/standards/rules/library.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'

type Asked = {
  readonly areaId: AreaId
  readonly openingStandard: string
  /** Of an annual round: its classes begin on it whenever it is signed. */
  readonly namedDay: PlainDate | null
  readonly day: PlainDate
}

/** The code of the province whose law holds for a commune on a day. One that has ended since is in none: the nation's holds for it. */
export const provinceCodeOn = async (db: Db, areaId: AreaId, day: PlainDate): Promise<string | undefined> =>
  (await findArea(db, areaId, day)) ? ((await provinceOf(db, areaId, day)).code ?? undefined) : undefined

/** Whether a decision signed on a day begins under the standard by which its households were judged. */
export async function standardHolds(db: Db, { standards }: Library, asked: Asked): Promise<boolean> {
  if (asked.namedDay) return true
  const province = await provinceCodeOn(db, asked.areaId, asked.day)
  const held = standards.map((one) => one.value)
  return bestStandardOn(held, asked.day, province)?.id === asked.openingStandard
}
