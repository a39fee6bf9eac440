/**
 * The numbers of many households in one act. Each is asked about and kept as a single change is; a number that cannot be
 * taken is told with the reason, and the others are written all the same.
 */
import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { saidAlone } from '#kernel/alone.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import { tidyPhone } from '#kernel/phones.ts'
import { Problem } from '#kernel/problem.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { standingOf } from '../changes/record.ts'
import { settleAt } from '../changes/residence.ts'
import { householdEvent } from '../events.ts'
import type { LeftOut } from '../model/views.ts'
import { checkedPhone } from '../must.ts'
import { householdProblem } from '../problems.ts'
import { getHouseholdHeld, type Household } from '../queries.ts'
import { villagesAround } from '../store/doubles.ts'
import * as contract from './contract.ts'
import { calledBy } from './queries.ts'
import { type Called, othersCalled } from './rules.ts'

type Input = InputOf<typeof contract.writePhones>
/** A household with the number that was typed for it. */
type Row = { readonly household: Household; readonly typed: string }
type Writing = {
  readonly db: Db
  readonly input: Input
  readonly today: PlainDate
  readonly names: ReadonlyMap<AreaId, string>
  readonly others: (of: Called) => readonly Called[]
}

const calledAs = ({ household: { householdId, headName }, typed }: Row): Called => ({
  householdId,
  headName,
  phone: tidyPhone(typed),
})

/** The number as it is kept. Refuses this household alone; nothing of it is written yet. */
function mustBeTaken({ input, others }: Writing, row: Row): { phone: string; sure?: string } {
  const { householdId, phone: now, endedOn } = row.household
  if (endedOn) throw householdProblem('household.ended', { on: showDate(endedOn) })
  const phone = checkedPhone(row.typed)
  if (phone === now) throw householdProblem('household.phone_same')
  const seen = input.was?.phones?.find((one) => one.householdId === householdId)
  if (seen && tidyPhone(seen.phone) !== now)
    throw householdProblem('household.phone_changed_since', { phone: now || 'để trống', phoneEn: now || 'empty' })
  const too = others(calledAs(row))
  if (too.length === 0) return { phone }
  const sure = tidy(input.sure ?? '')
  if (sure) return { phone, sure }
  throw householdProblem('household.phone_shared', { others: too.map(({ headName }) => headName).join(', ') })
}

/** The number that it gets, or why it gets none. */
function takenOr(writing: Writing, row: Row): ReturnType<typeof mustBeTaken> | Problem {
  try {
    return mustBeTaken(writing, row)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** Writes it down, or says why not. */
async function write(writing: Writing, row: Row): Promise<LeftOut | null> {
  const { db, today, names } = writing
  const { householdId, villageId, address, number, headName } = row.household
  const taken = takenOr(writing, row)
  if (taken instanceof Problem) {
    const withReason = taken.code === 'household.phone_shared'
    return { householdId, number, headName, said: saidAlone(taken.said), withReason }
  }
  const { phone, ...said } = taken
  const before = await standingOf(db, [householdId])
  const after = { villageId, address, number, phone }
  await settleAt(db, { household: row.household, before, after, on: today, names, said, today })
  return null
}

async function aroundAll(db: Db, villages: readonly AreaId[], today: PlainDate): Promise<AreaId[]> {
  const all = new Set<AreaId>()
  for (const village of villages)
    if (!all.has(village)) for (const one of await villagesAround(db, village, today)) all.add(one)
  return [...all]
}

export const writePhones = change(contract.writePhones, async ({ db, actor, input, today }) => {
  const typed = new Map(input.phones.map(({ householdId, phone }) => [householdId, phone]))
  const rows: Row[] = []
  for (const id of [...typed.keys()].toSorted()) {
    const household = await getHouseholdHeld(db, id, 'to move')
    await mustBeAble({ db, actor }, 'household.write', household.villageId)
    rows.push({ household, typed: typed.get(id) ?? '' })
  }
  const villages = [...new Set(rows.map(({ household }) => household.villageId))]
  const called = rows.map(calledAs)
  const phones = [...new Set(called.flatMap(({ phone }) => phone || []))]
  const others = othersCalled(called, await calledBy(db, await aroundAll(db, villages, today), phones))
  const names = await namesOn(db, villages, today)
  const left: LeftOut[] = []
  const written: Household[] = []
  for (const row of rows) {
    const stays = await write({ db, input, today, names, others }, row)
    if (stays) left.push(stays)
    else written.push(row.household)
  }
  const [first, ...more] = written.map(({ householdId, villageId }) =>
    householdEvent('household.moved', { subject: householdId, area: villageId, facts: { to: villageId } }),
  )
  if (!first) throw householdProblem('household.no_phone_written', { left })
  return happened(first, { written: written.map(({ householdId }) => householdId), left }, more)
})
