/** The papers of a decision: its print, certificates, detailed lists, and the scan that came back signed. */
import type { Correction } from '#features/papers/corrections.ts'
import { type Law, lawOf } from '#features/standards/law.ts'
import type { Library } from '#features/standards/library.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import { recalledNote } from '#features/standards/rules/grounds.ts'
import type { Actor } from '#kernel/access.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import type { CertificateId, DecisionId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type FileWords, paperFile, scanFile } from '#platform/server/documents/file.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { endedMark, numberAndDay, replacedMark } from '#platform/server/documents/words.ts'
import { paper, type Route } from '#platform/server/handle.ts'
import type { Services } from '#platform/server/services.ts'
import type { Told } from '../correction/model.ts'
import { correctionsInForce, numberOfCertificate } from '../correction/queries.ts'
import { lastAfter } from '../correction/rules.ts'
import { composing } from '../documents/composing.ts'
import type { CertificateInput, HouseholdListInput, ListedClass } from '../documents/types.ts'
import { certificateInputs, certificateIssuers, decisionInput, listedOf, listInput, type Source } from '../inputs.ts'
import { placeOfDecision, placesOfCorrections } from '../place.ts'
import { decisionProblem } from '../problems.ts'
import { type DecisionRow, homesElsewhere } from '../queries/decisions.ts'
import { endedCertificates } from '../queries/ended.ts'
import { footOf } from '../rules/printed.ts'
import { findSignedScan, getShown, mustShowAll } from '../shown.ts'
import { type EntryFilter, type EntryRow, listEntries, wholeList } from '../views.ts'
import * as contract from './contract.ts'

type Asking = { readonly db: Db; readonly actor: Actor; readonly services: Services; readonly today: PlainDate }

/** A decision that the actor reads whole: its lists and its print are drawn of all its households. */
async function getWhole({ db }: Asking, decisionId: DecisionId): Promise<DecisionRow> {
  const row = await getShown(db, decisionId)
  await mustShowAll(db, row, (await placeOfDecision(db, row)).name)
  return row
}

type Framed = { readonly row: DecisionRow; readonly asked: boolean | undefined; readonly from: 'printed' | 'in_force' }

/**
 * The final paper where there is one and none was refused; a draft is marked so on every page. What was signed on paper is
 * printed again once it is in force; a certificate is first printed then.
 */
function frameFor({ services, today }: Asking, { row, asked, from }: Framed): PaperFrame {
  const exists = row.state === 'in_force' || row.state === from
  if (asked === true && !exists) throw decisionProblem('decisions.no_final_paper')
  const { mode, publicUrl } = services.settings
  const final = asked ?? exists
  const again = from === 'printed' && row.state === 'in_force'
  const foot = footOf({ registerDay: row.registerDay, on: final ? today : null, again })
  return { state: final ? 'final' : 'draft', demo: mode === 'demo', publicUrl, foot }
}

async function sourceOf(
  { db }: Asking,
  law: Law,
  of: { row: DecisionRow; filter?: Partial<EntryFilter> },
): Promise<Source> {
  const { row } = of
  const corrections = await correctionsInForce(db, row.decisionId)
  const place = await placeOfDecision(db, row)
  return {
    row,
    corrections,
    correctedAt: await placesOfCorrections(db, { areaId: row.areaId, place }, corrections),
    place,
    standard: (await law.text(db, row.opening_hash)).document as Standard,
    entries: await listEntries(db, { ...of.filter, decisionId: row.decisionId }, wholeList),
  }
}

type Read = { readonly source: Source; readonly frame: PaperFrame }
type Wanted = { readonly decisionId: DecisionId; readonly final?: boolean }

const readDecision =
  (library: Library) =>
  async (call: Asking & { input: Wanted }): Promise<Read> => {
    const row = await getWhole(call, call.input.decisionId)
    const frame = frameFor(call, { row, asked: call.input.final, from: 'printed' })
    const recalled = frame.state === 'draft' ? recalledNote(library.grounds, row.grounds) : ''
    return {
      source: await sourceOf(call, lawOf(library), { row }),
      frame: { ...frame, foot: `${frame.foot}${recalled}` },
    }
  }

/** Whose paper a decision or a list is, for the name of its file. */
const ofPlace = ({ source, frame }: Read): Pick<FileWords, 'place' | 'isDraft'> => ({
  place: source.place.inText,
  isDraft: frame.state === 'draft',
})

const decisionFile = (read: Read): FileWords => {
  const { number, signedOn, windowUntil } = read.source.row
  return { what: 'Quyết định', number, ...ofPlace(read), year: yearOf(signedOn ?? windowUntil) }
}

const asPdf = (library: Library) =>
  paper(contract.decisionPdf, readDecision(library), async ({ source, frame }, { services }) => {
    const bytes = await services.workers.run(composing, 'decisionPdf', decisionInput(source), frame)
    return paperFile(decisionFile({ source, frame }), 'pdf', bytes)
  })

const asDocx = (library: Library) =>
  paper(contract.decisionDocx, readDecision(library), async ({ source, frame }, { services }) => {
    const bytes = await services.workers.run(composing, 'decisionDocx', decisionInput(source), frame)
    return paperFile(decisionFile({ source, frame }), 'docx', bytes)
  })

/** `Giấy chứng nhận số 0165/GCN-2026 theo Quyết định đính chính số 146/QĐ-UBND ngày 20/11/2026` */
const givenBy = async (db: Db, { successor, number, signedOn }: Correction<Told>): Promise<string> =>
  `Giấy chứng nhận số ${await numberOfCertificate(db, successor ?? '')} theo Quyết định đính chính ${numberAndDay(number, signedOn)}`

/** Across a certificate that another has replaced stands that it was; at its foot by which, and which one is in use. */
async function asReplaced({ db, today }: Asking, { source, frame }: Read, certificate: CertificateId) {
  const by = source.corrections.find((c) => c.replaces === certificate)
  const last = lastAfter(source.corrections, certificate)
  if (!by || !last?.successor) return frame
  const [ended] = (await endedCertificates(db, [last.successor as CertificateId], today)).values()
  const told = [`Đã thay thế bằng ${await givenBy(db, by)}`]
  if (last !== by) told.push(`${ended ? 'sau đó' : 'nay'} là ${await givenBy(db, last)}`)
  if (ended) told.push(`giấy ấy ${ended.vi}`)
  return { ...frame, across: replacedMark, foot: `${told.join('; ')}. ${frame.foot ?? ''}` }
}

/** The same across one that has ended, with its reason at the foot; of several, those that hold alone are printed. */
async function standing(call: Asking, read: Read, isOne: boolean): Promise<Read> {
  const { entries } = read.source
  const certificates = entries.map((entry) => entry.certificateId)
  const ended = await endedCertificates(call.db, certificates, call.today)
  const why = (entry: EntryRow) => entry.certificateId && ended.get(entry.certificateId)
  if (!isOne) {
    const { areaId } = read.source.row
    const away = await homesElsewhere(
      call.db,
      entries.map((entry) => entry.homeId),
      call.today,
    )
    // What another commune issued is printed where its household lives.
    const here = (entry: EntryRow) => entry.certificateAreaId === areaId || !away.has(entry.homeId)
    const left = entries.filter((entry) => !why(entry) && (entry.certificateAreaId === null || here(entry)))
    if (ended.size > 0 && listedOf(left).length === 0) throw decisionProblem('decisions.certificates_ended')
    return { ...read, source: { ...read.source, entries: left } }
  }
  const [said] = ended.values()
  if (!said) return read
  const { frame } = read
  const foot = `Giấy này ${said.vi}. ${frame.foot ?? ''}`
  return { ...read, frame: { ...frame, across: endedMark, foot } }
}

/** One by its own number, several by what they are. */
function certificatesFile(read: Read, [first, ...others]: readonly CertificateInput[]): FileWords {
  const isNumbered = first !== undefined && others.length === 0 && !first.number.startsWith('.')
  const number = isNumbered ? first.number : null
  const what = number ? 'Giấy chứng nhận' : 'Giấy chứng nhận hộ nghèo, hộ cận nghèo'
  const about = { what, number, ...ofPlace(read), place: certificateIssuers(read.source).join(', ') }
  // The number of one ends with its year.
  return number || !first ? about : { ...about, year: first.year }
}

const asCertificates = (law: Law) =>
  paper(
    contract.certificatesPdf,
    async (call): Promise<Read> => {
      const { decisionId, final, ...filter } = call.input
      const { certificateId } = filter
      const row = await getShown(call.db, decisionId)
      const frame = frameFor(call, { row, asked: final, from: 'in_force' })
      const read = { source: await sourceOf(call, law, { row, filter }), frame }
      const marked = certificateId ? await asReplaced(call, read, certificateId) : frame
      if (marked.across) return { ...read, frame: marked }
      return standing(call, read, filter.householdId !== undefined || certificateId !== undefined)
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

const readList =
  (law: Law) =>
  async (call: Asking & { input: Wanted & { class: ListedClass } }): Promise<Read> => {
    const { decisionId, final, class: listed } = call.input
    const row = await getWhole(call, decisionId)
    const frame = frameFor(call, { row, asked: final, from: 'printed' })
    return { source: await sourceOf(call, law, { row, filter: { class: listed } }), frame }
  }

const asListPdf = (law: Law) =>
  paper(contract.householdListPdf, readList(law), async ({ source, frame }, { services, input }) => {
    const list = listInput(source, input.class)
    const bytes = await services.workers.run(composing, 'householdListPdf', list, frame)
    return paperFile(listFile({ source, frame }, list), 'pdf', bytes)
  })

const asListXlsx = (law: Law) =>
  paper(contract.householdListXlsx, readList(law), async ({ source, frame }, { services, input }) => {
    const list = listInput(source, input.class)
    const bytes = await services.workers.run(composing, 'householdListXlsx', list, frame)
    return paperFile(listFile({ source, frame }, list), 'xlsx', bytes)
  })

const scan = paper(contract.decisionScan, async (call) => {
  const row = await getWhole(call, call.input.decisionId)
  const file = await findSignedScan(call.db, row.decisionId)
  if (!file) throw decisionProblem('decisions.no_final_paper')
  const { inText } = await placeOfDecision(call.db, row)
  const year = yearOf(row.signedOn ?? row.windowUntil)
  return scanFile({ what: 'Quyết định (bản ký)', number: row.number, place: inText, year }, file)
})

export const paperRoutes = (library: Library): Route[] => {
  const law = lawOf(library)
  return [asPdf(library), asDocx(library), asCertificates(law), asListPdf(law), asListXlsx(law), scan]
}
