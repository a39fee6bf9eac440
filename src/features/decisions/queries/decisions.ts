/** SQL of decisions and the lists annexed to them. */
import { type Selectable, sql } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { type Signer, signerColumns } from '#features/papers/rules/signature.ts'
import { classes } from '#features/standards/model/verdict.ts'
import type { Authority } from '#kernel/access.ts'
import type { Instant, PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, DecisionId, FileId, HouseholdId, RoundId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { type DecisionState, type Movement, movements } from '../model.ts'
import { chunks } from '../rules/chunks.ts'
import type { EntryContent, Fixed } from '../rules/content.ts'
import type { Entry } from '../rules/decision.ts'
import type { Numbered } from '../rules/signing.ts'

export type Listed = Entry & Fixed

const columns = [
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
  'd.register_day as registerDay',
  'd.tried_hash as triedHash',
  sql<Said | null>`d.tried_fault`.as('triedFault'),
  'd.signed',
  'd.number',
  'd.signed_on as signedOn',
  'd.signer_name as signerName',
  'd.signer_post as signerPost',
  sql<Authority | null>`d.signer_authority`.as('signerAuthority'),
  'd.signer_id as signerId',
  'd.signer_because as signerBecause',
  sql<string[] | null>`d.grounds`.as('grounds'),
  'd.scan_id as scanId',
  'd.classes_hold_from as classesHoldFrom',
  sql<HouseholdId[]>`d.left_out`.as('leftOut'),
  'd.left_out_because as leftOutBecause',
] as const

/** Of the commune's own, and of one in force that names households who live under the actor now. */
export const findDecision = (db: Db, decision: DecisionId) =>
  db
    .selectFrom(sql<Selectable<Tables['decision']>>`decision_shown(${decision})`.as('d'))
    .innerJoin(sql<Selectable<Tables['round']>>`decision_round(${decision})`.as('r'), (j) => j.onTrue())
    .leftJoin('account as a', 'a.id', 'd.drafted_by')
    .select(columns)
    .executeTakeFirst()
export type DecisionRow = NonNullable<Awaited<ReturnType<typeof findDecision>>>

/** Held still until the transaction ends. */
export const findDecisionForUpdate = (db: Db, decision: DecisionId) =>
  db
    .selectFrom('decision as d')
    .innerJoin('round as r', 'r.id', 'd.round_id')
    .leftJoin('account as a', 'a.id', 'd.drafted_by')
    .select(columns)
    .where('d.id', '=', decision)
    .forUpdate('d')
    .executeTakeFirst()

/** Who had left the round and was back, and is not on the list; null of nobody. */
export type LeavesOut = { readonly households: readonly HouseholdId[]; readonly because: string | null }

export type NewDecision = {
  readonly id: DecisionId
  readonly roundId: RoundId
  readonly areaId: AreaId
  readonly hash: string
  readonly by: AccountId
  readonly at: Instant
  /** The register stood so on this day. */
  readonly day: PlainDate
  readonly signer: Signer | null
  readonly grounds: readonly string[]
  readonly leaves: LeavesOut
}

/** The list of a decision that follows in the same transaction: rows of households are written before units. */
export async function addEntries(db: Db, d: NewDecision, entries: readonly Listed[]): Promise<void> {
  for (const part of chunks(entries)) {
    const list = part.map((e) => ({
      household: e.householdId,
      id: newId<'decision_entry'>(),
      village: e.villageId,
      verdict: e.verdictId,
      class: e.class,
      before: e.classBefore,
      movement: e.movement,
      members: e.members,
      place: e.place,
      content: e.content,
    }))
    await sql`select decision_list(${d.id}, ${d.roundId}, ${JSON.stringify(list)})`.execute(db)
  }
}

export const addDecision = (db: Db, d: NewDecision) =>
  db
    .insertInto('decision')
    .values({
      id: d.id,
      round_id: d.roundId,
      area_id: d.areaId,
      state: 'drafted',
      content_hash: d.hash,
      drafted_by: d.by,
      drafted_at: d.at,
      register_day: d.day,
      grounds: JSON.stringify(d.grounds),
      left_out: JSON.stringify(d.leaves.households),
      left_out_because: d.leaves.because,
      ...signerColumns(d.signer),
    })
    .execute()

export const entriesOf = (db: Db, decision: DecisionId): Promise<Listed[]> =>
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
      'place',
      sql<EntryContent>`content`.as('content'),
    ])
    .execute()

/** From poor to not poor, as every list and card has them. */
const classRank = sql`array_position(${sql.lit(`{${classes.join(',')}}`)}::text[], class)`
/** As `movements` names them. */
const movementRank = sql`array_position(${sql.lit(`{${movements.join(',')}}`)}::text[], movement)`

/** How many persons the papers name: a decision of before counted those surveyed in `members`. */
export const personsSaid = sql<number>`jsonb_array_length(content->'members')`

export const classTotals = (db: Db, decision: DecisionId) =>
  db
    .selectFrom('decision_entry')
    .where('decision_id', '=', decision)
    .select((e) => ['class', e.fn.countAll<number>().as('households'), e.fn.sum<number>(personsSaid).as('persons')])
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

export type Trial = { readonly hash: string; readonly at: Instant; readonly fault: Said | null }

/** How the papers of a draft came out when they were laid out on trial. */
export const setTried = (db: Db, decision: DecisionId, { hash, at, fault }: Trial) =>
  db
    .updateTable('decision')
    .set({ tried_hash: hash, tried_at: at, tried_fault: sql<string>`${fault && JSON.stringify(fault)}::jsonb` })
    .where('id', '=', decision)
    .execute()

export const setWithdrawn = (db: Db, decision: DecisionId, because: string) =>
  db
    .updateTable('decision')
    .set({ state: 'withdrawn', withdrawn_because: because })
    .where('id', '=', decision)
    .execute()

export type Enforced = {
  readonly numbered: Numbered
  readonly signedOn: PlainDate
  readonly signer: Signer
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
      number: e.numbered.number,
      number_serial: e.numbered.serial,
      number_year: e.numbered.year,
      signed_on: e.signedOn,
      ...signerColumns(e.signer),
      scan_id: e.scan,
      classes_hold_from: e.holdFrom,
      in_force_at: e.at,
      in_force_by: e.by,
    })
    .where('id', '=', decision)
    .execute()

/** A decision of the commune that has the number already: that year, or as it was typed on that day. */
export const findNumberUsed = (db: Db, area: AreaId, used: Numbered, signedOn: PlainDate) =>
  db
    .selectFrom('decision')
    .select('id')
    .where('area_id', '=', area)
    .where((e) =>
      e.or([
        e.and([e('number_year', '=', used.year), e('number_serial', '=', used.serial)]),
        e.and([e('number', '=', used.number), e('signed_on', '=', signedOn)]),
      ]),
    )
    .executeTakeFirst()

/** How many households stand on its list, whoever reads it. */
export const sizeOf = async (db: Db, decision: DecisionId): Promise<number> =>
  (await sql<{ n: number }>`select decision_size(${decision}) as n`.execute(db)).rows[0]?.n ?? 0

/** How many households of its list the actor does not see where they live, or where they were reviewed. */
export const countUnseen = async (db: Db, decision: DecisionId): Promise<number> =>
  (await sql<{ n: number | null }>`select decision_unseen(${decision}) as n`.execute(db)).rows[0]?.n ?? 0

/** Of these villages those that the actor does not reach, with the commune over each today. */
export async function homesElsewhere(db: Db, homes: readonly AreaId[], today: PlainDate): Promise<Map<AreaId, string>> {
  if (homes.length === 0) return new Map()
  const { rows } = await sql<{ id: AreaId; name: string }>`
    select h.id, coalesce((select string_agg(v.name, ', ' order by v.name) from area_reach r
             join area_version v on v.area_id = r.over_id and v.level = 3 and ${validOn('v', today)} where r.area_id = h.id), '') as name
      from unnest(${[...new Set(homes)]}::uuid[]) as h (id) where not nb_holds(h.id)`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
