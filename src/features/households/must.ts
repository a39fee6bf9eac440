/** Refusals that need the areas, and texts as they are stored. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea, holdTreeStill } from '#features/areas/queries.ts'
import type { Actor } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { isName, sayUnfit } from '#kernel/names.ts'
import { oldFontOf } from '#kernel/oldFonts.ts'
import { mayBePhone, tidyPhone } from '#kernel/phones.ts'
import { looksLikeFormula, tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { householdProblem } from './problems.ts'
import { mayBeNumber } from './rules/number.ts'
import { tidyNumber } from './rules/numbers.ts'

/**
 * Refuses what is no village on the day, and one where the actor may not write. Holds the tree still until the transaction
 * ends, so that no event ends the village meanwhile: asked before households are held (the order of locks).
 */
export async function mustBeVillage(
  { db, actor }: { db: Db; actor: Actor },
  villageId: AreaId,
  day: PlainDate,
): Promise<void> {
  await holdTreeStill(db)
  await mustBeAble({ db, actor }, 'household.write', villageId)
  const area = await findArea(db, villageId, day)
  if (area?.level !== 'village') throw householdProblem('household.not_a_village')
}

/** Refuses letters of a font of the time before Unicode: they would stand so on every paper. */
function mustBeUnicode(text: string, at: string): void {
  const font = oldFontOf(text)
  if (font) throw householdProblem('household.old_font', { text, font, at })
}

/** Number or address as stored; refuses what a spreadsheet would run when the list is opened there. `at`: its field. */
export function checkedText(text: string, at: 'number' | 'address'): string {
  mustBeUnicode(tidy(text), at)
  const tidied = at === 'number' ? tidyNumber(text) : tidy(text)
  if (looksLikeFormula(tidied)) throw householdProblem('household.text_unfit', { text: tidied, at })
  if (at === 'number' && !mayBeNumber(tidied)) throw householdProblem('household.number_unfit', { number: tidied })
  return tidied
}

/** The number by which the household is called, as stored; empty where there is none. */
export function checkedPhone(text: string): string {
  const phone = tidyPhone(text)
  if (!mayBePhone(phone)) throw householdProblem('household.phone_unfit')
  return phone
}

/** The name as stored; refuses what no name has. */
export function checkedName(text: string, at = 'name'): string {
  const name = tidy(text)
  mustBeUnicode(name, at)
  if (!isName(name)) throw householdProblem('household.name_unfit', { name, at, what: sayUnfit(name) })
  return name
}
