/**
 * Every paper of a draft is laid out on trial, with numbers and signatures of the length that real ones have: a name that
 * no paper can print is found before anything is signed. How it came out is kept with the hash of what was drawn.
 */
import { Type } from 'typebox'
import { keptText } from '#features/standards/law.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import { type DecisionId, IdOf } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import type { Said } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { type JobOutside, job } from '#platform/server/jobs/job.ts'
import type { Services } from '#platform/server/services.ts'
import { certificateSeries, isListed, type Signing, signCertificate, signDecision } from './certify.ts'
import { composing } from './documents/composing.ts'
import type { CertificateInput } from './documents/types.ts'
import { decisionEvent } from './events.ts'
import { certificateInputs, decisionInput, listInput, type Source } from './inputs.ts'
import { placeOf } from './place.ts'
import { findDecision, setTried } from './queries/decisions.ts'
import { listEntries, wholeList } from './views.ts'

/** Some megabytes of paper at once. */
const certificatesAtOnce = 100

export async function draftSource(db: Db, decisionId: DecisionId): Promise<Source | null> {
  const row = await findDecision(db, decisionId)
  if (row?.state !== 'drafted') return null
  return {
    row,
    corrections: [],
    correctedAt: new Map(),
    place: await placeOf(db, row.areaId, row.windowFrom),
    standard: (await keptText(db, row.opening_hash)).document as Standard,
    entries: await listEntries(db, { decisionId }, wholeList),
  }
}

/** The draft as if it were signed today. */
function asSigned(
  { row, entries, ...source }: Source,
  { services, today }: { services: Services; today: PlainDate },
): Source {
  const holdFrom = row.namedDay ?? today
  const { decisionId, contentHash: hash } = row
  const of: Signing = { decisionId, place: source.place, keys: services.keys, holdFrom, day: today, hash }
  const year = yearOf(holdFrom)
  const number = `00000/${certificateSeries.mark}-${year}`
  const listed = entries.filter(isListed)
  const count = (of: string) => listed.filter((e) => e.class === of).length
  const signed = signDecision(of, { poor: count('poor'), nearPoor: count('near_poor') })
  return {
    ...source,
    row: {
      ...row,
      number: '00000/QĐ-UBND',
      signedOn: today,
      // Of a draft from before signers were printed.
      signerName: row.signerName ?? row.draftedBy,
      signerPost: row.signerPost ?? 'Chủ tịch',
      signed,
    },
    entries: listed.map((entry) => ({
      ...entry,
      certificateNumber: number,
      certificateYear: year,
      certificateSigned: signCertificate({ id: newId(), number, headName: entry.content.head, class: entry.class }, of),
    })),
  }
}

const partsOf = (all: readonly CertificateInput[]): CertificateInput[][] =>
  Array.from({ length: Math.ceil(all.length / certificatesAtOnce) }, (_, at) =>
    all.slice(at * certificatesAtOnce, (at + 1) * certificatesAtOnce),
  )

async function layOut(source: Source, { services, signal }: Pick<JobOutside<unknown>, 'services' | 'signal'>) {
  const { mode, publicUrl } = services.settings
  const frame: PaperFrame = { state: publicUrl ? 'final' : 'draft', demo: mode === 'demo', publicUrl }
  const { workers } = services
  await workers.run(composing, 'decisionPdf', decisionInput(source), frame)
  await workers.run(composing, 'decisionDocx', decisionInput(source), frame)
  for (const listed of ['poor', 'near_poor'] as const) {
    await workers.run(composing, 'householdListPdf', listInput(source, listed), frame)
    await workers.run(composing, 'householdListXlsx', listInput(source, listed), frame)
  }
  for (const part of partsOf(certificateInputs(source))) {
    signal.throwIfAborted()
    await workers.run(composing, 'certificatesPdf', part, frame)
  }
}

/** Null where every paper can be printed; else why not, in the words of who refused. */
export async function faultOf(work: Promise<void>): Promise<Said | null> {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof Problem && error.status === 422) return error.said
    throw error
  }
}

export const papersTried = job(
  {
    name: 'decisions.papers_tried',
    says: { vi: 'In thử mọi giấy của một dự thảo quyết định', en: 'Lay out every paper of a draft decision on trial' },
    did: {
      vi: 'Đã in thử {papers} giấy chứng nhận cùng quyết định và danh sách.',
      en: 'Tried {papers} certificates, the decision and its lists.',
    },
    input: Type.Object({ decisionId: IdOf<'decision'>() }),
    minutes: 20,
  },
  {
    look: ({ db, input }) => draftSource(db, input.decisionId),
    work: async (outside, source) => {
      if (!source) return null
      const signed = asSigned(source, outside)
      return {
        hash: source.row.contentHash,
        papers: signed.entries.length,
        fault: await faultOf(layOut(signed, outside)),
      }
    },
    act: async ({ db, input, services, nation }, tried) => {
      const row = await findDecision(db, input.decisionId)
      if (row && tried)
        await setTried(db, row.decisionId, { hash: tried.hash, at: instantOf(services.clock), fault: tried.fault })
      const facts = { papers: tried?.papers ?? 0, fits: tried ? tried.fault === null : false }
      return happened(
        decisionEvent('decision.papers_tried', { subject: input.decisionId, area: row?.areaId ?? nation, facts }),
        null,
      )
    },
  },
)
