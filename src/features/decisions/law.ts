/** Which law holds for a decision on the day it is signed, and what it says of each household. */
import { findArea, provinceOf } from '#features/areas/queries.ts'
import { getRound } from '#features/rounds/must.ts'
import type { Law } from '#features/standards/law.ts'
import type { Library } from '#features/standards/library.ts'
import { bestStandardOn } from '#features/standards/rules/library.ts'
import { fullText } from '#features/surveys/judged.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, DecisionId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type FullText, unfixedVerdicts } from './queries/verdicts.ts'

type Asked = {
  readonly areaId: AreaId
  readonly openingStandard: string
  /** Of an annual round: its classes begin on it whenever it is signed. */
  readonly namedDay: PlainDate | null
  readonly day: PlainDate
}

/** The code of the province whose law holds for a commune on a day. One that has ended since is in none: the nation's holds for it. */
export const provinceCodeOn = async (db: Db, areaId: AreaId, day: PlainDate): Promise<string | undefined> =>
  (await findArea(db, areaId, day)) ? ((await provinceOf(db, areaId, day)).code ?? undefined) : undefined

/** Whether a decision signed on a day begins under the standard by which its households were judged. */
export async function standardHolds(db: Db, { standards }: Library, asked: Asked): Promise<boolean> {
  if (asked.namedDay) return true
  const province = await provinceCodeOn(db, asked.areaId, asked.day)
  const held = standards.map((one) => one.value)
  return bestStandardOn(held, asked.day, province)?.id === asked.openingStandard
}

type Fixing = { readonly texts: readonly FullText[]; readonly untold: number }
type Deciding = { readonly decisionId: DecisionId; readonly roundId: RoundId }

/**
 * The reasons of every verdict of a decision in full, told from the law that its round pins: what is fixed when it comes
 * into force. Of a verdict that would be told otherwise than it was kept nothing is fixed; its reader is told so,
 * and the audit how many there were (`untold`).
 */
export async function fullTexts(db: Db, law: Law, { decisionId, roundId }: Deciding): Promise<Fixing> {
  const pins = await getRound(db, roundId)
  const texts: FullText[] = []
  const all = await unfixedVerdicts(db, decisionId)
  for (const { householdId: household, verdictId: verdict, ...row } of all) {
    const reasons = await fullText(law, db, { ...row, pins, reasons: null })
    if (reasons) texts.push({ household, verdict, reasons })
  }
  return { texts, untold: all.length - texts.length }
}
