/** A file that was read, against the register: what stands there already. */
import { sql } from 'kysely'
import { type Fault, faultAt } from '#kernel/imports.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Services } from '#platform/server/services.ts'
import type { ColumnKey } from './rules/columns.ts'
import type { ReadHousehold } from './rules/group.ts'

type Ground = { readonly db: Db; readonly keys: Services['keys'] }
type Faults = Fault<ColumnKey>[]

/** What the register says against these households. */
export const againstRegister = async (ground: Ground, households: readonly ReadHousehold[]): Promise<Faults> => [
  ...(await numbersTaken(ground.db, households)),
  ...(await idsTaken(ground, households)),
]

/** Household numbers that the village has already. */
async function numbersTaken(db: Db, households: readonly ReadHousehold[]): Promise<Faults> {
  const { rows } = await sql<{ at: number }>`
    select distinct n.at::int as at from unnest(${households.map((h) => h.villageId)}::uuid[], ${households.map((h) => h.number)}::text[])
           with ordinality as n (village, number, at)
      join household h on h.village_id = n.village and lower(h.number) = lower(n.number)
     where h.ended_on is null
     order by at`.execute(db)
  return rows.flatMap(({ at }) => {
    const household = households[at - 1]
    const said = {
      vi: `Thôn đã có hộ số ${household?.number} trong sổ.`,
      en: `The village already has a household ${household?.number} in the register.`,
    }
    return household ? [faultAt(household.head, 'number', said)] : []
  })
}

const idTaken = {
  vi: 'Số CCCD này đã được ghi cho một người khác trong hệ thống.',
  en: 'This citizen id already stands for another person in the system.',
}

/** Citizen ids in use anywhere. Where, is not told. */
async function idsTaken({ db, keys }: Ground, households: readonly ReadHousehold[]): Promise<Faults> {
  const members = households.flatMap((household) => household.members).filter((member) => member.person.citizenId)
  const hashes = members.map((member) => keys.indexOf(member.person.citizenId ?? ''))
  const { rows } = await sql<{ at: number }>`select * from identity_in_use(${hashes}::text[]) as t (at)`.execute(db)
  return rows.flatMap(({ at }) => {
    const member = members[at - 1]
    return member ? [faultAt(member, 'citizenId', idTaken)] : []
  })
}
