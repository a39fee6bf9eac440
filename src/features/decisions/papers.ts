/** The papers of a decision: its print, certificates, detailed lists, and the scan that came back signed. */
import { mustBeAble } from '#features/areas/must.ts'
import { presentMembersOf } from '#features/households/queries.ts'
import { findFile } from '#features/papers/files.ts'
import type { Law } from '#features/standards/law.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import type { Actor } from '#kernel/access.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import type { DecisionId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type FileWords, fileName, paperFile } from '#platform/server/documents/file.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { paper, type Route } from '#platform/server/handle.ts'
import type { Services } from '#platform/server/services.ts'
import * as contract from './contract.ts'
import { composing } from './documents/composing.ts'
import type { CertificateInput, HouseholdListInput, ListedClass } from './documents/types.ts'
import { certificateInputs, decisionInput, listInput, type Source } from './inputs.ts'
import { placeOf } from './place.ts'
import { decisionProblem } from './problems.ts'
import { type DecisionRow, findDecision } from './queries/decisions.ts'
import { type EntryFilter, factsOfEntries, listEntries, wholeList } from './views.ts'

type Asking = { readonly db: Db; readonly actor: Actor; readonly services: Services; readonly today: PlainDate }

async function getDecision({ db, actor }: Asking, decisionId: DecisionId): Promise<DecisionRow> {
  const row = await findDecision(db, decisionId)
  if (!row) throw decisionProblem('decisions.not_found')
  await mustBeAble({ db, actor }, 'round.read', row.areaId)
  return row
}

/** The final paper where there is one and none was refused; a draft is marked so on every page. */
function frameFor({ services }: Asking, asked: boolean | undefined, exists: boolean): PaperFrame {
  if (asked === true && !exists) throw decisionProblem('decisions.no_final_paper')
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

type Read = { readonly source: Source; readonly frame: PaperFrame }
type Wanted = { readonly decisionId: DecisionId; readonly final?: boolean }

const readDecision =
  (law: Law) =>
  async (call: Asking & { input: Wanted }): Promise<Read> => {
    const row = await getDecision(call, call.input.decisionId)
    const frame = frameFor(call, call.input.final, isFixed(row))
    return { source: await sourceOf(call, law, { row }), frame }
  }

/** Whose paper it is, for the name of its file. */
const ofPlace = ({ source, frame }: Read): Pick<FileWords, 'place' | 'isDraft'> => ({
  place: source.place.inText,
  isDraft: frame.state === 'draft',
})

const decisionFile = (read: Read): FileWords => {
  const { number, signedOn, windowUntil } = read.source.row
  return { what: 'Quyết định', number, ...ofPlace(read), year: yearOf(signedOn ?? windowUntil) }
}

const asPdf = (law: Law) =>
  paper(contract.decisionPdf, readDecision(law), async ({ source, frame }, { services }) => {
    const bytes = await services.workers.run(composing, 'decisionPdf', decisionInput(source), frame)
    return paperFile(decisionFile({ source, frame }), 'pdf', bytes)
  })

const asDocx = (law: Law) =>
  paper(contract.decisionDocx, readDecision(law), async ({ source, frame }, { services }) => {
    const bytes = await services.workers.run(composing, 'decisionDocx', decisionInput(source), frame)
    return paperFile(decisionFile({ source, frame }), 'docx', bytes)
  })

/** One by its own number, several by what they are. */
function certificatesFile(read: Read, [first, ...others]: readonly CertificateInput[]): FileWords {
  const isNumbered = first !== undefined && others.length === 0 && !first.number.startsWith('.')
  const number = isNumbered ? first.number : null
  const what = number ? 'Giấy chứng nhận' : 'Giấy chứng nhận hộ nghèo, hộ cận nghèo'
  const about = { what, number, ...ofPlace(read) }
  // The number of one ends with its year.
  return number || !first ? about : { ...about, year: first.year }
}

const asCertificates = (law: Law) =>
  paper(
    contract.certificatesPdf,
    async (call): Promise<Read> => {
      const { decisionId, final, ...filter } = call.input
      const row = await getDecision(call, decisionId)
      const frame = frameFor(call, final, row.state === 'in_force')
      return { source: await sourceOf(call, law, { row, filter }), frame }
    },
    async ({ source, frame }, { services }) => {
      const inputs = certificateInputs(source)
      if (inputs.length === 0) throw decisionProblem('decisions.no_certificate')
      const given = frame.state === 'draft' ? inputs.map((one) => ({ ...one, signed: null })) : inputs
      const bytes = await services.workers.run(composing, 'certificatesPdf', given, frame)
      return paperFile(certificatesFile({ source, frame }, inputs), 'pdf', bytes)
    },
  )

const formName: Record<ListedClass, string> = {
  poor: 'Danh sách hộ nghèo (biểu 15)',
  near_poor: 'Danh sách hộ cận nghèo (biểu 14)',
}

const listFile = (read: Read, list: HouseholdListInput): FileWords => ({
  what: formName[list.class],
  ...ofPlace(read),
  year: list.year,
})

type ReadList = Read & { readonly facts: ReadonlyMap<string, Facts> }

const readList =
  (law: Law) =>
  async (call: Asking & { input: Wanted & { class: ListedClass } }): Promise<ReadList> => {
    const { decisionId, final, class: listed } = call.input
    const row = await getDecision(call, decisionId)
    const frame = frameFor(call, final, isFixed(row))
    const source = await sourceOf(call, law, { row, filter: { class: listed } })
    const facts = await factsOfEntries(call.db, decisionId)
    return { source, frame, facts: new Map(facts.map((one) => [one.householdId, one.facts as Facts])) }
  }

const asListPdf = (law: Law) =>
  paper(contract.householdListPdf, readList(law), async ({ source, frame, facts }, { services, input }) => {
    const list = listInput(source, input.class, facts)
    const bytes = await services.workers.run(composing, 'householdListPdf', list, frame)
    return paperFile(listFile({ source, frame }, list), 'pdf', bytes)
  })

const asListXlsx = (law: Law) =>
  paper(contract.householdListXlsx, readList(law), async ({ source, frame, facts }, { services, input }) => {
    const list = listInput(source, input.class, facts)
    const bytes = await services.workers.run(composing, 'householdListXlsx', list, frame)
    return paperFile(listFile({ source, frame }, list), 'xlsx', bytes)
  })

const scan = paper(contract.decisionScan, async (call) => {
  const row = await getDecision(call, call.input.decisionId)
  const file = row.scanId ? await findFile(call.db, row.scanId) : undefined
  if (!file) throw decisionProblem('decisions.no_final_paper')
  const { inText } = await placeOf(call.db, row.areaId, row.windowFrom)
  const year = yearOf(row.signedOn ?? row.windowUntil)
  const name = fileName({ what: 'Quyết định (bản ký)', number: row.number, place: inText, year })
  return { name: `${name}.${endings[file.media_type] ?? 'pdf'}`, mediaType: file.media_type, body: file.content }
})

/** What a scan may be. */
const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png' }

export const paperRoutes = (law: Law): Route[] => [
  asPdf(law),
  asDocx(law),
  asCertificates(law),
  asListPdf(law),
  asListXlsx(law),
  scan,
]
