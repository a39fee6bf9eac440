/** The papers of a decision: its print, certificates, detailed lists, and the scan that came back signed. */
import type { Readable } from 'node:stream'
import { mustBeAble } from '#features/areas/must.ts'
import { presentMembersOf } from '#features/households/queries.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import type { Law } from '#features/surveys/law.ts'
import type { Actor } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { DecisionId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { decisionDocx as docx } from '#platform/server/documents/docx/decision.ts'
import { certificatesPdf as certificates } from '#platform/server/documents/pdf/certificate.ts'
import { decisionPdf as decision } from '#platform/server/documents/pdf/decision.ts'
import { householdListPdf as listPdf } from '#platform/server/documents/pdf/householdList.ts'
import type { ListedClass, PaperFrame } from '#platform/server/documents/types.ts'
import { householdListXlsx as listXlsx } from '#platform/server/documents/xlsx/householdList.ts'
import { type Paper, paper, type Route } from '#platform/server/handle.ts'
import type { Services } from '#platform/server/services.ts'
import { reviewProblem } from '../problems.ts'
import * as contract from './contract.ts'
import { certificateInputs, decisionInput, listInput, type Source } from './inputs.ts'
import { placeOf } from './place.ts'
import { type DecisionRow, findDecision, findScan } from './queries.ts'
import { type EntryFilter, factsOfEntries, listEntries, wholeList } from './views.ts'

type Asking = { readonly db: Db; readonly actor: Actor; readonly services: Services; readonly today: PlainDate }

const pdf = (name: string, body: unknown): Paper => ({
  name: `${name}.pdf`,
  mediaType: 'application/pdf',
  body: body as Readable,
})
const office = (name: string, bytes: Uint8Array): Paper => ({
  name,
  mediaType: name.endsWith('.xlsx')
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  body: Buffer.from(bytes),
})

async function getDecision({ db, actor }: Asking, decisionId: DecisionId): Promise<DecisionRow> {
  const row = await findDecision(db, decisionId)
  if (!row) throw reviewProblem('reviews.decision_not_found')
  await mustBeAble({ db, actor }, 'round.read', row.areaId)
  return row
}

/** The final paper where there is one and none was refused; a draft is marked so on every page. */
function frameFor({ services }: Asking, asked: boolean | undefined, exists: boolean): PaperFrame {
  if (asked === true && !exists) throw reviewProblem('reviews.no_final_paper')
  const { mode, publicUrl } = services.settings
  return { state: (asked ?? exists) ? 'final' : 'draft', demo: mode === 'demo', publicUrl }
}

async function sourceOf(
  asking: Asking,
  law: Law,
  of: { row: DecisionRow; filter?: Partial<EntryFilter> },
): Promise<Source> {
  const { db, today } = asking
  const { row } = of
  const entries = await listEntries(db, { ...of.filter, decisionId: row.decisionId }, wholeList)
  const listed = entries.filter((e) => e.class === 'poor' || e.class === 'near_poor').map((e) => e.householdId)
  return {
    row,
    place: await placeOf(db, row.areaId, row.windowFrom),
    standard: (await law.text(db, row.opening_hash)).document as Standard,
    entries,
    members: await presentMembersOf(db, listed, row.signedOn ?? today),
  }
}

const isFixed = (row: DecisionRow): boolean => row.state === 'printed' || row.state === 'in_force'

const asPdf = (law: Law) =>
  paper(contract.decisionPdf, async (call) => {
    const row = await getDecision(call, call.input.decisionId)
    const frame = frameFor(call, call.input.final, isFixed(row))
    return pdf(
      'Quyết định công nhận hộ nghèo, hộ cận nghèo',
      decision(decisionInput(await sourceOf(call, law, { row })), frame),
    )
  })

const asDocx = (law: Law) =>
  paper(contract.decisionDocx, async (call) => {
    const row = await getDecision(call, call.input.decisionId)
    const frame = frameFor(call, call.input.final, isFixed(row))
    const bytes = await docx(decisionInput(await sourceOf(call, law, { row })), frame)
    return office('Quyết định công nhận hộ nghèo, hộ cận nghèo.docx', bytes)
  })

const asCertificates = (law: Law) =>
  paper(contract.certificatesPdf, async (call) => {
    const { decisionId, final, villageId, householdId, class: ofClass } = call.input
    const row = await getDecision(call, decisionId)
    const filter = { villageId, householdId, class: ofClass }
    const inputs = certificateInputs(await sourceOf(call, law, { row, filter }))
    if (inputs.length === 0) throw reviewProblem('reviews.no_certificate')
    const frame = frameFor(call, final, row.state === 'in_force')
    const given = frame.state === 'draft' ? inputs.map((one) => ({ ...one, signed: null })) : inputs
    return pdf('Giấy chứng nhận hộ nghèo, hộ cận nghèo', certificates(given, frame))
  })

const formName: Record<ListedClass, string> = {
  poor: 'Danh sách hộ nghèo (biểu 15)',
  near_poor: 'Danh sách hộ cận nghèo (biểu 14)',
}

async function listFor(call: Asking, law: Law, asked: { decisionId: DecisionId; class: ListedClass; final?: boolean }) {
  const row = await getDecision(call, asked.decisionId)
  const source = await sourceOf(call, law, { row, filter: { class: asked.class } })
  const facts = new Map((await factsOfEntries(call.db, row.decisionId)).map((s) => [s.householdId, s.facts as Facts]))
  const input = listInput(source, asked.class, facts)
  return { input, frame: frameFor(call, asked.final, isFixed(row)), name: formName[asked.class] }
}

const asListPdf = (law: Law) =>
  paper(contract.householdListPdf, async (call) => {
    const { input, frame, name } = await listFor(call, law, call.input)
    return pdf(name, listPdf(input, frame))
  })

const asListXlsx = (law: Law) =>
  paper(contract.householdListXlsx, async (call) => {
    const { input, frame, name } = await listFor(call, law, call.input)
    return office(`${name}.xlsx`, await listXlsx(input, frame))
  })

const scan = paper(contract.decisionScan, async (call) => {
  const row = await getDecision(call, call.input.decisionId)
  const file = row.scanId ? await findScan(call.db, row.scanId) : undefined
  if (!file) throw reviewProblem('reviews.no_final_paper')
  return { name: file.name, mediaType: file.media_type, body: file.content }
})

export const paperRoutes = (law: Law): Route[] => [
  asPdf(law),
  asDocx(law),
  asCertificates(law),
  asListPdf(law),
  asListXlsx(law),
  scan,
]
