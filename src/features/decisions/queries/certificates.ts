/** SQL of certificates, and of what ends them. */

import { sql } from 'kysely'
import { homesOf } from '#features/households/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { DecisionId, HouseholdId, Id } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { chunks } from '../rules/chunks.ts'

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
  for (const part of chunks(certificates)) {
    const homeOf = await homesOf(
      db,
      part.map((c) => c.householdId),
    )
    await db
      .insertInto('certificate')
      .values(
        part.map((c) => ({
          household_id: c.householdId,
          home_id: homeOf(c.householdId),
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
}

/** The paper that ends is a certificate, `by` another or a decision; `until`: the first day on which it no longer holds. */
type Replaced = { readonly paper: string; readonly until: PlainDate; readonly by: string }

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
