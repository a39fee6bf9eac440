/** Opening a round: where, when, by which standards, points tables and form, all pinned by hash. */

import { mustBeAble } from '#features/areas/must.ts'
import { areasUnder, getArea, provinceOf } from '#features/areas/queries.ts'
import { gateOn } from '#features/credentials/gate/queries.ts'
import { findForm, findStandard, type Held, type Library } from '#features/standards/library.ts'
import type { Form } from '#features/standards/model/form.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import { isDecidable } from '#features/standards/rules/tables.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { createRound } from './contract.ts'
import { roundEvent } from './events.ts'
import type { RoundKind } from './model.ts'
import { roundProblem } from './problems.ts'
import { annualRounds, holdOpening, isReviewed, isRoundCalled, openOver } from './queries.ts'
import { mustBeWindow, mustLieWithin } from './rules/days.ts'
import { doubtsOf, mustBeSure } from './rules/doubts.ts'
import { namedDay, standardsFor } from './rules/standards.ts'
import { addRound } from './store.ts'

/** The confirmed table of a standard where there is one, else the illustrative one, which says so everywhere. */
export function pointsHashFor(library: Library, standard: Standard): string | null {
  const tables = library.points.filter((p) => p.value.standard === standard.id || p.value.standard === standard.above)
  return (tables.find((p) => isDecidable(p.value)) ?? tables[0])?.hash ?? null
}

/** The newest form that asks for both standards, else the newest for the one that opens. */
function formFor(library: Library, opens: Standard, closes: Standard | null): Held<Form> {
  const both = library.forms.filter(
    (f) => f.value.serves.includes(opens.id) && closes && f.value.serves.includes(closes.id),
  )
  const newest = both.sort((a, b) => b.value.version - a.value.version)[0]
  const form = newest ?? findForm(library, opens.id)
  if (!form) throw roundProblem('rounds.no_form', { standard: opens.id })
  return form
}

export type Place = { readonly kind: RoundKind; readonly day: PlainDate; readonly provinceCode: string | null }

/** Everything a round pins on the day that decides its standard. Throws where no standard or form is held. */
export function pinsFor(library: Library, { day, provinceCode }: Omit<Place, 'kind'>) {
  const held = library.standards.map((s) => s.value)
  const chosen = standardsFor(held, { day, provinceCode })
  if (!chosen) throw roundProblem('rounds.no_standard', { day })
  const { opens, closes } = chosen
  const form = formFor(library, opens, closes)
  const hashOf = (standard: Standard) => findStandard(library, standard.id)?.hash ?? ''
  return {
    opening_standard: opens.id,
    opening_hash: hashOf(opens),
    opening_points: pointsHashFor(library, opens),
    closing_standard: closes?.id ?? null,
    closing_hash: closes ? hashOf(closes) : null,
    closing_points: closes ? pointsHashFor(library, closes) : null,
    form_id: form.value.id,
    form_hash: form.hash,
  }
}

async function villagesFor(db: Db, areaId: AreaId, asked: { day: PlainDate; villages: readonly AreaId[] }) {
  const all = (await areasUnder(db, areaId, asked.day, 'village')).map((v) => v.areaId)
  if (all.length === 0) throw roundProblem('rounds.no_village')
  if (asked.villages.some((v) => !all.includes(v))) throw roundProblem('rounds.not_a_village_here')
  return asked.villages.length > 0 ? [...new Set(asked.villages)] : all
}

export const createRoute = (library: Library) =>
  change(createRound, async ({ db, actor, input, today }) => {
    const over = await mustBeAble({ db, actor }, 'round.manage', input.areaId)
    const { roundId, areaId, kind, windowFrom, windowUntil } = input
    mustBeWindow(input, today)
    const area = await getArea(db, areaId, windowFrom)
    if (area.level !== 'commune') throw roundProblem('rounds.not_a_commune')
    const villages = await villagesFor(db, areaId, { day: windowFrom, villages: input.villages })
    const provinceCode = (await provinceOf(db, areaId, windowFrom)).code
    const holds = namedDay(kind, windowUntil)
    const pins = pinsFor(library, { day: holds ?? today, provinceCode })
    const opens = findStandard(library, pins.opening_standard)
    if (opens) mustLieWithin(input, opens.value)
    await holdOpening(db, areaId)
    if (holds && (await isReviewed(db, villages, holds))) throw roundProblem('rounds.village_reviewed')
    const name = tidy(input.name)
    const others = {
      open: await openOver(db, villages),
      sameYear: await annualRounds(db, areaId, holds),
      named: await isRoundCalled(db, areaId, name),
    }
    const sure = mustBeSure(doubtsOf(input, others, today), input.because)
    const round = {
      id: roundId,
      area_id: areaId,
      kind,
      name,
      classes_hold_from: holds,
      window_from: windowFrom,
      window_until: windowUntil,
      ...pins,
      // As its province has it on the day: what is laid down later does not reach this round.
      gate: await gateOn(db, over, today),
      state: 'listing' as const,
      created_by: actor.accountId,
    }
    await addRound(db, round, villages)
    const { opening_standard, closing_standard } = round
    const facts = { kind, villages: villages.length, opens: opening_standard, closes: closing_standard, ...sure }
    return happened(roundEvent('round.opened', { subject: roundId, area: areaId, facts }), {
      roundId,
      state: 'listing' as const,
    })
  })
