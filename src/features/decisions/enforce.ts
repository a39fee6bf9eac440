/** A signed decision comes into force: its scan is kept, its classes begin, its certificates are made, all or nothing. */

import { holdHouseholds } from '#features/households/queries.ts'
import { recountHomes } from '#features/households/store/households.ts'
import { keepScan, seenScan } from '#features/papers/files.ts'
import { takeNumber } from '#features/papers/numbers.ts'
import { beginPaper, replacePapers } from '#features/papers/register.ts'
import { mustStep } from '#features/rounds/must.ts'
import { addStepLine, setHoldDay, setState } from '#features/rounds/store.ts'
import { lawOf } from '#features/standards/law.ts'
import type { Library } from '#features/standards/library.ts'
import { dayInVietnam, type PlainDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { type Said, tidy } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import { type Call, change, happened } from '#platform/server/handle.ts'
import type { Touches } from '#platform/server/touches.ts'
import { issueCertificates } from './certify.ts'
import { enforceDecision } from './contract.ts'
import { decisionEvent } from './events.ts'
import { isHashed } from './hash.ts'
import { fullTexts, standardHolds } from './law.ts'
import { decisionStateWords } from './model.ts'
import { placeOfDecision } from './place.ts'
import { changesSincePrint } from './print.ts'
import { decisionProblem } from './problems.ts'
import { endCertificates, replacedCertificates } from './queries/certificates.ts'
import { classHistories, succeedClasses } from './queries/classes.ts'
import * as decisions from './queries/decisions.ts'
import { fixVerdicts } from './queries/verdicts.ts'
import { classRows, type Entry } from './rules/decision.ts'
import { mustSeeAll, type Signed, signedBy } from './signed.ts'
import { type EntryRow, listEntries, wholeList } from './views.ts'

type Enforcing = Call<typeof enforceDecision>
type Row = decisions.DecisionRow

function mustBeSignedInTime(row: Row, { input, today }: Enforcing): void {
  const printedOn = row.printedAt ? dayInVietnam(Date.parse(row.printedAt)) : today
  if (input.signedOn < printedOn || input.signedOn > today)
    throw decisionProblem('decisions.signed_day', { printedOn, today })
}

/** Annual: the named day. Ad hoc: the day it was signed, if the round's standard is the one in force on it. */
async function holdDay(library: Library, row: Row, { db, input }: Enforcing): Promise<PlainDate> {
  if (row.namedDay) return row.namedDay
  if (!(await standardHolds(db, library, { ...row, day: input.signedOn })))
    throw decisionProblem('decisions.standard_changed')
  return input.signedOn
}

type Ended = { readonly householdId: HouseholdId; readonly endedOn: PlainDate }
type Held = { readonly entries: readonly decisions.Listed[]; readonly ended: readonly Ended[] }

/**
 * The entries of the printed list, all of them, their households held: no other decision gives them a class meanwhile and
 * none of them ends. Refuses a list that is not the printed one as seen by the actor, and one with a household that had
 * ended before the day of signing; answers those that ended on it or since.
 */
async function heldEntries({ db, input }: Enforcing, row: Row): Promise<Held> {
  const entries = await decisions.entriesOf(db, row.decisionId)
  const ids = entries.map((e) => e.householdId)
  const held = await holdHouseholds(db, ids, 'alone')
  if (held.length < ids.length || !isHashed(row, entries)) throw decisionProblem('decisions.list_changed')
  const ended = held.flatMap(({ householdId, endedOn }) => (endedOn ? [{ householdId, endedOn }] : []))
  const before = new Set(ended.flatMap((one) => (one.endedOn < input.signedOn ? [one.householdId] : [])))
  if (before.size === 0) return { entries, ended }
  const gone = entries.filter((one) => before.has(one.householdId))
  const households = gone.slice(0, 20).map((one) => one.householdId)
  const names = gone.slice(0, 20).map((one) => one.content.head)
  throw decisionProblem('decisions.household_ended', { count: gone.length, names: names.join(', '), households })
}

/** Goes into the audit. Throws `decisions.print_differs` where the register says otherwise by now and no reason was given. */
async function mustBeSure({ db, input, today }: Enforcing, row: Row): Promise<{ differing?: number; sure?: string }> {
  const { forbids, differs, households: count } = await changesSincePrint(db, row, today)
  const changed = [...forbids, ...differs]
  if (changed.length === 0) return {}
  if (!input.sure) throw decisionProblem('decisions.print_differs', { count, changed })
  return { differing: count, sure: tidy(input.sure) }
}

/** What can be done where a class begins on the day already. The day of signing may be another one, a named day may not. */
const instead: Readonly<Record<'named' | 'signed', Said>> = {
  named: {
    vi: 'Rút dự thảo này, mở trang của kỳ rà soát, đưa các hộ ấy ra khỏi kỳ rồi lập lại.',
    en: 'Withdraw this draft, open the page of the round, take them out of it and draft again.',
  },
  signed: {
    vi: 'Hãy trình ký quyết định này vào một ngày sau.',
    en: 'Have this decision signed on a later day.',
  },
}

type InForce = { readonly row: Row; readonly holdFrom: PlainDate }

async function beginClasses(
  { db, today }: Enforcing,
  entries: readonly Entry[],
  { row, holdFrom }: InForce,
): Promise<void> {
  const households = entries.map((e) => e.householdId)
  const { rows, taken } = classRows(entries, await classHistories(db, households), holdFrom)
  if (taken.length > 0)
    throw decisionProblem('decisions.class_day_taken', {
      count: taken.length,
      day: holdFrom,
      instead: row.namedDay ? instead.named : instead.signed,
      households: taken.slice(0, 20),
    })
  await succeedClasses(db, rows, { decision: row.decisionId, standard: row.openingStandard })
  await recountHomes(db, households, { been: [], today })
}

async function mustFit(call: Enforcing): Promise<Row> {
  const { db, input } = call
  const row = await decisions.findDecisionForUpdate(db, input.decisionId)
  if (!row) throw decisionProblem('decisions.not_found')
  if (row.state !== 'printed')
    throw decisionProblem('decisions.state_not_allowed', { state: decisionStateWords[row.state] })
  mustBeSignedInTime(row, call)
  await mustSeeAll(db, row.decisionId)
  return row
}

/** The decision and its certificates are in the register, and the papers whose place they take have ended. */
async function issuePapers(
  { db, input, services }: Enforcing,
  entries: readonly EntryRow[],
  { row, holdFrom, signed }: InForce & { readonly signed: Signed },
): Promise<number> {
  const { decisionId, areaId: area, contentHash: hash } = row
  await beginPaper(db, decisionId, { number: signed.numbered.number, issuedOn: input.signedOn, from: holdFrom })
  const place = await placeOfDecision(db, row)
  const issuing = { decisionId, area, place, keys: services.keys, holdFrom, day: input.signedOn, hash }
  const certificates = await issueCertificates(db, entries, issuing)
  const households = entries.map((e) => e.householdId)
  await replacePapers(db, await replacedCertificates(db, decisionId, households))
  return certificates
}

export const enforceRoute = (library: Library, touches: Touches) =>
  change(enforceDecision, {
    work: ({ file, services }) => seenScan(file, services.readers),
    act: async (call, page) => {
      const { db, actor, input, services } = call
      const seen = await decisions.findDecision(db, input.decisionId)
      if (!seen) throw decisionProblem('decisions.not_found')
      const { next } = await mustStep({ db, actor }, seen.roundId, { action: 'enforce', right: 'decision.enforce' })
      const row = await mustFit(call)
      const { decisionId, roundId, areaId } = row
      const signed = await signedBy(db, row, input)
      const holdFrom = await holdDay(library, row, call)
      await touches.mustAllow(db, { of: 'round', id: roundId, act: 'decision.in_force', on: holdFrom })
      const { entries: held, ended } = await heldEntries(call, row)
      const asked = await mustBeSure(call, row)
      // Read before anything is written: what a transaction wrote under one role it does not read under another.
      const list = await listEntries(db, { decisionId }, wholeList)
      const { texts, untold } = await fullTexts(db, lawOf(library), row)
      await beginClasses(call, held, { row, holdFrom })
      await fixVerdicts(db, decisionId, texts)
      const scan = await keepScan(db, page, { area: areaId, by: actor.accountId })
      const certificates = await issuePapers(call, list, { row, holdFrom, signed })
      for (const { householdId, endedOn } of ended) await endCertificates(db, householdId, endedOn)
      await decisions.setInForce(db, decisionId, {
        ...signed,
        signedOn: input.signedOn,
        scan,
        holdFrom,
        at: instantOf(services.clock),
        by: actor.accountId,
      })
      await takeNumber(db, { areaId, ...signed.numbered }, decisionId)
      if (!row.namedDay) await setHoldDay(db, roundId, holdFrom)
      const line = { roundId, step: 'deciding', outcome: 'done', because: null, day: input.signedOn } as const
      await addStepLine(db, { ...line, account: actor.accountId })
      await setState(db, roundId, next)
      const facts = { round: roundId, certificates, holdFrom, ...asked, ...(untold > 0 && { untold }) }
      return happened(decisionEvent('decision.in_force', { subject: decisionId, area: areaId, facts }), {
        decisionId,
        state: 'in_force' as const,
        classesHoldFrom: holdFrom,
        certificates,
      })
    },
  })
