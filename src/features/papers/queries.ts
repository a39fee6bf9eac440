/** SQL of the public check. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import type { PaperKind } from '#kernel/signed.ts'
import type { Db } from '#platform/server/database/open.ts'

export type Standing = {
  kind: PaperKind
  number: string | null
  issued_on: PlainDate | null
  in_force: boolean
  valid_from: PlainDate | null
  valid_until: PlainDate | null
  ended_because: 'household_ended' | null
  ended_on: PlainDate | null
  replaced_kind: PaperKind | null
  replaced_number: string | null
  replaced_on: PlainDate | null
  instead_kind: PaperKind | null
  instead_number: string | null
  instead_on: PlainDate | null
  instead_from: PlainDate | null
  instead_until: PlainDate | null
  instead_holds: boolean | null
  amends_kind: PaperKind | null
  amends_number: string | null
  amends_on: PlainDate | null
  corrections: { readonly number: string; readonly day: PlainDate; readonly kind?: PaperKind }[]
}

/** How a paper stands on a day; nothing where it was never registered. */
export async function findStanding(db: Db, paper: Id<'signed_paper'>, day: PlainDate): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`select * from paper_status(${paper}, ${day})`.execute(db)
  return rows[0]
}
