/** The print that goes to be signed is fixed: its papers were tried, and say what the register says. */
import { holdHouseholds } from '#features/households/queries.ts'
import { registerPapers } from '#features/papers/register.ts'
import type { Block } from '#features/rounds/model.ts'
import type { Library } from '#features/standards/library.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { DecisionId } from '#kernel/ids.ts'
import { instantOf } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/database/open.ts'
import { paperProblem } from '#platform/server/documents/problems.ts'
import { change, happened } from '#platform/server/handle.ts'
import type { Touches } from '#platform/server/touches.ts'
import { signDecision } from './certify.ts'
import { printDecision } from './contract.ts'
import { decisionEvent } from './events.ts'
import { standardHolds } from './law.ts'
import { mustStand } from './must.ts'
import { placeOf } from './place.ts'
import { decisionProblem } from './problems.ts'
import { contentsOf } from './queries/contents.ts'
import { classTotals, type DecisionRow, homesElsewhere, setPrinted } from './queries/decisions.ts'
import { endedOf } from './queries/ended.ts'
import { givenOn, leftAndBack } from './round/queries.ts'
import { changedSince, changedSincePrint, concerned, type SincePrint } from './rules/content.ts'
import { beginsOn, givenSince, givenSincePrint } from './rules/given.ts'
import { mustSeeAll } from './signed.ts'
import { listEntries, wholeList } from './views.ts'

/** A list beside the register of a day, and beside its round. */
async function beside(db: Db, row: DecisionRow, day: PlainDate) {
  const entries = await listEntries(db, { decisionId: row.decisionId }, { ...wholeList, as: 'list' })
  const homes = entries.map((entry) => entry.homeId)
  const away = await homesElsewhere(db, homes, day)
  const elsewhere = new Set(entries.filter(({ homeId }) => away.has(homeId)).map((entry) => entry.householdId))
  const known = new Set([...entries.map((entry) => entry.householdId), ...row.leftOut])
  const absent = (await leftAndBack(db, row.roundId)).filter(({ householdId }) => !known.has(householdId))
  return { entries, absent, register: await contentsOf(db, row.roundId, { of: entries, day }), elsewhere }
}

/** What the register says differently from the draft, by households; empty where it says the same. */
export async function changesSince(db: Db, row: DecisionRow, day: PlainDate): Promise<Block[]> {
  const { entries, ...now } = await beside(db, row, day)
  return [...changedSince(entries, now), ...givenSince(await givenAmong(db, row, { entries, today: day }))]
}

type Entries = Awaited<ReturnType<typeof listEntries>>
const givenAmong = async (
  db: Db,
  { namedDay }: DecisionRow,
  { entries, today }: { entries: Entries; today: PlainDate },
) => ({
  of: concerned(entries),
  given: await givenOn(db, { of: entries, day: beginsOn(namedDay, today) }),
  namedDay,
  today,
})

/**
 * What it says differently from a print that waits for its signature; `given`: who was given a class from its day by another
 * decision since, over whom it cannot come into force; an ad hoc one (`later`) not by a page signed today.
 */
export async function changesSincePrint(
  db: Db,
  row: DecisionRow,
  day: PlainDate,
): Promise<SincePrint & { readonly given: Block[]; readonly later: Block[] }> {
  const { entries, ...now } = await beside(db, row, day)
  const households = entries.map((entry) => entry.householdId)
  const since = changedSincePrint(entries, { ...now, ended: await endedOf(db, households) })
  const given = givenSincePrint(await givenAmong(db, row, { entries, today: day }))
  return row.namedDay ? { ...since, given, later: [] } : { ...since, given: [], later: given }
}

/** No act on its households, and no undoing of one, comes between what is compared and what is fixed. */
async function holdEntries(db: Db, { decisionId }: DecisionRow): Promise<void> {
  const entries = await listEntries(db, { decisionId }, wholeList)
  const households = entries.map((entry) => entry.householdId)
  await holdHouseholds(db, households, 'share')
}

/** Refuses a draft that names no signer, or whose papers were not tried as they are, cannot be printed, or say what the register no longer says. */
async function mustBePrintable(db: Db, row: DecisionRow, day: PlainDate): Promise<void> {
  if (row.signerName === null) throw decisionProblem('decisions.no_signer')
  if (row.triedHash !== row.contentHash) throw decisionProblem('decisions.not_tried')
  if (row.triedFault) throw decisionProblem('decisions.not_printable', { why: row.triedFault })
  const changed = await changesSince(db, row, day)
  if (changed.length > 0) throw decisionProblem('decisions.register_changed', { changed })
}

async function countsOf(db: Db, decisionId: DecisionId) {
  const totals = await classTotals(db, decisionId)
  const of = (name: string) => totals.find((t) => t.class === name)?.households ?? 0
  return { poor: of('poor'), nearPoor: of('near_poor') }
}

export const printRoute = (library: Library, touches: Touches) =>
  change(printDecision, async ({ db, actor, input, today, services }) => {
    const row = await mustStand({ db, actor }, input.decisionId, 'print')
    await touches.mustAllow(db, { of: 'round', id: row.roundId, act: 'decision.printed', on: today })
    if (row.contentHash !== input.contentHash) throw decisionProblem('decisions.list_changed')
    await mustSeeAll(db, row.decisionId)
    await holdEntries(db, row)
    if (!services.settings.publicUrl) throw paperProblem('paper.public_url_missing')
    if (!(await standardHolds(db, library, { ...row, day: today }))) throw decisionProblem('decisions.standard_changed')
    await mustBePrintable(db, row, today)
    const { decisionId, areaId } = row
    const holdFrom = beginsOn(row.namedDay, today)
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
    await setPrinted(db, decisionId, { at: instantOf(services.clock), signed })
    return happened(
      decisionEvent('decision.printed', { subject: decisionId, area: areaId, facts: { hash: row.contentHash } }),
      { decisionId, state: 'printed' as const },
    )
  })
