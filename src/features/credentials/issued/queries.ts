/** SQL of credentials: a list of a unit, one, those of who asks, and what is still to be issued. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import { depthOf } from '#features/areas/words.ts'
import type { ClassKind } from '#features/classes/list/model.ts'
import type { Organiser } from '#features/classes/turns/model.ts'
import { hasPassed } from '#features/tests/attempts/queries.ts'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, CredentialId, CredentialRuleId, OfficialId, TrainingClassId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import type { Held } from '../conditions/rules.ts'
import { type Basis, type Credential, type CredentialState, soonDays, type Whole } from './model.ts'

type Window = { readonly page: number; readonly size: number }
export type Sought = {
  readonly area: AreaId
  readonly today: PlainDate
  readonly state: CredentialState | null
  readonly basis: Basis | null
  readonly rule: CredentialRuleId | null
  readonly ofClass: TrainingClassId | null
  readonly q: string | null
  /** Those alone that rest on what no longer stands. */
  readonly groundless: boolean
}
export type Found = Omit<Credential, 'can' | 'groundless' | 'standard'> & { readonly areaId: AreaId }

/** Of the credential `s`, whose last day with what extends it is `s.last`. */
const stateOn = (today: PlainDate): RawBuilder<CredentialState> => sql`
  case when exists (select from credential n where n.replaces_id = s.id) then 'reissued'
       when s.revoked_on <= ${today} then 'revoked' when s.valid_from > ${today} then 'coming'
       when s.last < ${today} then 'expired' when s.last < ${addDays(today, soonDays)} then 'expiring' else 'valid' end`
const rowOn = (today: PlainDate) => sql`
  s.id as "credentialId", s.area_id as "areaId", s.rule_id as "ruleId", r.name as rule, s.official_id as "officialId", s.full_name as name,
  s.from_id as "fromId", ${nameOn(sql`s.from_id`, today)} as unit, s.standard_id as "standardId", s.basis, s.completed_on as "completedOn",
  s.valid_from as "validFrom", s.last_day as "issuedLast", s.last as "lastDay", ${stateOn(today)} as state`
const lasting = sql`select c.*, credential_last(c.id, c.last_day) as last from credential c`

/** Of who comes from a unit and all below it, by given name, the latest of each first. */
export async function credentialsAt(db: Db, sought: Sought, { page, size }: Window) {
  const { area, today, state, basis, rule, ofClass, q, groundless } = sought
  const inOrder = sql`${byGivenName(sql`s.full_name`)}, s.official_id, s.last desc, s.id`
  const { rows } = await sql<Found & { total: number; credentialId: CredentialId | null }>`
    with found as materialized (
      select s.* from (${lasting}) s
       where s.from_id in (select r.area_id from area_reach r where r.over_id = ${area})
         and (not ${groundless}::boolean or s.id in (select g.id from groundless_credentials(${area}, null) g (id)))
         and (${basis}::text is null or s.basis = ${basis})
         and (${rule}::uuid is null or s.line_id = (select k.line_id from credential_rule k where k.id = ${rule}))
         and (${ofClass}::uuid is null or exists (select from training_turn t where t.id = s.turn_id and t.class_id = ${ofClass}))
         and (${q}::text is null or s.search like ${q && holding(fold(q))})
         and (${state}::text is null or ${stateOn(today)} = ${state}
              or ${state === 'valid'} and ${stateOn(today)} = 'expiring')),
    shown as (select * from found s order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select ${rowOn(today)}, c.total from (select count(*)::int as total from found) c
      left join (shown s join credential_rule r on r.id = s.rule_id) on true order by ${inOrder}`.execute(db)
  return {
    rows: rows.filter((row): row is Found & { total: number } => row.credentialId !== null),
    total: rows[0]?.total ?? 0,
  }
}

/** Some by their ids, which stand still until the change ends, in the order of their ids. */
export const holdCredentials = async (db: Db, ids: readonly CredentialId[], today: PlainDate): Promise<Found[]> => {
  await sql`select from credential c where c.id = any (${ids}::uuid[]) order by c.id for update`.execute(db)
  return (
    await sql<Found>`
      select ${rowOn(today)} from (${lasting} where c.id = any (${ids}::uuid[])) s join credential_rule r on r.id = s.rule_id
       order by s.id`.execute(db)
  ).rows
}

/** Those of who asks. */
export const ownCredentials = async (db: Db, today: PlainDate): Promise<Found[]> =>
  (
    await sql<Found>`
      select ${rowOn(today)} from (${lasting} where c.official_id = roster_self()) s join credential_rule r on r.id = s.rule_id
       order by s.last desc, s.id`.execute(db)
  ).rows

type One = Omit<Whole, 'can' | 'groundless' | 'standard'>
export const credentialOf = async (db: Db, id: CredentialId, today: PlainDate): Promise<One | undefined> =>
  (
    await sql<One>`
      select ${rowOn(today)}, coalesce((select jsonb_agg(jsonb_build_object('classId', k.id, 'title', k.title) order by k.title, k.id)
               from training_class k where k.id = any (s.class_ids)), '[]') as classes, s.document, s.made_on as "issuedOn", a.full_name as "issuedBy",
             case when s.revoked_on is not null then jsonb_build_object('on', s.revoked_on, 'because', s.revoked_because) end as revoked,
             (select jsonb_build_object('credentialId', p.id, 'name', p.full_name) from credential p where p.id = s.replaces_id) as replaces,
             (select jsonb_build_object('credentialId', p.id, 'name', p.full_name) from credential p where p.replaces_id = s.id) as "replacedBy",
             s.reissued_because as "reissuedBecause",
             coalesce((select jsonb_agg(jsonb_build_object('credentialExtensionId', e.id, 'number', e.number, 'decidedOn', e.decided_on,
                         'issuer', e.issuer, 'lastDay', e.last_day, 'because', e.because, 'withdrawnBecause', e.withdrawn_because,
                         'earlier', e.earlier_decisions) order by e.decided_on, e.id)
                from credential_extended x join credential_extension e on e.id = x.extension_id where x.credential_id = s.id), '[]') as extensions
        from (${lasting} where c.id = ${id}) s join credential_rule r on r.id = s.rule_id
        left join account a on a.id = s.made_by`.execute(db)
  ).rows[0]

/** The rules that hold over a unit or have issued there, to choose one: each by its newest version. */
export const rulesThere = async (db: Db, over: readonly AreaId[]) =>
  (
    await sql<{ ruleId: CredentialRuleId; name: string }>`
      select distinct on (r.line_id) r.id as "ruleId", r.name
        from credential_rule r where r.area_id = any (${over}::uuid[]) and r.withdrawn_because is null
       order by r.line_id, r.valid_from desc`.execute(db)
  ).rows

export type NewCredential = Held & {
  readonly id: CredentialId
  readonly areaId: AreaId
  readonly ruleId: CredentialRuleId
  readonly lineId: CredentialRuleId
  readonly officialId: OfficialId
  readonly fromId: AreaId
  readonly fullName: string
  readonly standardId: string | null
  readonly basis: Basis
  readonly turnId: string | null
  /** The classes that completed what the rule asks. */
  readonly classIds: readonly TrainingClassId[]
  readonly document: string
  /** Of a paper, by which the same one is known again. */
  readonly documentKey?: string
  readonly completedOn: PlainDate
  readonly by: AccountId | null
  readonly on: PlainDate
}
const rowOf = (one: NewCredential) => ({
  ...{ id: one.id, area_id: one.areaId, rule_id: one.ruleId, line_id: one.lineId, official_id: one.officialId },
  ...{ from_id: one.fromId, full_name: one.fullName, standard_id: one.standardId, basis: one.basis },
  ...{
    turn_id: one.turnId,
    class_ids: [...one.classIds],
    document: one.document,
    document_key: one.documentKey ?? '',
    completed_on: one.completedOn,
    valid_from: one.validFrom,
  },
  ...{ last_day: one.lastDay, made_by: one.by, made_on: one.on },
})
export const insertCredential = (db: Db, one: NewCredential) => db.insertInto('credential').values(rowOf(one)).execute()

/** Those of many that were not issued yet, as they are now. */
export async function issueMany(db: Db, many: readonly NewCredential[]): Promise<CredentialId[]> {
  if (many.length === 0) return []
  const { rows } = await sql<{ id: CredentialId }>`
    insert into credential (id, area_id, rule_id, line_id, official_id, from_id, full_name, standard_id, basis, turn_id, class_ids, document,
                            document_key, completed_on, valid_from, last_day, made_by, made_on)
    select n.* from json_to_recordset(${JSON.stringify(many.map(rowOf))}::json) as n (
      id uuid, area_id uuid, rule_id uuid, line_id uuid, official_id uuid, from_id uuid, full_name text, standard_id text, basis text,
      turn_id uuid, class_ids uuid[], document text, document_key text, completed_on date, valid_from date, last_day date, made_by uuid, made_on date)
    on conflict (line_id, official_id, turn_id) where basis = 'turn' and replaces_id is null do nothing
    returning id`.execute(db)
  return rows.map(({ id }) => id)
}

type Turn = {
  readonly turnId: string
  readonly classId: TrainingClassId
  /** They themselves marked, matched or completed it. */
  readonly ownHand: boolean
  readonly on: PlainDate
  readonly fromId: AreaId
  readonly topics: readonly string[]
}
export type Learner = {
  readonly officialId: OfficialId
  readonly fullName: string
  /** What was issued to them by the rule and holds longest; null: nothing that stands. */
  readonly before: Held | null
  /** The last that was issued to them by the rule was revoked. */
  readonly revoked: boolean
  /** It is who asks. */
  readonly self: boolean
  /** Since the last that completed what the rule asks, in order. */
  readonly turns: readonly Turn[]
}
type Asking = {
  readonly lineId: CredentialRuleId
  readonly areaId: AreaId
  readonly topicIds: readonly string[]
  /** That of a class whose test was not passed nothing counts. */
  readonly needsTest: boolean
  readonly from: PlainDate
  readonly until: PlainDate | null
  /** Which classes count: of these kinds, held by a level of units or by one above it; none said: any. */
  readonly classKinds: readonly ClassKind[]
  readonly heldBy: Organiser | null
  /** Whose people alone; null: all of the province. */
  readonly under: AreaId | null
}

/** Whether the official of the turn `t` marked themselves in its class, matched themselves to it, or completed it. */
const ownHand = sql`(
  exists (select from attendance_mark m where m.class_id = t.class_id and m.official_id = t.official_id and m.how <> 'code'
             and m.made_by = o.account_id)
  or exists (select from class_walk_in w where w.class_id = t.class_id and w.official_id = t.official_id and w.state = 'matched'
                and w.settled_by = o.account_id)
  or o.account_id = (select s.made_by from class_step s where s.class_id = t.class_id and s.to_state = 'completed'
                      order by s.number desc limit 1))`

/**
 * Who completed a class with a topic that the rule asks for while it held, after the last one by which they were issued a
 * credential. Only these are looked at again.
 */
export const learnersOf = async (
  db: Db,
  { lineId, areaId, topicIds, needsTest, classKinds, heldBy, from, until, under }: Asking,
): Promise<Learner[]> =>
  (
    await sql<Learner>`
      with turn as materialized (
        select t.* from training_turn t
         where t.from_id in (select r.area_id from area_reach r where r.over_id = ${areaId})
           and (${under}::uuid is null or t.from_id in (select r.area_id from area_reach r where r.over_id = ${under}))
           and exists (select from class_topic k where k.class_id = t.class_id and k.topic_id = any (${topicIds}::uuid[]))
           and (${classKinds.length === 0}::boolean or exists (
                 select from training_class k where k.id = t.class_id and k.kind = any (${[...classKinds]}::text[])))
           and (${heldBy === null}::boolean or t.level <= ${heldBy && depthOf(heldBy)}::smallint)
           -- A class that was stepped back and completed again is none anew.
           and not exists (select from credential c where c.line_id = ${lineId} and c.official_id = t.official_id and t.class_id = any (c.class_ids))
           and (not ${needsTest}::boolean or ${hasPassed(sql`t.official_id`, sql`t.class_id`)})
           and t.completed_on > coalesce((select max(c.completed_on) from credential c
                 where c.line_id = ${lineId} and c.official_id = t.official_id and c.basis = 'turn'), '-infinity')),
      learner as (
        select distinct t.official_id from turn t
         where t.completed_on >= ${from} and (${until}::date is null or t.completed_on < ${until}))
      select o.id as "officialId", o.full_name as "fullName",
             (select jsonb_build_object('validFrom', c.valid_from, 'lastDay', credential_last(c.id, c.last_day)) from credential c
               where c.line_id = ${lineId} and c.official_id = o.id and c.revoked_on is null
               order by credential_last(c.id, c.last_day) desc limit 1) as before,
             coalesce((select c.revoked_on is not null from credential c
                        where c.line_id = ${lineId} and c.official_id = o.id and not exists (select from credential n where n.replaces_id = c.id)
                        order by c.completed_on desc, c.revoked_on nulls first, c.id desc limit 1), false) as revoked,
             coalesce(o.id = roster_self(), false) as self,
             (select jsonb_agg(jsonb_build_object('turnId', t.id, 'classId', t.class_id, 'ownHand', ${ownHand}, 'on', t.completed_on, 'fromId', t.from_id, 'topics',
                 (select jsonb_agg(k.topic_id) from class_topic k where k.class_id = t.class_id)) order by t.completed_on, t.id)
                from turn t where t.official_id = o.id) as turns
        from learner l join official o on o.id = l.official_id order by o.id`.execute(db)
  ).rows

/** Somebody of the roster under a unit, with whose record it is. */
export const personUnder = async (db: Db, id: OfficialId, area: AreaId) =>
  (
    await sql<{ fullName: string; unitId: AreaId; accountId: AccountId | null }>`
      select o.full_name as "fullName", o.unit_id as "unitId", o.account_id as "accountId" from official o
        join area_reach r on r.area_id = o.unit_id and r.over_id = ${area} where o.id = ${id}`.execute(db)
  ).rows[0]

/** What somebody holds by a rule, to go on from its end. */
export const heldBefore = async (db: Db, line: CredentialRuleId, official: OfficialId): Promise<Held | null> =>
  (
    await sql<Held>`
      select c.valid_from as "validFrom", credential_last(c.id, c.last_day) as "lastDay" from credential c
       where c.line_id = ${line} and c.official_id = ${official} and c.revoked_on is null
       order by 2 desc limit 1`.execute(db)
  ).rows[0] ?? null

type Revoking = { readonly on: PlainDate; readonly by: AccountId; readonly because: string }
export const setRevoked = (db: Db, ids: readonly CredentialId[], revoking: Revoking | null) =>
  db
    .updateTable('credential')
    .set({
      ...{ revoked_on: revoking?.on ?? null, revoked_by: revoking?.by ?? null },
      revoked_because: revoking?.because ?? null,
    })
    .where('id', 'in', ids)
    .execute()

type Anew = {
  readonly id: CredentialId
  readonly fullName: string
  readonly because: string
  readonly by: AccountId
  readonly on: PlainDate
}
/** The same under another name, with the decisions that extend it. */
export async function reissue(db: Db, former: CredentialId, { id, fullName, because, by, on }: Anew): Promise<void> {
  await sql`
    insert into credential (id, area_id, rule_id, line_id, official_id, from_id, full_name, standard_id, basis, turn_id, class_ids, document,
                            document_key, completed_on, valid_from, last_day, replaces_id, reissued_because, made_by, made_on)
    select ${id}, area_id, rule_id, line_id, official_id, from_id, ${fullName}, standard_id, basis, turn_id, class_ids, document,
           document_key, completed_on, valid_from, last_day, id, ${because}, ${by}, ${on} from credential where id = ${former}`.execute(
    db,
  )
  await sql`
    insert into credential_extended (extension_id, credential_id, area_id, from_id, official_id)
    select x.extension_id, ${id}, x.area_id, x.from_id, x.official_id from credential_extended x where x.credential_id = ${former}`.execute(
    db,
  )
}

/** What stands on the same paper under the rule: of this person, whose it may be twice, with its day. */
export const onSamePaper = async (
  db: Db,
  of: { readonly lineId: CredentialRuleId; readonly officialId: OfficialId; readonly key: string },
): Promise<PlainDate | undefined> =>
  (
    await sql<{ on: PlainDate }>`
      select c.completed_on as on from credential c
       where c.line_id = ${of.lineId} and c.official_id = ${of.officialId} and c.document_key = ${of.key} and c.revoked_on is null
         and not exists (select from credential n where n.replaces_id = c.id)
       order by c.completed_on desc limit 1`.execute(db)
  ).rows[0]?.on

/** Which of a unit, or of these, rest on what no longer stands. */
export const groundlessAmong = async (db: Db, ids: readonly CredentialId[]): Promise<ReadonlySet<CredentialId>> =>
  new Set(
    (
      await sql<{ id: CredentialId }>`select g.id from groundless_credentials(null, ${ids}::uuid[]) g (id)`.execute(db)
    ).rows.map(({ id }) => id),
  )
