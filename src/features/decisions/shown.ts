/** What is shown of a decision: whole where it was decided, elsewhere the lines of the households that live there now. */
import { type Selectable, sql } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, CorrectionId, DecisionId } from '#kernel/ids.ts'
import { decodeSigned } from '#kernel/signed.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { decisionProblem } from './problems.ts'
import { type DecisionRow, findDecision, homesElsewhere, sizeOf } from './queries/decisions.ts'
import { endedCertificates } from './queries/ended.ts'
import { countEntries, type EntryRow } from './views.ts'

/** Throws where the actor reads no line of it: he holds the right of the call where it was decided, or over a commune of its households. */
export async function getShown(db: Db, decisionId: DecisionId): Promise<DecisionRow> {
  const row = await findDecision(db, decisionId)
  if (!row) throw decisionProblem('decisions.not_found')
  return row
}

/** The signed page of a decision that is read whole, or of a correction that is read, whichever commune keeps it. */
export const findSignedScan = (db: Db, paper: DecisionId | CorrectionId) =>
  db
    .selectFrom(sql<Selectable<Tables['file']>>`signed_scan(${paper})`.as('f'))
    .select(['f.name', 'f.media_type', 'f.content'])
    .executeTakeFirst()

/** How many households of the list the reader is not shown. */
export const unseenOf = async (db: Db, decisionId: DecisionId): Promise<number> =>
  (await sizeOf(db, decisionId)) - (await countEntries(db, { decisionId }))

/** A paper that carries the number and the signature of all is drawn of all or not at all. */
export async function mustShowAll(db: Db, { decisionId }: DecisionRow, commune: string): Promise<void> {
  const count = await unseenOf(db, decisionId)
  if (count > 0) throw decisionProblem('decisions.only_lines', { commune, count })
}

export const linesOnly = (count: number): Said => ({
  vi: `chỉ gồm hộ nay thuộc địa bàn; ${count} hộ khác của quyết định không hiện ở đây`,
  en: `only households that live here now; ${count} others of the decision are not shown`,
})

/** `areaId`: the commune that decided. */
type Shown = { readonly areaId: AreaId; readonly today: PlainDate }

/** The commune that issued a certificate, as printed, where another one decided. */
const issuedElsewhere = ({ certificateAreaId, certificateSigned }: EntryRow, decidedIn: AreaId): string | null =>
  certificateAreaId !== null && certificateAreaId !== decidedIn
    ? (decodeSigned(certificateSigned ?? '')?.paper.issuedBy.name ?? null)
    : null

/** Lines as lists have them, each with the commune where its household lives where the reader does not reach that, and with how its certificate ended. */
export async function shownEntries(db: Db, entries: readonly EntryRow[], { areaId, today }: Shown) {
  const elsewhere = await homesElsewhere(
    db,
    entries.map(({ homeId }) => homeId),
    today,
  )
  const certificates = entries.map(({ certificateId }) => certificateId)
  const ended = await endedCertificates(db, certificates, today)
  return entries.map((row) => {
    const {
      certificateSigned: _s,
      certificateYear: _y,
      certificateAreaId: _a,
      verdictId: _v,
      homeId,
      content,
      ...entry
    } = row
    return {
      ...entry,
      issuedBy: issuedElsewhere(row, areaId),
      headName: content.head,
      villageName: content.village,
      members: content.members.length,
      livesIn: elsewhere.get(homeId) ?? null,
      certificateEnded: (entry.certificateId && ended.get(entry.certificateId)) ?? null,
    }
  })
}
