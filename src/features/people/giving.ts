/** Giving a role: to whom, where, beside what else that person holds; over several units in one act. */
import { sql } from 'kysely'
import { levelOf, namesOn } from '#features/areas/queries.ts'
import { type Authority, type Role, roleLevels, roles } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { rolesApart } from '#kernel/duties.ts'
import type { AccessGrantId, AccountId, AreaId } from '#kernel/ids.ts'
import { locks } from '#platform/server/database/locks.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import { peopleProblem } from './problems.ts'
import * as people from './queries.ts'
import { roleFits } from './rules.ts'

type Gift = {
  readonly account: AccountId
  readonly role: Role
  readonly authority: Authority
  readonly areaId: AreaId
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly by: AccountId
}
type On = { readonly db: Db; readonly today: PlainDate }

const said = (role: Role) => ({ role: roles[role].vi, roleEn: roles[role].en })

/** A grant and its unit. */
export type GivenAt = readonly [AccessGrantId, AreaId]

/** One grant a unit, all or none of them: refused where one of them is. */
export async function giveAt(
  on: On,
  gift: Omit<Gift, 'areaId'>,
  [first, ...others]: readonly [AreaId, ...AreaId[]],
): Promise<readonly [GivenAt, ...GivenAt[]]> {
  const given: [GivenAt, ...GivenAt[]] = [[await give(on, { ...gift, areaId: first }), first]]
  for (const areaId of others) given.push([await give(on, { ...gift, areaId }), areaId])
  return given
}

/** Writes the grant; refuses what the role, the unit or what the person or the unit has already does not allow. */
async function give({ db, today }: On, gift: Gift) {
  if (gift.account === gift.by) throw peopleProblem('people.own_grant')
  if (!roleFits(gift.role, gift.from, gift.until)) throw peopleProblem('people.district_ended')
  const level = await levelOf(db, gift.areaId)
  const unit = (await namesOn(db, [gift.areaId], today)).get(gift.areaId) ?? ''
  if (!(roleLevels[gift.role] as readonly string[]).includes(level ?? ''))
    throw peopleProblem('people.role_misplaced', { ...said(gift.role), unit })
  await sql`select pg_advisory_xact_lock(${locks.grants})`.execute(db)
  const held = await people.rolesHeldBeside(db, { ...gift, today })
  const apart = held.find(({ role }) => rolesApart(role, gift.role))?.role
  if (apart)
    throw peopleProblem('people.roles_apart', { ...said(gift.role === 'administrator' ? apart : gift.role), unit })
  if (held.some(({ role, here }) => here && role === gift.role)) throw peopleProblem('people.grant_held_at', { unit })
  if (gift.role === 'commune_chair' && gift.authority === 'own') {
    const chair = await people.ownChairBeside(db, { ...gift, today })
    if (chair) throw peopleProblem('people.chair_held', { name: chair, unit })
  }
  const id = newId<'access_grant'>()
  await people.addGrant(db, {
    id,
    account_id: gift.account,
    role: gift.role,
    authority: gift.authority,
    area_id: gift.areaId,
    valid_from: gift.from,
    valid_until: gift.until,
    given_by: gift.by,
  })
  return id
}
