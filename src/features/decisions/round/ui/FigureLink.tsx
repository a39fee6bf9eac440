import { casesPath } from '#features/rounds/ui/addresses.ts'
import { asQuery } from '#features/surveys/ui/addresses.ts'
import { classWords } from '#kernel/classes.ts'
import type { RoundId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import type { Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { ClassFigures, Figure } from './answers.ts'

export const figureRows = [
  { key: 'poor', head: classWords.poor },
  { key: 'near_poor', head: classWords.near_poor },
  { key: 'average', head: classWords.average },
  { key: 'not_poor', head: classWords.not_poor },
  { key: 'open', head: { vi: 'Chưa xác định được', en: 'Not determined' } },
  { key: 'none', head: { vi: 'Chưa có phiếu', en: 'No survey yet' } },
] as const satisfies readonly { key: keyof ClassFigures; head: Words }[]

/** A number that opens exactly what it counts. */
export function FigureLink({ roundId, of }: { roundId: RoundId; of: Figure }) {
  const to = useTo()
  if (of.count === 0) return <>0</>
  return <a href={to(casesPath(roundId), asQuery(of.opens))}>{showNumber(of.count)}</a>
}
