/** The citizen id of an official at rest: sealed in its cell, found again only by a keyed hash. */
import { citizenIdFaults, faultOfCitizenId, tidyCitizenId } from '#kernel/citizenId.ts'
import type { OfficialId } from '#kernel/ids.ts'
import type { Birth, Sex } from '#kernel/persons.ts'
import { Problem } from '#kernel/problem.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { rosterProblem } from './problems.ts'

const cell = (row: OfficialId) => ({ table: 'official', column: 'citizen_id_sealed', row })

export type Sealed = {
  readonly citizen_id_sealed: string
  readonly citizen_id_end: string
  readonly citizen_id_index: string
}

/** As it is kept; null where none was typed. Refuses one that cannot be that of somebody of this sex and year of birth. */
export function checkedId(text: string | undefined, { sex, birth }: { sex: Sex; birth: Birth }): string | null {
  const id = tidyCitizenId(text ?? '')
  if (id === '') return null
  const fault = faultOfCitizenId(id, { sex, birthYear: birth.year })
  if (!fault) return id
  const said = citizenIdFaults[fault]
  throw rosterProblem('official.citizen_id_unfit', { reason: said.vi, reasonEn: said.en })
}

/** By it the row is found again; not that of the same person in a household. */
export const indexOf = (keys: Keys, id: string): string => keys.indexOf(`official ${id}`)

/** It opens only in the row of its official. */
export const sealedId = (keys: Keys, official: OfficialId, id: string): Sealed => ({
  citizen_id_sealed: keys.encrypt(id, cell(official)),
  citizen_id_end: id.slice(-3),
  citizen_id_index: indexOf(keys, id),
})

/** The number again, null where none is held; throws `keys.value_unreadable` where its key is not held. */
export async function openedId(db: Db, keys: Keys, official: OfficialId): Promise<string | null> {
  const row = await db.selectFrom('official').select('citizen_id_sealed').where('id', '=', official).executeTakeFirst()
  return row?.citizen_id_sealed ? keys.decrypt(row.citizen_id_sealed, cell(official)) : null
}

/** The numbers of all officials who have one; one whose key is not held is left out. */
export async function openedIds(db: Db, keys: Keys): Promise<{ officialId: OfficialId; id: string }[]> {
  const rows = await db
    .selectFrom('official')
    .select(['id', 'citizen_id_sealed as sealed'])
    .where('citizen_id_sealed', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, sealed }) => {
    const number = sealed && opened(keys, id, sealed)
    return number ? [{ officialId: id, id: number }] : []
  })
}

function opened(keys: Keys, official: OfficialId, sealed: string): string | null {
  try {
    return keys.decrypt(sealed, cell(official))
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
