/** SQL of certificates, and of what ends them. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { DecisionId, HouseholdId, Id } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { chunks } from '../rules/chunks.ts'

export type NewCertificate = {
  readonly id: Id<'certificate'>
  readonly household: HouseholdId
  readonly class: 'poor' | 'near_poor'
  readonly number: string
  readonly signed: string
}
export async function addCertificates(
  db: Db,
  certificates: readonly NewCertificate[],
  { decisionId, year }: { decisionId: DecisionId; year: number },
): Promise<void> {
  for (const part of chunks(certificates))
    await sql`select certificate_make(${decisionId}, ${year}, ${JSON.stringify(part)})`.execute(db)
}

/** Those of a household that has ended hold no longer, by its first day without it; those of one that stands again (null) do. */
export const endCertificates = (db: Db, household: string, on: PlainDate | null) =>
  sql`select certificate_end(${household}, ${on})`.execute(db)

/** The paper that ends is a certificate, `by` another or a decision; `until`: the first day on which it no longer holds. */
type Replaced = { readonly paper: string; readonly until: PlainDate; readonly by: string }

/** Certificates that end by a decision, or that it gave for days until a later one. */
export const replacedCertificates = async (
  db: Db,
  decision: DecisionId,
  households: readonly HouseholdId[],
): Promise<Replaced[]> =>
  (
    await sql<Replaced>`
      select paper, until, successor as by from certificate_replaced(${decision}, ${households})`.execute(db)
  ).rows
