/** A signed correction comes into force: the wrong certificate ends, another takes its place, all or nothing. */

import { type Correction, setCorrectionInForce } from '#features/papers/corrections.ts'
import { keepScan, seenScan } from '#features/papers/files.ts'
import { drawNumbers, seriesName, takeNumber } from '#features/papers/numbers.ts'
import { beginPaper, registerPapers, replacePapers } from '#features/papers/register.ts'
import { dayInVietnam, type PlainDate, showDate } from '#kernel/dates.ts'
import type { DecisionId, HouseholdId } from '#kernel/ids.ts'
import { instantOf } from '#platform/server/clock.ts'
import { type Call, change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { certificateSeries, signCertificate } from '../certify.ts'
import { decisionEvent } from '../events.ts'
import { placeOf } from '../place.ts'
import type { DecisionRow } from '../queries/decisions.ts'
import { signedBy } from '../signed.ts'
import { enforceCorrection } from './contract.ts'
import type { Told } from './model.ts'
import { getDecision, mustHoldCorrection, mustLiveHere, mustStandWrong, toldNow } from './must.ts'
import { correctionProblem } from './problems.ts'
import { holdSubject, putRight } from './queries.ts'
import { drifted, holdsFrom } from './rules.ts'

/** A correction is never drafted again: it is withdrawn, and another one names who signs. */
const anotherOne = {
  vi: 'Hãy rút bản đính chính này, lập bản khác có người ký đúng, in và trình ký lại',
  en: 'Withdraw this correction and draft another that names who signs; print it and have it signed',
}

type Enforcing = Call<typeof enforceCorrection>
type Row = Correction<Told>
type Standing = Awaited<ReturnType<typeof mustStandWrong>>
type Held = { readonly row: Row; readonly decision: DecisionRow; readonly standing: Standing }

function mustBePrinted({ triedHash, contentHash, triedFault }: Row): void {
  if (triedHash !== contentHash) throw correctionProblem('corrections.not_tried')
  if (triedFault) throw correctionProblem('corrections.not_printable', { why: triedFault })
}

function mustBeSignedInTime({ draftedAt }: Row, { input, today }: Enforcing): void {
  const from = dayInVietnam(Date.parse(draftedAt))
  if (input.signedOn < from || input.signedOn > today)
    throw correctionProblem('corrections.signed_day', { from: showDate(from) })
}

/**
 * All of it held: the correction, then its household. Refuses what was signed of a register or a certificate that stands
 * otherwise now.
 */
async function mustFit(call: Enforcing): Promise<Held> {
  const { db, actor, input, today } = call
  const row = await mustHoldCorrection({ db, actor }, input.correctionId, 'enforce')
  mustBePrinted(row)
  mustBeSignedInTime(row, call)
  const decision = await getDecision(db, row.amends as DecisionId)
  const householdId = row.subjectId as HouseholdId
  const ended = await holdSubject(db, decision.decisionId, householdId)
  await mustLiveHere(db, row, today)
  if (ended && ended <= input.signedOn) throw correctionProblem('corrections.household_ended', { day: showDate(ended) })
  const standing = await mustStandWrong(db, decision, householdId, today)
  if (standing.wrong.certificateId !== row.replaces) throw correctionProblem('corrections.paper_replaced')
  const { after } = await toldNow(db, decision, { householdId, ground: standing.wrong, areaId: row.areaId }, today)
  if (drifted(row.after, after).length > 0) throw correctionProblem('corrections.register_changed')
  return { row, decision, standing }
}

/** The certificate in the place of the wrong one: numbered, signed, and in the register. */
async function issueCertificate({ db, input, services }: Enforcing, { row, decision, standing }: Held) {
  const { wrong } = standing
  const from = holdsFrom(input.signedOn, standing.from)
  const id = newId<'certificate'>()
  const numbering = { series: certificateSeries, areaId: row.areaId, year: wrong.year }
  const [number = ''] = await drawNumbers(db, numbering, [id])
  const place = await placeOf(db, row.areaId, input.signedOn)
  const holdFrom = decision.classesHoldFrom ?? from
  const signing = { decisionId: decision.decisionId, keys: services.keys, holdFrom, day: input.signedOn, place }
  const named = { id, number, headName: row.after.content.head, class: wrong.class as 'poor' | 'near_poor' }
  const signed = signCertificate(named, { ...signing, hash: row.contentHash })
  const wrongOne = {
    householdId: row.subjectId as HouseholdId,
    certificateId: wrong.certificateId,
    decisionId: decision.decisionId,
  }
  if (!(await putRight(db, wrongOne, { id, number, signed }))) throw correctionProblem('corrections.paper_replaced')
  const paper = { signed, subjectId: row.subjectId, inForceFrom: from }
  await registerPapers(db, [paper], { areaId: row.areaId, series: seriesName(numbering) })
  return { certificateId: id, number, from }
}

/** The wrong one ends. Where a later decision has said already when it ends and by what, that holds for the next one. */
async function endWrong({ db }: Enforcing, { row, standing }: Held, next: { certificateId: string; from: PlainDate }) {
  const { until, replacedBy } = standing
  await replacePapers(db, [
    { paper: row.replaces, until: next.from, by: row.correctionId },
    ...(until && replacedBy ? [{ paper: next.certificateId, until, by: replacedBy }] : []),
  ])
}

export const enforceRoute = change(enforceCorrection, {
  work: ({ file, services }) => seenScan(file, services.readers),
  act: async (call, page) => {
    const { db, actor, input, services } = call
    const held = await mustFit(call)
    const { correctionId, areaId, amends } = held.row
    const { numbered, signer } = await signedBy(db, held.row, { ...input, instead: anotherOne })
    const scan = await keepScan(db, page, { area: areaId, by: actor.accountId })
    const begins = { number: numbered.number, issuedOn: input.signedOn, from: input.signedOn }
    await beginPaper(db, correctionId, begins)
    const { certificateId, number, from } = await issueCertificate(call, held)
    await endWrong(call, held, { certificateId, from })
    await takeNumber(db, { areaId, ...numbered }, correctionId)
    await setCorrectionInForce(db, correctionId, {
      successor: certificateId,
      number: numbered.number,
      signedOn: input.signedOn,
      signer,
      scan,
      at: instantOf(services.clock),
      by: actor.accountId,
    })
    const facts = { decision: amends, certificate: certificateId }
    return happened(decisionEvent('correction.in_force', { subject: correctionId, area: areaId, facts }), {
      correctionId,
      state: 'in_force' as const,
      successor: { certificateId, number },
    })
  },
})
