/** The calls about a decision: drafting, showing, fixing the print, withdrawing, putting in force. */

import { mustBeAble, overOf } from '#features/areas/must.ts'
import { registerPapers } from '#features/papers/register.ts'
import { followUnder } from '#features/rounds/list/queries.ts'
import { mustHold, mustStep } from '#features/rounds/must.ts'
import { setDecision } from '#features/rounds/store.ts'
import { lawOf } from '#features/standards/law.ts'
import type { Library } from '#features/standards/library.ts'
import type { Actor } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { DecisionId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/database/open.ts'
import { paperProblem } from '#platform/server/documents/problems.ts'
import { change, happened, type Route, read } from '#platform/server/handle.ts'
import type { Joined } from '#platform/server/room.ts'
import type { Services } from '#platform/server/services.ts'
import type { Touches } from '#platform/server/touches.ts'
import { signDecision } from './certify.ts'
import { classFigures } from './classes/routes.ts'
import * as contract from './contract.ts'
import { enforceRoute } from './enforce.ts'
import { decisionEvent } from './events.ts'
import { hashOfList } from './hash.ts'
import { householdRoute } from './household.ts'
import { decisionStateWords } from './model.ts'
import { paperRoutes } from './papers.ts'
import { placeOf } from './place.ts'
import { decisionProblem } from './problems.ts'
import { classHistories } from './queries/classes.ts'
import * as decisions from './queries/decisions.ts'
import { endCasesBut, judgedCases } from './round/queries.ts'
import { roundRoutes } from './round/routes.ts'
import { decisionEntries, draftBlocks, eveOf } from './rules/decision.ts'
import { countEntries, listEntries } from './views.ts'

const pageSize = 50
type Row = decisions.DecisionRow

const draft = change(contract.draftDecision, async ({ db, actor, input, today, services }) => {
  // Held before its cases are read: none of them is accepted, returned or taken off meanwhile.
  const round = await mustHold({ db, actor }, input.roundId, 'decision.prepare')
  const { roundId, areaId } = round
  const cases = await judgedCases(db, roundId)
  const blocked = draftBlocks(round.state, cases)
  if (blocked.length > 0) throw decisionProblem('decisions.blocked', { blocked })
  if (round.decisionId) throw decisionProblem('decisions.exists')
  const households = cases.map((c) => c.householdId)
  const histories = await classHistories(db, households)
  const entries = decisionEntries(cases, histories, eveOf(round.classesHoldFrom, today))
  const hash = hashOfList(roundId, entries)
  const row = { id: input.decisionId, roundId, areaId, hash, by: actor.accountId, at: instantOf(services.clock) }
  await endCasesBut(db, roundId, households)
  await decisions.addDecision(db, row, entries)
  await setDecision(db, roundId, input.decisionId)
  const facts = { round: roundId, households: entries.length, hash }
  return happened(decisionEvent('decision.drafted', { subject: input.decisionId, area: areaId, facts }), {
    decisionId: input.decisionId,
    state: 'drafted' as const,
    contentHash: hash,
  })
})

const noAddress: Said = {
  vi: 'Chưa đặt địa chỉ công khai (PUBLIC_URL) nên chưa in được bản chính thức có mã QR.',
  en: 'PUBLIC_URL is not set, so final papers with a QR cannot be printed.',
}
const notFixed: Said = {
  vi: 'Bản chính thức có sau khi chốt bản in trình ký.',
  en: 'There is a final paper once the print that goes to be signed is fixed.',
}

function whyNotFinal(row: Row, services: Services): Said | null {
  if (row.state !== 'printed' && row.state !== 'in_force') return notFixed
  return services.settings.publicUrl ? null : noAddress
}

const stands = (name: keyof typeof contract.decisionButtons, state: Row['state']): boolean =>
  (contract.decisionButtons[name].in as readonly Row['state'][]).includes(state)

async function canNow({ db, actor }: { db: Db; actor: Actor }, row: Row, services: Services) {
  const over = await overOf(db, row.areaId)
  const final = whyNotFinal(row, services) === null
  return buttonsFor(
    contract.decisionButtons,
    { actor, over },
    (_, name) => stands(name, row.state) && (final || name !== 'download_final'),
  )
}

const show = read(contract.showDecision, async ({ db, actor, input, services }) => {
  const row = await decisions.findDecision(db, input.decisionId)
  if (!row) throw decisionProblem('decisions.not_found')
  await mustBeAble({ db, actor }, 'round.read', row.areaId)
  const { decisionId, class: ofClass, movement, villageId } = input
  const filter = { decisionId, class: ofClass, movement, villageId }
  const page = input.page ?? 1
  const entries = await listEntries(db, filter, { limit: pageSize, offset: (page - 1) * pageSize })
  const {
    signed: _signed,
    scanId,
    namedDay,
    kind: _k,
    windowFrom: _f,
    windowUntil: _u,
    opening_hash: _o,
    ...body
  } = row
  return {
    ...body,
    areaName: (await placeOf(db, row.areaId, row.windowFrom)).name,
    hasScan: scanId !== null,
    classesHoldFrom: row.classesHoldFrom ?? namedDay,
    counts: await decisions.classTotals(db, decisionId),
    movements: await decisions.movementsOf(db, decisionId),
    total: await countEntries(db, filter),
    page,
    pageSize,
    entries: entries.map(
      ({ certificateSigned: _s, certificateYear: _y, verdictId: _v, address: _a, ...entry }) => entry,
    ),
    can: await canNow({ db, actor }, row, services),
    whyNotFinal: whyNotFinal(row, services),
  }
})

/** The decision and its round, held still, where the step and the state of the decision allow it. */
async function mustStand(
  { db, actor }: { db: Db; actor: Actor },
  decisionId: DecisionId,
  action: 'print' | 'withdraw',
): Promise<Row> {
  const seen = await decisions.findDecision(db, decisionId)
  if (!seen) throw decisionProblem('decisions.not_found')
  await mustStep({ db, actor }, seen.roundId, { action, right: contract.decisionButtons[action].right })
  const row = await decisions.findDecisionForUpdate(db, decisionId)
  if (!row || !stands(action, row.state))
    throw decisionProblem('decisions.state_not_allowed', { state: decisionStateWords[seen.state] })
  return row
}

async function countsOf(db: Db, decisionId: DecisionId) {
  const totals = await decisions.classTotals(db, decisionId)
  const of = (name: string) => totals.find((t) => t.class === name)?.households ?? 0
  return { poor: of('poor'), nearPoor: of('near_poor') }
}

const print = (touches: Touches) =>
  change(contract.printDecision, async ({ db, actor, input, today, services }) => {
    const row = await mustStand({ db, actor }, input.decisionId, 'print')
    await touches.mustAllow(db, { of: 'round', id: row.roundId, act: 'decision.printed', on: today })
    if (row.contentHash !== input.contentHash) throw decisionProblem('decisions.list_changed')
    if (!services.settings.publicUrl) throw paperProblem('paper.public_url_missing')
    const { decisionId, areaId } = row
    const holdFrom: PlainDate = row.namedDay ?? today
    const place = await placeOf(db, areaId, row.windowFrom)
    const signing = {
      decisionId,
      area: areaId,
      place,
      keys: services.keys,
      holdFrom,
      day: today,
      hash: row.contentHash,
    }
    const signed = signDecision(signing, await countsOf(db, decisionId))
    await registerPapers(db, [{ signed, subjectId: row.roundId, inForceFrom: null }], { areaId, series: null })
    await decisions.setPrinted(db, decisionId, { at: instantOf(services.clock), signed })
    return happened(
      decisionEvent('decision.printed', { subject: decisionId, area: areaId, facts: { hash: row.contentHash } }),
      { decisionId, state: 'printed' as const },
    )
  })

const withdraw = change(contract.withdrawDecision, async ({ db, actor, input, today }) => {
  const row = await mustStand({ db, actor }, input.decisionId, 'withdraw')
  await followUnder(db, row.roundId, { decision: row.decisionId, today })
  await decisions.setWithdrawn(db, row.decisionId, input.because)
  await setDecision(db, row.roundId, null)
  return happened(
    decisionEvent('decision.withdrawn', { subject: row.decisionId, area: row.areaId, facts: { round: row.roundId } }),
    { decisionId: row.decisionId, state: 'withdrawn' as const },
  )
})

export const decisionRoutes = ({ library, touches }: { library: Library } & Joined): Route[] => [
  draft,
  show,
  print(touches),
  withdraw,
  enforceRoute(library, touches),
  ...paperRoutes(lawOf(library)),
  householdRoute,
  ...roundRoutes,
  classFigures,
]
