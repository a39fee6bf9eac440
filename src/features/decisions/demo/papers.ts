/** The demo's decisions and certificates in the register of signed papers. */
import { type Issuing, registered, type Signed } from '#features/papers/register.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'

/** Papers of one unit, in force; `number`: of a decision, whose signed text does not know it yet. */
export async function writePapers(
  db: OwnerConnection,
  papers: readonly Signed[],
  { number, ...of }: Issuing & { readonly number?: string },
): Promise<void> {
  const rows = papers.map((paper) => registered(paper, of))
  await insertRows(db, {
    table: 'signed_paper',
    columns: columnsIn(
      'id:uuid kind:text series:text number:text area_id:uuid subject_id:uuid issued_on:date in_force_from:date payload_hash:bytea',
    ),
    rows: rows.map((row) => [
      row.id,
      row.kind,
      row.series,
      row.number ?? number ?? null,
      row.area_id,
      row.subject_id,
      row.issued_on,
      row.in_force_from,
      row.payload_hash,
    ]),
  })
}

/** Certificates end where the class of a later decision begins. */
export const endReplacedPapers = (db: OwnerConnection): Promise<unknown> =>
  db.query(`
    update signed_paper p set in_force_until = n.valid_from, replaced_by = coalesce(nk.id, n.decision_id)
      from certificate k
      join household_class c on c.household_id = k.household_id and c.decision_id = k.decision_id
      join household_class n on n.household_id = c.household_id and n.valid_from = c.valid_until
      left join certificate nk on nk.household_id = n.household_id and nk.decision_id = n.decision_id
     where p.id = k.id`)
