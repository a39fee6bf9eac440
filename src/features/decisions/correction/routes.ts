/** The calls about a correction: showing it, what waits, and finding a decision or a correction by its number. */

import type { Correction } from '#features/papers/corrections.ts'
import type { Library } from '#features/standards/library.ts'
import { can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { plainFigures } from '#kernel/figures.ts'
import type { CertificateId, DecisionId, HouseholdId } from '#kernel/ids.ts'
import { fold, type Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { placeOf } from '../place.ts'
import type { DecisionRow } from '../queries/decisions.ts'
import { endedCertificates } from '../queries/ended.ts'
import * as contract from './contract.ts'
import { draftRoutes } from './draft.ts'
import { enforceRoute } from './enforce.ts'
import { shownCorrection } from './inputs.ts'
import type { Difference, Told } from './model.ts'
import { findTold, getDecision, livesNow, overActs } from './must.ts'
import { getCorrection, overReading, paperRoutes, whyNotFinal } from './papers.ts'
import {
  certificatesNumbered,
  correctionsInForce,
  findGround,
  findNumbered,
  numberOfCertificate,
  waitingCorrections,
} from './queries.ts'
import { differences, drifted, lastAfter, ledTo, nobodyLeft, placeNowSaid } from './rules.ts'

type Row = Correction<Told>

const livesIn: Said = { vi: 'Xã nơi hộ đang ở', en: 'Commune where the household lives' }

/** What the register says differently since the draft; of a household that lives elsewhere now, where, and no more. */
async function changedSince(db: Db, row: Row, decision: DecisionRow, today: PlainDate): Promise<Difference[]> {
  const elsewhere = await livesNow(db, row, today)
  if (elsewhere !== null) return [{ what: livesIn, was: (await placeOf(db, row.areaId, today)).name, is: elsewhere }]
  const householdId = row.subjectId as HouseholdId
  const ground = await findGround(db, decision.decisionId, householdId)
  if (!ground) return []
  const told = await findTold(db, decision, { householdId, ground, areaId: row.areaId }, today)
  return told ? drifted(row.after, told.after) : [nobodyLeft(row.after)]
}

const numbered = async (db: Db, certificateId: string) => ({
  certificateId: certificateId as CertificateId,
  number: await numberOfCertificate(db, certificateId),
})

/** The certificate that it gave, what put the household right before it, and the certificate that is in use by now. */
async function chainAround(db: Db, row: Row, today: PlainDate) {
  const all = await correctionsInForce(db, row.amends as DecisionId)
  const earlier = ledTo(all, row.replaces).map(shownCorrection)
  if (!row.successor) return { earlier, successor: null, inUse: null }
  const last = lastAfter(all, row.successor)
  const standing = (last?.successor ?? row.successor) as CertificateId
  const ended = (await endedCertificates(db, [standing], today)).has(standing)
  const successor = { ...(await numbered(db, row.successor)), replaced: last !== undefined }
  return { earlier, successor, inUse: ended ? null : await numbered(db, standing) }
}

async function canNow({ db, actor, services }: Call<typeof contract.showCorrection>, row: Row) {
  const final = whyNotFinal(row, services) === null
  const over = { withdraw: await overActs(db, row, 'withdraw'), enforce: await overActs(db, row, 'enforce') }
  return buttonsFor(contract.correctionButtons, { actor, over: await overReading(db, row) }, (button, name) => {
    if (!(button.in as readonly string[]).includes(row.state)) return false
    return name === 'download_final' ? final : can(actor, button.right, over[name])
  })
}

const show = read(contract.showCorrection, async (call) => {
  const { db, input, today, services } = call
  const row = await getCorrection(call, input.correctionId)
  const decision = await getDecision(db, row.amends as DecisionId)
  const tried = row.triedHash === row.contentHash
  const changed = row.state === 'drafted' ? await changedSince(db, row, decision, today) : []
  const { state, signedOn } = row
  return {
    ...{ state, signedOn, number: row.number, because: row.because, withdrawnBecause: row.withdrawnBecause },
    ...{ draftedAt: row.draftedAt, draftedBy: row.draftedBy },
    ...{ signerName: row.signerName, signerPost: row.signerPost, signerAuthority: row.signerAuthority },
    correctionId: row.correctionId,
    areaId: row.areaId,
    areaName: (await placeOf(db, row.areaId, signedOn ?? today)).name,
    decisionId: decision.decisionId,
    decisionNumber: decision.number,
    decisionSignedOn: decision.signedOn,
    householdId: row.subjectId as HouseholdId,
    headName: row.after.content.head,
    class: row.after.class,
    registerDay: decision.registerDay,
    differences: differences(row.before, row.after),
    placeNow: placeNowSaid(row.after),
    ...(await chainAround(db, row, today)),
    replaced: await numbered(db, row.replaces),
    hasScan: row.scanId !== null,
    draft: state === 'drafted' ? { tried, fault: tried ? row.triedFault : null, changed } : null,
    whyNotFinal: whyNotFinal(row, services),
    can: await canNow(call, row),
  }
})

const work = read(contract.correctionWork, async ({ db, actor, today }) => ({
  items: (await waitingCorrections(db, today))
    .filter(({ over }) => can(actor, 'decision.enforce', over))
    .map(({ over: _o, ...one }) => one),
}))

const find = read(contract.findByNumber, async ({ db, input, today }) => {
  const begins = fold(plainFigures(input.q).replaceAll(' ', ''))
  return {
    papers: await findNumbered(db, begins, today),
    certificates: await certificatesNumbered(db, begins, today),
  }
})

export const correctionRoutes = (library: Library): Route[] => [
  ...draftRoutes(library),
  show,
  enforceRoute,
  ...paperRoutes(library),
  work,
  find,
]
