/** A correction is proposed, drafted, withdrawn. What it says is fixed with its draft. */
import { addCorrection, setCorrectionWithdrawn } from '#features/papers/corrections.ts'
import { registerPapers } from '#features/papers/register.ts'
import type { Library } from '#features/standards/library.ts'
import type { Actor } from '#kernel/access.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/database/open.ts'
import { paperProblem } from '#platform/server/documents/problems.ts'
import { change, happened, type Route, read } from '#platform/server/handle.ts'
import { addJob } from '#platform/server/jobs/add.ts'
import { decisionEvent } from '../events.ts'
import { printedOf } from '../hash.ts'
import { placeOf, placeOfDecision } from '../place.ts'
import { decisionProblem } from '../problems.ts'
import type { DecisionRow } from '../queries/decisions.ts'
import { fixedWith } from '../signed.ts'
import { hashOfCorrection, signCorrection } from './certify.ts'
import * as contract from './contract.ts'
import { groundsBeside } from './inputs.ts'
import type { Told } from './model.ts'
import { getDecision, issuerOf, mustHoldCorrection, mustStandWrong, toldNow } from './must.ts'
import { correctionProblem } from './problems.ts'
import { movedAfter } from './queries.ts'
import { differences, placeNowSaid } from './rules.ts'
import { correctionTried, earlierThan } from './trial.ts'

type Asking = { readonly db: Db; readonly actor: Actor; readonly today: PlainDate }

/** What is wrong, and the commune that puts it right; throws where that is not the actor's. */
async function mustCorrect({ db, actor, today }: Asking, row: DecisionRow, householdId: HouseholdId) {
  const { wrong } = await mustStandWrong(db, row, householdId, today)
  return { wrong, areaId: await issuerOf({ db, actor }, { decided: row.areaId, home: wrong.homeId }, today) }
}

const propose = read(contract.proposeCorrection, async ({ db, actor, input, today }) => {
  const { decisionId, householdId } = input
  const row = await getDecision(db, decisionId)
  const { wrong, areaId } = await mustCorrect({ db, actor, today }, row, householdId)
  const { before, after } = await toldNow(db, row, { householdId, ground: wrong, areaId }, today)
  return {
    areaId,
    headName: before.content.head,
    class: wrong.class,
    certificate: { certificateId: wrong.certificateId, number: wrong.number },
    registerDay: row.registerDay,
    differences: differences(before, after),
    placeNow: placeNowSaid(after),
    movedOn: await movedAfter(db, householdId, { day: row.registerDay, fixed: after.fixed ?? wrong.entryId }),
  }
})

const draft = (library: Library) =>
  change(contract.draftCorrection, async (call) => {
    const { db, actor, input, today, services } = call
    const { decisionId, householdId, correctionId } = input
    const row = await getDecision(db, decisionId)
    if (!services.settings.publicUrl) throw paperProblem('paper.public_url_missing')
    const { wrong, areaId } = await mustCorrect({ db, actor, today }, row, householdId)
    const { before, after } = await toldNow(db, row, { householdId, ground: wrong, areaId }, today)
    if (differences(before, after).length === 0)
      throw correctionProblem('corrections.nothing_different', { day: showDate(row.registerDay) })
    const because = tidy(input.because)
    const asked = { areaId, standardId: row.openingStandard, day: today, named: input }
    const { signer, grounds: law } = await fixedWith(db, library, asked)
    const decidedAt = await placeOfDecision(db, row)
    const earlier = await earlierThan(db, { decision: row, decidedAt }, wrong.certificateId)
    const grounds = [...law, ...groundsBeside({ decision: row, decidedAt, earlier, because })]
    if (!signer) throw decisionProblem('decisions.no_signer')
    const printed = printedOf({ signer, grounds })
    const hash = hashOfCorrection({ decisionId, householdId, before, after, because, printed })
    const place = await placeOf(db, areaId, today)
    const words = { holder: after.content.head, decision: row.number ?? '' }
    const signed = signCorrection({ id: correctionId, day: today, hash, place }, words, services.keys)
    await registerPapers(db, [{ signed, subjectId: householdId, inForceFrom: null }], { areaId, series: null })
    await addCorrection<Told>(db, {
      id: correctionId,
      areaId,
      subjectId: householdId,
      subjectHomeId: wrong.homeId,
      amends: decisionId,
      amendedAreaId: row.areaId,
      replaces: wrong.certificateId,
      because,
      before,
      after,
      hash,
      signed,
      by: actor.accountId,
      at: instantOf(services.clock),
      signer,
      grounds,
    })
    await addJob(call, correctionTried, { correctionId })
    const facts = { decision: decisionId, household: householdId, hash, because }
    return happened(decisionEvent('correction.drafted', { subject: correctionId, area: areaId, facts }), {
      correctionId,
      state: 'drafted' as const,
    })
  })

const withdraw = change(contract.withdrawCorrection, async ({ db, actor, input }) => {
  const { correctionId, areaId, amends } = await mustHoldCorrection({ db, actor }, input.correctionId, 'withdraw')
  const because = tidy(input.because)
  await setCorrectionWithdrawn(db, correctionId, because)
  const facts = { decision: amends, because }
  return happened(decisionEvent('correction.withdrawn', { subject: correctionId, area: areaId, facts }), {
    correctionId,
    state: 'withdrawn' as const,
  })
})

export const draftRoutes = (library: Library): Route[] => [propose, draft(library), withdraw]
