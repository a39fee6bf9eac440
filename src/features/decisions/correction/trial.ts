/** The papers of a correction are laid out on trial: itself, and the certificate that takes the place of the wrong one. */
import { Type } from 'typebox'
import { type Correction, findCorrection, setCorrectionTried } from '#features/papers/corrections.ts'
import { keptText } from '#features/standards/law.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import { type CertificateId, type CorrectionId, IdOf } from '#kernel/ids.ts'
import { instantOf } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { type JobOutside, job } from '#platform/server/jobs/job.ts'
import { certificateSeries, signCertificate } from '../certify.ts'
import { composing } from '../documents/composing.ts'
import { decisionEvent } from '../events.ts'
import { certificateInputs, type Source } from '../inputs.ts'
import { type Place, placeOfDecision, placeOn, placesOfCorrections } from '../place.ts'
import { type DecisionRow, findDecision } from '../queries/decisions.ts'
import { faultOf } from '../trial.ts'
import { type EntryRow, listEntries } from '../views.ts'
import { type CorrectionSource, correctionInput } from './inputs.ts'
import type { Told } from './model.ts'
import { correctionsInForce, numberOfCertificate } from './queries.ts'
import { ledTo } from './rules.ts'

type Deciding = { readonly decision: DecisionRow; readonly decidedAt: Place }

/** What led to the certificate that is put right, each with who issued it. */
export async function earlierThan(db: Db, { decision, decidedAt }: Deciding, wrong: string) {
  const led = ledTo(await correctionsInForce(db, decision.decisionId), wrong)
  const places = await placesOfCorrections(db, { areaId: decision.areaId, place: decidedAt }, led)
  return led.map((correction) => ({ correction, place: places.get(correction.correctionId) ?? decidedAt }))
}

/** What a correcting paper is made from; null where its decision is not seen. */
export async function sourceOf(db: Db, row: Correction<Told>, today: PlainDate): Promise<CorrectionSource | null> {
  const decision = await findDecision(db, row.amends as DecisionRow['decisionId'])
  if (!decision) return null
  const decidedAt = await placeOfDecision(db, decision)
  return {
    row,
    decision,
    earlier: await earlierThan(db, { decision, decidedAt }, row.replaces),
    wrongNumber: await numberOfCertificate(db, row.replaces),
    place: await placeOn(db, { areaId: row.areaId, day: row.signedOn ?? today, signed: row.signed }),
    decidedAt,
    standard: (await keptText(db, decision.opening_hash)).document as Standard,
  }
}

type Looked = { readonly source: CorrectionSource; readonly entry: EntryRow }

async function lookAt(db: Db, correctionId: CorrectionId, today: PlainDate): Promise<Looked | null> {
  const row = await findCorrection<Told>(db, correctionId)
  const source = row?.state === 'drafted' ? await sourceOf(db, row, today) : null
  if (!source) return null
  const filter = {
    decisionId: source.decision.decisionId,
    householdId: source.row.subjectId as EntryRow['householdId'],
  }
  const [entry] = await listEntries(db, filter, { limit: 1, offset: 0 })
  return entry ? { source, entry } : null
}

type Outside = Pick<JobOutside<unknown>, 'services' | 'today'>

/** The correction and the new certificate as if they were signed today, with words of the length that real ones have. */
function asSigned({ source, entry }: Looked, { services, today }: Outside): { paper: CorrectionSource; all: Source } {
  const { decision, place, standard, decidedAt, earlier } = source
  const successor = newId<'certificate'>()
  const row = {
    ...source.row,
    number: '000000/QĐ-UBND',
    signedOn: today,
    // Of a draft from before signers were printed.
    signerName: source.row.signerName ?? source.row.draftedBy,
    signerAuthority: source.row.signerAuthority ?? ('for_chair' as const),
    successor,
  }
  const holdFrom = decision.classesHoldFrom ?? today
  const year = entry.certificateYear ?? yearOf(holdFrom)
  const number = `00000/${certificateSeries.mark}-${year}`
  const named = { id: successor, number, headName: row.after.content.head, class: entry.class as 'poor' | 'near_poor' }
  const of = {
    decisionId: decision.decisionId,
    keys: services.keys,
    holdFrom,
    day: today,
    hash: row.contentHash,
    place,
  }
  const certificate = {
    certificateId: successor as CertificateId,
    certificateNumber: number,
    certificateYear: year,
    certificateSigned: signCertificate(named, of),
  }
  return {
    paper: { ...source, row },
    all: {
      row: decision,
      place: decidedAt,
      standard,
      corrections: [row, ...earlier.map(({ correction }) => correction).toReversed()],
      correctedAt: new Map([
        ...earlier.map((one) => [one.correction.correctionId, one.place] as const),
        [row.correctionId, place],
      ]),
      entries: [{ ...entry, ...certificate }],
    },
  }
}

async function layOut(looked: Looked, outside: Outside): Promise<void> {
  const { mode, publicUrl } = outside.services.settings
  const frame: PaperFrame = { state: publicUrl ? 'final' : 'draft', demo: mode === 'demo', publicUrl }
  const { paper, all } = asSigned(looked, outside)
  const { workers } = outside.services
  await workers.run(composing, 'correctionPdf', correctionInput(paper), frame)
  await workers.run(composing, 'correctionDocx', correctionInput(paper), frame)
  await workers.run(composing, 'certificatesPdf', certificateInputs(all), frame)
}

export const correctionTried = job(
  {
    name: 'corrections.papers_tried',
    says: { vi: 'In thử giấy tờ của một bản đính chính', en: 'Lay out the papers of a correction on trial' },
    did: {
      vi: 'Đã in thử bản đính chính và giấy chứng nhận mới.',
      en: 'Tried the correction and the new certificate.',
    },
    input: Type.Object({ correctionId: IdOf<'correction'>() }),
  },
  {
    look: ({ db, input, today }) => lookAt(db, input.correctionId, today),
    work: async (outside, looked) =>
      looked && { hash: looked.source.row.contentHash, fault: await faultOf(layOut(looked, outside)) },
    act: async ({ db, input, services, nation }, tried) => {
      const row = await findCorrection<Told>(db, input.correctionId)
      if (row && tried) await setCorrectionTried(db, row.correctionId, { ...tried, at: instantOf(services.clock) })
      const facts = { fits: tried ? tried.fault === null : false }
      return happened(
        decisionEvent('correction.papers_tried', { subject: input.correctionId, area: row?.areaId ?? nation, facts }),
        null,
      )
    },
  },
)
