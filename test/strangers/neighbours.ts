/** For each role somebody who has it in the next commune, Kỳ Thượng, and nowhere else. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { demoAccountId } from '#features/people/demo/accounts.ts'
import { type Role, roleNames, roles } from '#kernel/access.ts'
import { newId } from '#platform/server/ids.ts'
import type { Neighbour, World } from '../world.ts'

export const neighbourWith = (role: Role): Neighbour => `ban_${role}`

export async function addNeighbours({ owner }: World): Promise<void> {
  for (const role of roleNames) {
    const login = neighbourWith(role)
    await owner.query(
      `insert into account (id, login, full_name, password_hash, must_change_password)
       select $1, $2, $3, password_hash, false from account where login = 'hung'`,
      [demoAccountId(login), login, `${roles[role].vi} bên cạnh`],
    )
    await owner.query(
      `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, $3, $4, '2026-01-01')`,
      [newId(), demoAccountId(login), role, demoAreas.kyThuongToday],
    )
  }
}
