/**
 * The register of every signed paper. Who signs one writes it here in the same transaction, and says when it comes into
 * force and when another takes its place; nothing else of it ever changes.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, Id } from '#kernel/ids.ts'
import { decodeSigned } from '#kernel/signed.ts'
import type { Db } from '#platform/server/database/open.ts'

/** A paper as it was signed (`signPaper`): its id, kind, number and day are read from there. */
export type Signed = {
  readonly signed: string
  /** The record it speaks of: a household, a round. Never a person by name or number. */
  readonly subjectId: string
  /** Null while it waits to be signed by hand: it is then in force on no day. */
  readonly inForceFrom: PlainDate | null
}
export type Issuing = { readonly areaId: AreaId; readonly series: string | null }

/** The row of the register that a signed paper makes. Throws where the text is none. */
export function registered({ signed, subjectId, inForceFrom }: Signed, { areaId, series }: Issuing) {
  const decoded = decodeSigned(signed)
  if (!decoded) throw new RangeError('not a signed paper')
  const { id, kind, number, day } = decoded.paper
  return {
    id: id as Id<'signed_paper'>,
    kind,
    series,
    number: number || null,
    area_id: areaId,
    subject_id: subjectId,
    issued_on: inForceFrom && day,
    in_force_from: inForceFrom,
    payload_hash: createHash('sha256').update(decoded.bytes).digest(),
  }
}

/** Refused where the unit is not the actor's. */
export async function registerPapers(db: Db, papers: readonly Signed[], of: Issuing): Promise<void> {
  const rows = papers.map((paper) => {
    const row = registered(paper, of)
    return { ...row, payload_hash: `\\x${row.payload_hash.toString('hex')}` }
  })
  await sql`select paper_register(${of.areaId}, ${of.series}, ${JSON.stringify(rows)})`.execute(db)
}

export type Enforced = { readonly number: string; readonly issuedOn: PlainDate; readonly from: PlainDate }

/** A paper that waited is signed by hand. Throws where it is not in the register, or not of the actor's units. */
export async function beginPaper(db: Db, paper: string, { number, issuedOn, from }: Enforced): Promise<void> {
  const { rows } = await sql<{
    begun: boolean
  }>`select paper_begin(${paper}, ${number}, ${issuedOn}, ${from}) as begun`.execute(db)
  if (!rows[0]?.begun) throw new Error(`paper ${paper} does not wait in the register`)
}

/** A paper that changes a part of another, which stays in force. Both are in the register. */
export const recordChange = (db: Db, change: { by: Id<'signed_paper'>; of: Id<'signed_paper'>; areaId: AreaId }) =>
  sql`select paper_change_keep(${change.areaId}, ${change.by}, ${change.of})`.execute(db)

/** Another paper stands in the place of one that changes a paper, or is changed: both are said of the other from now on. */
export const followChanges = (db: Db, of: { areaId: AreaId; from: string; to: string }) =>
  sql`select paper_changes_follow(${of.areaId}, ${of.from}, ${of.to})`.execute(db)

export type Replaced = { readonly paper: string; readonly until: PlainDate; readonly by: string }

/**
 * Papers that end because others take their place; both are in the register, and the actor's units issued one of the two.
 * Throws where that is not so.
 */
export async function replacePapers(db: Db, all: readonly Replaced[]): Promise<void> {
  if (all.length === 0) return
  const { rows } = await sql<{ ended: number }>`select paper_replace(
    ${all.map((r) => r.paper)}::uuid[], ${all.map((r) => r.until)}::date[], ${all.map((r) => r.by)}::uuid[]) as ended`.execute(
    db,
  )
  if (rows[0]?.ended !== all.length) throw new Error(`${rows[0]?.ended} of ${all.length} papers could be replaced`)
}
