/** Whom a row of a file for the personnel system is of. */
import type { AreaId, OfficialId } from '#kernel/ids.ts'

export type Person = {
  readonly officialId: OfficialId
  readonly unitId: AreaId
  readonly personalNumber: string
  readonly name: string
  readonly birthYear: number
  readonly unitName: string
}
