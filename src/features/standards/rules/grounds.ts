/** The "Căn cứ" lines of a decision on a day, from the lists of the nation and of its province. */
import { compareDays, dayInWords, type PlainDate } from '#kernel/dates.ts'
import type { Ground, Grounds } from '../model/grounds.ts'
import type { Standard } from '../model/standard.ts'

/** From the highest to the lowest. */
const force: readonly Ground['kind'][] = ['Luật', 'Nghị quyết', 'Nghị định', 'Quyết định', 'Thông tư']

const since = ({ from, signed }: Ground): string => from ?? signed ?? ''

const isGroundOn = (one: Ground, { standard, day }: Pick<Decided, 'standard' | 'day'>): boolean =>
  since(one) <= day &&
  (one.until === undefined || day < one.until) &&
  (one.standards === undefined || one.standards.some((id) => id === standard.id || id === standard.above))

/** `Nghị định số 07/2021/NĐ-CP ngày 27 tháng 01 năm 2021 của Chính phủ quy định ...`; `Luật ... ngày 19 tháng 6 năm 2015`. */
export function groundText({ kind, number, signed, issuer, about }: Ground): string {
  const day = signed && dayInWords(signed)
  const parts =
    kind === 'Luật' ? [kind, about, day] : [kind, number && `số ${number}`, day, issuer && `của ${issuer}`, about]
  return parts.filter(Boolean).join(' ')
}

type Decided = {
  readonly standard: Pick<Standard, 'id' | 'above'>
  readonly day: PlainDate
  readonly provinceCode: string | undefined
}

/** In the order of their force, then of their days; what was signed after the day is no ground of it. */
export const groundsOn = (all: readonly Grounds[], decided: Decided): string[] =>
  all
    .filter((list) => list.provinceCode === undefined || list.provinceCode === decided.provinceCode)
    .flatMap((list) => list.grounds)
    .filter((one) => isGroundOn(one, decided))
    .sort((a, b) => force.indexOf(a.kind) - force.indexOf(b.kind) || compareDays(since(a), since(b)))
    .map(groundText)
