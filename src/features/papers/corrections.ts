/**
 * Papers that put right what another says: drafted, then in force or withdrawn. What is put right, of whom, and whether it
 * may be, knows the room that issued the wrong paper; here they are kept, all of them in one table.
 */
import { sql } from 'kysely'
import type { Authority } from '#kernel/access.ts'
import type { Instant, PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, CorrectionId, FileId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Signer, signerColumns } from './rules/signature.ts'

/** `Told`: what a paper says of its subject, as the room keeps it. */
export type NewCorrection<Told> = {
  readonly id: CorrectionId
  readonly areaId: AreaId
  /** Of whom the wrong paper speaks, and where that lives. */
  readonly subjectId: string
  readonly subjectHomeId: AreaId
  /** The paper that says it and stays in force. */
  readonly amends: string
  /** Whose paper that is. */
  readonly amendedAreaId: AreaId
  /** The paper that ends. */
  readonly replaces: string
  readonly because: string
  readonly before: Told
  readonly after: Told
  readonly hash: string
  readonly signed: string
  readonly by: AccountId
  readonly at: Instant
  readonly signer: Signer
  readonly grounds: readonly string[]
}

export const addCorrection = <Told>(db: Db, c: NewCorrection<Told>) =>
  db
    .insertInto('correction')
    .values({
      id: c.id,
      area_id: c.areaId,
      subject_kind: 'household',
      subject_id: c.subjectId,
      subject_home_id: c.subjectHomeId,
      amends_id: c.amends,
      amended_area_id: c.amendedAreaId,
      replaced_id: c.replaces,
      because: c.because,
      before: JSON.stringify(c.before),
      after: JSON.stringify(c.after),
      content_hash: c.hash,
      signed: c.signed,
      drafted_by: c.by,
      drafted_at: c.at,
      grounds: JSON.stringify(c.grounds),
      ...signerColumns(c.signer),
    })
    .execute()

const corrections = <Told>(db: Db) =>
  db
    .selectFrom('correction as c')
    .leftJoin('account as a', 'a.id', 'c.drafted_by')
    .select([
      'c.id as correctionId',
      'c.area_id as areaId',
      'c.subject_id as subjectId',
      sql<AreaId>`c.subject_home_id`.as('subjectHomeId'),
      'c.amends_id as amends',
      sql<AreaId>`c.amended_area_id`.as('amendedAreaId'),
      'c.replaced_id as replaces',
      'c.successor_id as successor',
      'c.because',
      sql<Told>`c.before`.as('before'),
      sql<Told>`c.after`.as('after'),
      'c.content_hash as contentHash',
      'c.signed',
      'c.state',
      'c.drafted_at as draftedAt',
      sql<string>`coalesce(a.full_name, '')`.as('draftedBy'),
      'c.tried_hash as triedHash',
      sql<Said | null>`c.tried_fault`.as('triedFault'),
      'c.withdrawn_because as withdrawnBecause',
      'c.number',
      'c.signed_on as signedOn',
      'c.signer_name as signerName',
      'c.signer_post as signerPost',
      sql<Authority | null>`c.signer_authority`.as('signerAuthority'),
      'c.signer_id as signerId',
      'c.signer_because as signerBecause',
      sql<string[] | null>`c.grounds`.as('grounds'),
      'c.scan_id as scanId',
    ])

export const findCorrection = <Told>(db: Db, correction: CorrectionId) =>
  corrections<Told>(db).where('c.id', '=', correction).executeTakeFirst()
export type Correction<Told> = NonNullable<Awaited<ReturnType<typeof findCorrection<Told>>>>

/** Held still until the transaction ends. */
export const holdCorrection = <Told>(db: Db, correction: CorrectionId) =>
  corrections<Told>(db).where('c.id', '=', correction).forUpdate('c').executeTakeFirst()

/** Of a paper that stays in force, the newest first; of one subject where it is given. */
export const correctionsOf = <Told>(db: Db, amends: string, subject?: string): Promise<Correction<Told>[]> =>
  corrections<Told>(db)
    .where('c.amends_id', '=', amends)
    .$if(subject !== undefined, (q) => q.where('c.subject_id', '=', subject as string))
    .orderBy('c.drafted_at', 'desc')
    .execute()

export type Trial = { readonly hash: string; readonly at: Instant; readonly fault: Said | null }

/** How its papers came out when they were laid out on trial. */
export const setCorrectionTried = (db: Db, correction: CorrectionId, { hash, at, fault }: Trial) =>
  db
    .updateTable('correction')
    .set({ tried_hash: hash, tried_at: at, tried_fault: sql<string>`${fault && JSON.stringify(fault)}::jsonb` })
    .where('id', '=', correction)
    .execute()

export const setCorrectionWithdrawn = (db: Db, correction: CorrectionId, because: string) =>
  db
    .updateTable('correction')
    .set({ state: 'withdrawn', withdrawn_because: because })
    .where('id', '=', correction)
    .execute()

export type CorrectionSigned = {
  readonly successor: string
  readonly number: string
  readonly signedOn: PlainDate
  readonly signer: Signer
  readonly scan: FileId
  readonly at: Instant
  readonly by: AccountId
}

export const setCorrectionInForce = (db: Db, correction: CorrectionId, c: CorrectionSigned) =>
  db
    .updateTable('correction')
    .set({
      state: 'in_force',
      successor_id: c.successor,
      number: c.number,
      signed_on: c.signedOn,
      ...signerColumns(c.signer),
      scan_id: c.scan,
      in_force_at: c.at,
      in_force_by: c.by,
    })
    .where('id', '=', correction)
    .execute()
