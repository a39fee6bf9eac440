/** Lines of a plan that are to be looked at, and why. */
import type { PlainDate } from '#kernel/dates.ts'
import type { PlanLineId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Line } from '../model.ts'
import { leastClasses } from './lines.ts'
import { isBehind } from './money.ts'
import { type closedLines, daysOfWeek } from './weeks.ts'

/** Why lines of a plan are to be looked at, and which: counted in the notices of its page, and a filter of its list. */
export type Mark = { readonly key: string; readonly said: Said; readonly lines: readonly PlanLineId[] }
type Marking = {
  readonly state: string
  readonly year: number
  readonly lineList: readonly Line[]
  readonly largestClass: number | null
  /** What the province lays down for then. */
  readonly classLimit: number | null
  readonly closed: ReturnType<typeof closedLines>
  readonly clashes: readonly { readonly a: PlanLineId; readonly b: PlanLineId }[]
}

const markWords = {
  bare: { vi: 'chưa ghi kinh phí', en: 'without money' },
  past: { vi: 'vào tuần đã qua', en: 'in weeks that are over' },
  behind: { vi: 'tiền tính cho số người, số lớp khác', en: 'with money for other people or classes' },
  crowded: { vi: 'lớp đông hơn mức cho phép', en: 'with larger classes than may be' },
  superseded: { vi: 'theo phiên bản cũ của khung', en: 'by a former version of the framework' },
  clash: { vi: 'có người học hai lớp cùng tuần', en: 'with people in two classes of one week' },
} as const satisfies Record<string, Said>

/** The largest class that may be: what the plan says, and no more than the province lays down. */
export const largestOf = ({ largestClass, classLimit }: Pick<Marking, 'largestClass' | 'classLimit'>): number | null =>
  largestClass === null || classLimit === null ? (largestClass ?? classLimit) : Math.min(largestClass, classLimit)

const ids = (lines: readonly Pick<Line, 'planLineId'>[]): PlanLineId[] => lines.map(({ planLineId }) => planLineId)

/** Those that any line has, each once; of weeks that the province keeps free one for each thing they are kept free for. */
export function marksOf({ state, year, lineList, closed, clashes, ...size }: Marking, today: PlainDate): Mark[] {
  const kept = [...new Map(closed.map(({ what }) => [what.vi, what])).values()]
  const free = kept.map((what, at) => ({
    key: `ban-${at + 1}`,
    said: what,
    lines: [...new Set(ids(closed.filter((one) => one.what.vi === what.vi)))],
  }))
  const draft = state === 'drafted' ? lineList : []
  const past = draft.filter(({ weeks }) => weeks.some((week) => daysOfWeek(year, week)[1] < today))
  const largest = largestOf(size)
  const crowded = draft.filter(({ people, classes }) => largest !== null && classes < leastClasses(people, largest))
  const behind = draft.filter((line) => line.money.some((money) => isBehind(money, line)))
  return [
    ...free,
    { key: 'chua-tien', said: markWords.bare, lines: ids(draft.filter(({ dong }) => dong === 0)) },
    { key: 'da-qua', said: markWords.past, lines: ids(past) },
    { key: 'tien-khac', said: markWords.behind, lines: ids(behind) },
    { key: 'lop-dong', said: markWords.crowded, lines: ids(crowded) },
    { key: 'khung-cu', said: markWords.superseded, lines: ids(draft.filter(({ superseded }) => superseded)) },
    { key: 'trung-tuan', said: markWords.clash, lines: [...new Set(clashes.flatMap(({ a, b }) => [a, b]))] },
  ].filter(({ lines }) => lines.length > 0)
}
