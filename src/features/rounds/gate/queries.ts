/** SQL of the gate of rounds: who may survey in one, and where somebody was let through. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, CredentialRuleId, GateOverrideId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import type { Override } from './model.ts'

type Surveyor = { readonly accountId: AccountId; readonly name: string; readonly isOfficial: boolean }

/** Enumerators of the villages of a round, and the officials of its commune, by given name. */
export const surveyorsOf = async (db: Db, round: RoundId, today: PlainDate): Promise<Surveyor[]> =>
  (
    await sql<Surveyor>`
      with may as (
        select g.account_id, false as official from round_village v join area_reach r on r.area_id = v.village_id
          join access_grant g on g.area_id = r.over_id and g.role = 'enumerator'
         where v.round_id = ${round} and v.left_on is null and ${validOn('g', today)}
        union all
        select g.account_id, true from round n join area_reach r on r.area_id = n.area_id
          join access_grant g on g.area_id = r.over_id and g.role = 'commune_official'
         where n.id = ${round} and ${validOn('g', today)})
      select a.id as "accountId", a.full_name as name, bool_or(m.official) as "isOfficial"
        from may m join account a on a.id = m.account_id where a.disabled_at is null
       group by a.id, a.full_name order by ${byGivenName(sql`a.full_name`)}, a.id`.execute(db)
  ).rows

/** Whom somebody lets survey in the round all the same. */
export const openedIn = async (db: Db, round: RoundId): Promise<ReadonlySet<AccountId>> =>
  new Set(
    (
      await sql<{ accountId: AccountId }>`
        select o.account_id as "accountId" from gate_override o where o.round_id = ${round} and o.withdrawn_on is null`.execute(
        db,
      )
    ).rows.map(({ accountId }) => accountId),
  )

type Window = { readonly page: number; readonly size: number }
type Sought = { readonly area: AreaId; readonly round: RoundId | null; readonly today: PlainDate }

/** In rounds of a unit and of all below it, the latest first. */
export async function overridesAt(db: Db, { area, round, today }: Sought, { page, size }: Window) {
  type Row = Omit<Override, 'can'>
  const { rows } = await sql<Row & { total: number; gateOverrideId: GateOverrideId | null }>`
    with found as materialized (
      select o.* from gate_override o where o.area_id in (select r.area_id from area_reach r where r.over_id = ${area})
         and (${round}::uuid is null or o.round_id = ${round})),
    shown as (select * from found o order by o.made_on desc, o.id limit ${size} offset ${(page - 1) * size})
    select o.id as "gateOverrideId", o.round_id as "roundId", n.name as round, o.area_id as "areaId",
           ${nameOn(sql`o.area_id`, today)} as commune, coalesce(a.full_name, '') as name, k.name as rule, o.because,
           coalesce(b.full_name, '') as by, o.made_on as "on",
           case when o.withdrawn_on is not null
                then jsonb_build_object('on', o.withdrawn_on, 'because', o.withdrawn_because) end as withdrawn,
           (select count(*)::int from review_case s
             where s.round_id = o.round_id and s.account_id = o.account_id and s.survey_id is not null) as surveyed, c.total
      from (select count(*)::int as total from found) c
      left join (shown o join round n on n.id = o.round_id join credential_rule k on k.id = o.rule_id
                 left join account a on a.id = o.account_id left join account b on b.id = o.made_by) on true
     order by o.made_on desc, o.id`.execute(db)
  return {
    rows: rows.filter((row): row is Row & { total: number } => row.gateOverrideId !== null),
    total: rows[0]?.total ?? 0,
  }
}

type NewOverride = {
  readonly id: GateOverrideId
  readonly round_id: RoundId
  readonly area_id: AreaId
  readonly account_id: AccountId
  readonly rule_id: CredentialRuleId
  readonly because: string
  readonly made_by: AccountId
  readonly made_on: PlainDate
}
export const insertOverride = (db: Db, row: NewOverride) => db.insertInto('gate_override').values(row).execute()

export const holdOverride = async (db: Db, id: GateOverrideId) =>
  (
    await sql<{ areaId: AreaId; roundId: RoundId; accountId: AccountId; closed: boolean }>`
      select o.area_id as "areaId", o.round_id as "roundId", o.account_id as "accountId", o.withdrawn_on is not null as closed
        from gate_override o where o.id = ${id} for update`.execute(db)
  ).rows[0]

export const closeOverride = (db: Db, id: GateOverrideId, { on, because }: { on: PlainDate; because: string }) =>
  db.updateTable('gate_override').set({ withdrawn_on: on, withdrawn_because: because }).where('id', '=', id).execute()
