/** A correction as paper: the print that goes to be signed, the same in force, and the scan that came back. */
import { overOf } from '#features/areas/must.ts'
import { type Correction, findCorrection } from '#features/papers/corrections.ts'
import type { Library } from '#features/standards/library.ts'
import { recalledNote } from '#features/standards/rules/grounds.ts'
import { can } from '#kernel/access.ts'
import { dayInVietnam, yearOf } from '#kernel/dates.ts'
import type { AreaId, CorrectionId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type FileWords, paperFile, scanFile } from '#platform/server/documents/file.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { type Call, paper, type Route } from '#platform/server/handle.ts'
import type { Services } from '#platform/server/services.ts'
import { composing } from '../documents/composing.ts'
import { placeOn } from '../place.ts'
import { decisionProblem } from '../problems.ts'
import { footOf } from '../rules/printed.ts'
import { findSignedScan } from '../shown.ts'
import * as contract from './contract.ts'
import { type CorrectionSource, correctionInput } from './inputs.ts'
import type { Told } from './model.ts'
import { correctionProblem } from './problems.ts'
import { sourceOf } from './trial.ts'

type Asking = Pick<Call<unknown>, 'db' | 'actor'>

/** What stands over those who read it: where it was drafted, where what it amends was decided, and where its household lives. */
export async function overReading(db: Db, row: Correction<Told>): Promise<AreaId[]> {
  const over: AreaId[] = []
  for (const area of [row.areaId, row.amendedAreaId, row.subjectHomeId]) over.push(...(await overOf(db, area)))
  return over
}

export async function getCorrection({ db, actor }: Asking, correctionId: CorrectionId): Promise<Correction<Told>> {
  const row = await findCorrection<Told>(db, correctionId)
  if (!row) throw correctionProblem('corrections.not_found')
  if (!can(actor, 'round.read', await overReading(db, row))) throw problem('access.denied', { right: 'round.read' })
  return row
}

const notTried: Said = {
  vi: 'Đang in thử; bản trình ký có mã QR in được sau khi in thử xong.',
  en: 'Being laid out on trial; the print to be signed, with its QR, comes after that.',
}
const noAddress: Said = {
  vi: 'Chưa đặt địa chỉ công khai (PUBLIC_URL) nên chưa in được bản chính thức có mã QR.',
  en: 'PUBLIC_URL is not set, so final papers with a QR cannot be printed.',
}
const withdrawn: Said = { vi: 'Bản đính chính này đã rút.', en: 'This correction was withdrawn.' }

/** Why there is no paper to sign or signed; null where there is. */
export function whyNotFinal(row: Correction<Told>, { settings }: Services): Said | null {
  if (row.state === 'withdrawn') return withdrawn
  if (!settings.publicUrl) return noAddress
  if (row.state === 'in_force') return null
  return row.triedHash === row.contentHash ? row.triedFault : notTried
}

type Printed = Pick<CorrectionSource, 'row' | 'decision'>

function frameFor({ row, decision }: Printed, call: Call<typeof contract.correctionPdf>): PaperFrame {
  const { input, services, today } = call
  const exists = whyNotFinal(row, services) === null
  if (input.final === true && !exists) throw correctionProblem('corrections.no_final_paper')
  const final = input.final ?? exists
  const { mode, publicUrl } = services.settings
  const again = row.state === 'in_force'
  const foot = footOf({ registerDay: decision.registerDay, on: final ? today : null, again })
  return { state: final ? 'final' : 'draft', demo: mode === 'demo', publicUrl, foot }
}

const readPaper = (library: Library) => async (call: Call<typeof contract.correctionPdf>) => {
  const row = await getCorrection(call, call.input.correctionId)
  const source = await sourceOf(call.db, row, call.today)
  if (!source) throw decisionProblem('decisions.not_found')
  const frame = frameFor(source, call)
  const recalled = frame.state === 'draft' ? recalledNote(library.grounds, row.grounds) : ''
  return { source, frame: { ...frame, foot: `${frame.foot}${recalled}` } }
}
type Read = Awaited<ReturnType<ReturnType<typeof readPaper>>>

const fileWords = ({ row, place }: Pick<CorrectionSource, 'row' | 'place'>): FileWords => ({
  what: 'Quyết định đính chính',
  number: row.number,
  place: place.inText,
  year: yearOf(row.signedOn ?? dayInVietnam(Date.parse(row.draftedAt))),
})
const named = ({ source, frame }: Read): FileWords => ({ ...fileWords(source), isDraft: frame.state === 'draft' })

const asPdf = (library: Library) =>
  paper(contract.correctionPdf, readPaper(library), async (read, { services }) => {
    const bytes = await services.workers.run(composing, 'correctionPdf', correctionInput(read.source), read.frame)
    return paperFile(named(read), 'pdf', bytes)
  })

const asDocx = (library: Library) =>
  paper(contract.correctionDocx, readPaper(library), async (read, { services }) => {
    const bytes = await services.workers.run(composing, 'correctionDocx', correctionInput(read.source), read.frame)
    return paperFile(named(read), 'docx', bytes)
  })

const scan = paper(contract.correctionScan, async (call) => {
  const row = await getCorrection(call, call.input.correctionId)
  const file = await findSignedScan(call.db, row.correctionId)
  if (!file) throw correctionProblem('corrections.no_final_paper')
  const place = await placeOn(call.db, { areaId: row.areaId, day: row.signedOn ?? call.today, signed: row.signed })
  return scanFile({ ...fileWords({ row, place }), what: 'Quyết định đính chính (bản ký)' }, file)
})

export const paperRoutes = (library: Library): Route[] => [asPdf(library), asDocx(library), scan]
