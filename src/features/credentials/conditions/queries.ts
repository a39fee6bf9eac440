/** SQL of the rules by which provinces issue credentials. They are everybody's to read. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn, overOrUnder } from '#features/areas/queries.ts'
import { depthOf } from '#features/areas/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, CredentialRuleId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { Rule, RuleSaid, RuleState } from './model.ts'

export type Filter = {
  readonly today: PlainDate
  readonly q: string | null
  readonly state: RuleState | null
  readonly area: AreaId | null
}
type Window = { readonly page: number; readonly size: number }
export type Listed = Omit<Rule, 'can' | 'standard'> & { readonly open: boolean; readonly followed: boolean }

const stateOn = (today: PlainDate): RawBuilder<RuleState> => sql`
  case when s.withdrawn_because is not null then 'withdrawn' when s.valid_until <= ${today} then 'ended'
       when s.valid_from > ${today} then 'coming' else 'in_force' end`
const heldBy = sql`case s.lowest_level when ${depthOf('province')} then 'province' when ${depthOf('district')} then 'district' when ${depthOf('commune')} then 'commune' end`
const inOrder = sql`s.area_id, ${inVietnamese(sql`s.name`)}, s.line_id, s.valid_from desc, s.id`
const topicsOf = (today: PlainDate) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('topicId', k.id, 'code', n.code, 'title', n.title) order by ${inVietnamese(sql`n.code`)}, n.id)
    from unnest(s.topics) k (id) join framework_topic n on n.id = coalesce(topic_on(k.id, ${today}), k.id)), '[]')`

/** By name, the latest version of each first; `open`: it goes on; `followed`: a later version of it stands. */
export async function rulesAt(
  db: Db,
  { today, q, state, area }: Filter,
  { page, size }: Window,
): Promise<{ rows: Listed[]; total: number }> {
  const { rows } = await sql<Listed & { total: number; credentialRuleId: CredentialRuleId | null }>`
    with found as materialized (
      select s.* from credential_rule s
       where (${q}::text is null or s.search like ${q && holding(fold(q))})
         and (${area}::uuid is null or ${overOrUnder(sql`s.area_id`, area)})
         and (${state}::text is null or ${stateOn(today)} = ${state})),
    shown as (select * from found s order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select s.id as "credentialRuleId", s.area_id as "areaId", ${nameOn(sql`s.area_id`, today)} as "areaName", s.name,
           s.topics as "topicIds", ${topicsOf(today)} as topics, s.needs_test as "needsTest", s.standard_id as "standardId", s.validity,
           s.months, s.class_kinds as "classKinds", ${heldBy} as "heldBy", s.first_day as "firstDay", s.last_day as "lastDay", s.renew_months as "renewMonths", s.carries_over as "carriesOver",
           s.valid_from as "from", s.valid_until as "until", coalesce(s.withdrawn_because, s.ended_because) as because,
           s.legal_reference as "legalReference", s.mark, ${stateOn(today)} as state, s.valid_until is null as open,
           exists (select from credential_rule l where l.line_id = s.line_id and l.valid_from > s.valid_from and l.withdrawn_because is null) as followed, c.total
      from (select count(*)::int as total from found) c left join shown s on true order by ${inOrder}`.execute(db)
  return { rows: rows.filter((row) => row.credentialRuleId !== null), total: rows[0]?.total ?? 0 }
}

export type Held = {
  readonly areaId: AreaId
  readonly lineId: CredentialRuleId
  readonly name: string
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly withdrawn: boolean
} & Pick<RuleSaid, 'classKinds' | 'heldBy'>

export const placeOfRule = async (db: Db, id: CredentialRuleId): Promise<AreaId | undefined> =>
  (await db.selectFrom('credential_rule').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

/** A rule with all versions of its line, which stand still until the change ends. */
export const holdRule = async (db: Db, id: CredentialRuleId): Promise<Held | undefined> => {
  const { rows } = await sql<Held & { id: CredentialRuleId }>`
    select s.id, s.area_id as "areaId", s.line_id as "lineId", s.name, s.valid_from as "from", s.valid_until as "until",
           s.withdrawn_because is not null as withdrawn, s.class_kinds as "classKinds", ${heldBy} as "heldBy"
      from credential_rule s where s.line_id = (select l.line_id from credential_rule l where l.id = ${id})
     order by s.id for update`.execute(db)
  return rows.find((row) => row.id === id)
}

type NewRule = RuleSaid & {
  readonly id: CredentialRuleId
  readonly areaId: AreaId
  readonly lineId: CredentialRuleId
  readonly by: AccountId
}
export const insertRule = (db: Db, { id, areaId, lineId, by, ...said }: NewRule) =>
  db
    .insertInto('credential_rule')
    .values({
      ...{ id, area_id: areaId, line_id: lineId, made_by: by, name: said.name, topics: [...said.topicIds] },
      ...{ needs_test: said.needsTest, standard_id: said.standardId, validity: said.validity, months: said.months },
      ...{ first_day: said.firstDay, last_day: said.lastDay, renew_months: said.renewMonths },
      ...{ class_kinds: [...said.classKinds], lowest_level: said.heldBy && depthOf(said.heldBy) },
      ...{ carries_over: said.carriesOver, valid_from: said.from },
      ...{ legal_reference: said.legalReference, mark: said.mark },
    })
    .execute()

/** It no longer holds on the day. */
export const closeRule = (db: Db, id: CredentialRuleId, until: PlainDate, because: string | null) =>
  db.updateTable('credential_rule').set({ valid_until: until, ended_because: because }).where('id', '=', id).execute()

/** It counts no more, and what it followed goes on as long as it would have. False where a later version follows. */
export async function withdrawRule(db: Db, id: CredentialRuleId, because: string): Promise<boolean> {
  const { rows } = await sql<{ id: CredentialRuleId }>`
    update credential_rule s set withdrawn_because = ${because}
     where s.id = ${id} and not exists (
       select from credential_rule l where l.line_id = s.line_id and l.valid_from > s.valid_from and l.withdrawn_because is null)
    returning s.id`.execute(db)
  if (rows.length === 0) return false
  await sql`
    update credential_rule b set valid_until = s.valid_until, ended_because = s.ended_because from credential_rule s
     where s.id = ${id} and b.line_id = s.line_id and b.withdrawn_because is null and b.ended_because is null
       and b.valid_until = s.valid_from`.execute(db)
  return true
}

/** How many were issued by this version. */
export const issuedBy = async (db: Db, id: CredentialRuleId): Promise<number> =>
  (await sql<{ count: number }>`select count(*)::int as count from credential c where c.rule_id = ${id}`.execute(db))
    .rows[0]?.count ?? 0

export type RuleOn = RuleSaid & {
  readonly ruleId: CredentialRuleId
  readonly lineId: CredentialRuleId
  readonly areaId: AreaId
  readonly until: PlainDate | null
}
const ruleAs = sql`s.id as "ruleId", s.line_id as "lineId", s.area_id as "areaId", s.name, s.topics as "topicIds", s.needs_test as "needsTest",
  s.standard_id as "standardId", s.validity, s.months, s.first_day as "firstDay", s.last_day as "lastDay",
  s.renew_months as "renewMonths", s.carries_over as "carriesOver", s.valid_from as "from", s.valid_until as "until",
  s.class_kinds as "classKinds", ${heldBy} as "heldBy",
  s.legal_reference as "legalReference", s.mark`

/** One version by its id. */
export const ruleOf = async (db: Db, id: CredentialRuleId): Promise<RuleOn | undefined> =>
  (
    await sql<RuleOn>`
      select ${ruleAs} from credential_rule s where s.id = ${id} and s.withdrawn_because is null`.execute(db)
  ).rows[0]

/** All versions that issue something by themselves and have begun, of units or of all. */
export const issuingRules = async (db: Db, over: readonly AreaId[] | null, today: PlainDate): Promise<RuleOn[]> =>
  (
    await sql<RuleOn>`
      select ${ruleAs} from credential_rule s
       where s.withdrawn_because is null and s.valid_from <= ${today}
         and (${over}::uuid[] is null or s.area_id = any (${over}::uuid[]))
       order by s.valid_from, s.id`.execute(db)
  ).rows
