/** Giving a role: to whom, where, beside what else that person holds; over several units in one act. */
import { sql } from 'kysely'
import { levelOf, namesOn } from '#features/areas/queries.ts'
import { type Authority, type Role, roleLevels, roles } from '#kernel/access.ts'
import { addDays, type PlainDate, plainDate, showDate } from '#kernel/dates.ts'
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
/** Before it nobody was given anything. */
const firstDay = plainDate('2000-01-01')

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

/** From when and until when a unit stands; `known`: the first day is not only the first that was recorded. */
const standingOf = async (db: Db, area: AreaId) =>
  (
    await sql<{ from: PlainDate; known: boolean; until: PlainDate | null }>`
      select min(valid_from) as from, (array_agg(from_known order by valid_from))[1] as known,
             case when bool_or(valid_until is null) then null else max(valid_until) end as until
        from area_version where area_id = ${area}`.execute(db)
  ).rows[0]

/** Refuses a first day that nobody means, and a time in which the unit does not stand. */
async function mustStandThen(db: Db, { areaId, from, until }: Gift, today: PlainDate): Promise<void> {
  const last = addDays(today, 365)
  if (from < firstDay || from > last)
    throw peopleProblem('people.grant_day_far', { first: showDate(firstDay), last: showDate(last) })
  const stands = await standingOf(db, areaId)
  if (!stands) return
  const on = (day: PlainDate) => namesOn(db, [areaId], day).then((names) => names.get(areaId) ?? '')
  if (stands.known && from < stands.from)
    throw peopleProblem('people.unit_not_yet', { unit: await on(stands.from), day: showDate(stands.from) })
  const { until: ended } = stands
  if (ended === null || (until !== null && until <= ended)) return
  if (from >= ended || today >= ended)
    throw peopleProblem('people.unit_ended', { unit: await on(addDays(ended, -1)), day: showDate(ended) })
}

/** Writes the grant; refuses what the role, the unit or what the person or the unit has already does not allow. */
async function give({ db, today }: On, gift: Gift) {
  if (gift.account === gift.by) throw peopleProblem('people.own_grant')
  if (!roleFits(gift.role, gift.from, gift.until)) throw peopleProblem('people.district_ended')
  const level = await levelOf(db, gift.areaId)
  const unit = (await namesOn(db, [gift.areaId], today)).get(gift.areaId) ?? ''
  if (!(roleLevels[gift.role] as readonly string[]).includes(level ?? ''))
    throw peopleProblem('people.role_misplaced', { ...said(gift.role), unit })
  await mustStandThen(db, gift, today)
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
