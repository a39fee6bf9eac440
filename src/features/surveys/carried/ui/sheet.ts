/**
 * What this device has of a commune: a sheet that says which villages and as of which day, and beside it a record for each
 * part of a village. All of it lies sealed as every record does; addresses, versions and times do not.
 */
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId, CommandId } from '#kernel/ids.ts'
import { getKept, keepAnswer, keptAddresses, letGo } from '#platform/web/keptReads.ts'
import { account } from '#platform/web/session.ts'
import { StoreClosed } from '#platform/web/vault/vault.ts'
import type * as contract from '../contract.ts'
import type { CarriedHousehold } from '../model.ts'

type Village = OutputOf<typeof contract.carriedVillages>['villages'][number]
export type PlainDay = OutputOf<typeof contract.carriedVillages>['day']
/** `day`: on which it was last known to be as the register; null where not all of it is here. `here`: of which version that is. */
export type SheetVillage = Village & {
  readonly day: PlainDay | null
  readonly here: string | null
  readonly bytes: number
}

export type Sheet = {
  readonly name: string
  readonly takingId: CommandId
  readonly villages: readonly SheetVillage[]
  /** When the last taking ended with all of it here (milliseconds). */
  readonly wholeAt: number | null
}

/** All that is carried begins so; the readings of the room that stand in nobody's register do not. */
export const carriedUnder = '/api/carried/'
export const communeOf = (address: string): AreaId => address.slice(carriedUnder.length).split('/')[0] as AreaId

const sheetAt = (areaId: AreaId): string => `${carriedUnder}${areaId}`
export const partsUnder = (areaId: AreaId): string => `${sheetAt(areaId)}/`
export const partAt = (areaId: AreaId, villageId: AreaId, part: number): string =>
  `${partsUnder(areaId)}${villageId}/${part}`

async function kept<T>(address: string): Promise<T | null> {
  const accountId = account.value?.accountId
  return accountId ? ((await getKept<T>({ accountId, address }))?.data ?? null) : null
}

/** Null: nothing of this commune is here, or it cannot be opened. */
export const sheetOf = (areaId: AreaId): Promise<Sheet | null> => kept<Sheet>(sheetAt(areaId)).catch(() => null)
export const keepSheet = (areaId: AreaId, sheet: Sheet): Promise<void> => keepAnswer(sheetAt(areaId), sheet, '')

/** Null where it is not here. What cannot be opened is let go, so that the next taking brings it again. */
export async function partHere(areaId: AreaId, villageId: AreaId, part: number): Promise<CarriedHousehold[] | null> {
  const address = partAt(areaId, villageId, part)
  try {
    return await kept<CarriedHousehold[]>(address)
  } catch (fault) {
    if (!(fault instanceof StoreClosed)) await letGo([address])
    return null
  }
}

/** Takes a commune off this device. */
export async function letGoOf(areaId: AreaId): Promise<void> {
  await letGo([...(await keptAddresses(partsUnder(areaId))), sheetAt(areaId)])
}

/** Of which days the villages here are, and of how many this device has not all. */
export function daysOf({ villages }: Sheet) {
  const days = villages.flatMap(({ day }) => day ?? []).sort()
  return { first: days[0], last: days.at(-1), missing: villages.length - days.length }
}
