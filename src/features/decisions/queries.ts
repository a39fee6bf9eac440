/** SQL of decisions, their entries, the classes they begin and the certificates they give. */
import { sql } from 'kysely'
import type { Replaced } from '#features/papers/register.ts'
import { classes } from '#features/standards/model/verdict.ts'
import type { Instant, PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, DecisionId, FileId, HouseholdId, Id, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import { type DecisionState, type Movement, movements } from './model.ts'
import type { ClassRow, Entry } from './rules/decision.ts'
import type { HeldClass } from './rules/movement.ts'

const chunk = 1000
const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / chunk) }, (_, at) => rows.slice(at * chunk, (at + 1) * chunk))

/** Every class these households ever held, oldest first. Read to give another: hold the households first. */
export async function classHistories(
  db: Db,
  households: readonly HouseholdId[],
): Promise<Map<HouseholdId, HeldClass[]>> {
  const histories = new Map<HouseholdId, HeldClass[]>()
  const rows = await db
    .selectFrom('household_class')
    .where(sql<boolean>`household_id = any (${households}::uuid[])`)
    .select(['household_id', 'class', 'valid_from as from', 'valid_until as until'])
    .orderBy('valid_from')
    .execute()
  for (const { household_id, ...held } of rows) {
    const list = histories.get(household_id) ?? []
    list.push(held)
    histories.set(household_id, list)
  }
  return histories
}

const decisions = (db: Db) =>
  db
    .selectFrom('decision as d')
    .innerJoin('round as r', 'r.id', 'd.round_id')
    .leftJoin('account as a', 'a.id', 'd.drafted_by')
    .select([
      'd.id as decisionId',
      'd.round_id as roundId',
      'r.name as roundName',
      'r.kind',
      'r.window_from as windowFrom',
      'r.window_until as windowUntil',
      'r.classes_hold_from as namedDay',
      'r.opening_hash',
      'r.opening_standard as openingStandard',
      'd.area_id as areaId',
      'd.state',
      'd.content_hash as contentHash',
      'd.drafted_at as draftedAt',
      sql<string>`coalesce(a.full_name, '')`.as('draftedBy'),
      'd.printed_at as printedAt',
      'd.signed',
      'd.number',
      'd.signed_on as signedOn',
      'd.signer_name as signerName',
      'd.signer_post as signerPost',
      'd.scan_id as scanId',
      'd.classes_hold_from as classesHoldFrom',
    ])

export const findDecision = (db: Db, decision: DecisionId) =>
  decisions(db).where('d.id', '=', decision).executeTakeFirst()
export type DecisionRow = NonNullable<Awaited<ReturnType<typeof findDecision>>>

/** Held still until the transaction ends. */
export const findDecisionForUpdate = (db: Db, decision: DecisionId) =>
  decisions(db).where('d.id', '=', decision).forUpdate('d').executeTakeFirst()

export type NewDecision = {
  readonly id: DecisionId
  readonly roundId: RoundId
  readonly areaId: AreaId
  readonly hash: string
  readonly by: AccountId
  readonly at: Instant
}

export async function addDecision(db: Db, d: NewDecision, entries: readonly Entry[]): Promise<void> {
  await db
    .insertInto('decision')
    .values({
      id: d.id,
      round_id: d.roundId,
      area_id: d.areaId,
      state: 'drafted',
      content_hash: d.hash,
      drafted_by: d.by,
      drafted_at: d.at,
    })
    .execute()
  for (const part of chunks(entries))
    await db
      .insertInto('decision_entry')
      .values(
        part.map((e) => ({
          household_id: e.householdId,
          id: newId<'decision_entry'>(),
          decision_id: d.id,
          round_id: d.roundId,
          village_id: e.villageId,
          verdict_id: e.verdictId,
          class: e.class,
          class_before: e.classBefore,
          movement: e.movement,
          members: e.members,
        })),
      )
      .execute()
}

export const entriesOf = (db: Db, decision: DecisionId): Promise<Entry[]> =>
  db
    .selectFrom('decision_entry')
    .where('decision_id', '=', decision)
    .select([
      'household_id as householdId',
      'village_id as villageId',
      'verdict_id as verdictId',
      'class',
      'class_before as classBefore',
      'movement',
      'members',
    ])
    .execute()

/** From poor to not poor, as every list and card has them. */
const classRank = sql`array_position(${sql.lit(`{${classes.join(',')}}`)}::text[], class)`
/** As `movements` names them. */
const movementRank = sql`array_position(${sql.lit(`{${movements.join(',')}}`)}::text[], movement)`

export const classTotals = (db: Db, decision: DecisionId) =>
  db
    .selectFrom('decision_entry')
    .where('decision_id', '=', decision)
    .select((e) => ['class', e.fn.countAll<number>().as('households'), e.fn.sum<number>('members').as('persons')])
    .groupBy('class')
    .orderBy(classRank)
    .execute()

export const movementsOf = (db: Db, decision: DecisionId): Promise<{ movement: Movement; count: number }[]> =>
  db
    .selectFrom('decision_entry')
    .where('decision_id', '=', decision)
    .select((e) => ['movement', e.fn.countAll<number>().as('count')])
    .groupBy('movement')
    .orderBy(movementRank)
    .execute()

export const setPrinted = (db: Db, decision: DecisionId, printed: { at: Instant; signed: string }) =>
  db
    .updateTable('decision')
    .set({ state: 'printed', printed_at: printed.at, signed: printed.signed })
    .where('id', '=', decision)
    .execute()

export const setWithdrawn = (db: Db, decision: DecisionId, because: string) =>
  db
    .updateTable('decision')
    .set({ state: 'withdrawn', withdrawn_because: because })
    .where('id', '=', decision)
    .execute()

export type Enforced = {
  readonly number: string
  readonly signedOn: PlainDate
  readonly signerName: string
  readonly signerPost: string
  readonly scan: FileId
  readonly holdFrom: PlainDate
  readonly at: Instant
  readonly by: AccountId
}
export const setInForce = (db: Db, decision: DecisionId, e: Enforced) =>
  db
    .updateTable('decision')
    .set({
      state: 'in_force' satisfies DecisionState,
      number: e.number,
      signed_on: e.signedOn,
      signer_name: e.signerName,
      signer_post: e.signerPost,
      scan_id: e.scan,
      classes_hold_from: e.holdFrom,
      in_force_at: e.at,
      in_force_by: e.by,
    })
    .where('id', '=', decision)
    .execute()

export const findNumberUsed = (db: Db, area: AreaId, used: { number: string; signedOn: PlainDate }) =>
  db
    .selectFrom('decision')
    .select('id')
    .where('area_id', '=', area)
    .where('number', '=', used.number)
    .where('signed_on', '=', used.signedOn)
    .executeTakeFirst()

/** Ends what the new classes succeed, then begins them. Nothing is overwritten: only an end is written. */
export async function succeedClasses(
  db: Db,
  rows: readonly ClassRow[],
  by: { decision: DecisionId; standard: string },
): Promise<void> {
  for (const part of chunks(rows)) {
    const ending = part.filter((r) => r.ends !== null)
    await sql`update household_class c set valid_until = e.day
      from unnest(${ending.map((r) => r.householdId)}::uuid[], ${ending.map((r) => r.ends)}::date[],
                  ${ending.map((r) => r.from)}::date[]) as e (household, began, day)
     where c.household_id = e.household and c.valid_from = e.began`.execute(db)
    await db
      .insertInto('household_class')
      .values(
        part.map((r) => ({
          household_id: r.householdId,
          id: newId<'household_class'>(),
          village_id: r.villageId,
          class: r.class,
          standard_id: by.standard,
          valid_from: r.from,
          valid_until: r.until,
          decision_id: by.decision,
          verdict_id: r.verdictId,
        })),
      )
      .execute()
  }
}

export type NewCertificate = {
  readonly id: Id<'certificate'>
  readonly householdId: HouseholdId
  readonly decisionId: DecisionId
  readonly class: 'poor' | 'near_poor'
  readonly year: number
  readonly number: string
  readonly signed: string
}
export async function addCertificates(db: Db, certificates: readonly NewCertificate[]): Promise<void> {
  for (const part of chunks(certificates))
    await db
      .insertInto('certificate')
      .values(
        part.map((c) => ({
          household_id: c.householdId,
          id: c.id,
          decision_id: c.decisionId,
          class: c.class,
          year: c.year,
          number: c.number,
          signed: c.signed,
        })),
      )
      .execute()
}

/**
 * Certificates that end by a decision, or that it gave for days until a later one: whose class ends where another begins.
 * The next certificate ends them, or the decision that gave the household none.
 */
export async function replacedCertificates(
  db: Db,
  decision: DecisionId,
  households: readonly HouseholdId[],
): Promise<Replaced[]> {
  const { rows } = await sql<Replaced>`
    select k.id as paper, n.valid_from as until, coalesce(nk.id, n.decision_id) as by
      from household_class n
      join household_class c on c.household_id = n.household_id and c.valid_until = n.valid_from
      join certificate k on k.household_id = c.household_id and k.decision_id = c.decision_id
      left join certificate nk on nk.household_id = n.household_id and nk.decision_id = n.decision_id
     where n.household_id = any (${households}::uuid[])
       and (n.decision_id = ${decision} or c.decision_id = ${decision})`.execute(db)
  return rows
}
