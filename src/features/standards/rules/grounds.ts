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

/** Of texts as they are fixed, those whose words were not seen in the law, as they are called: `14/2018/TT-BLĐTBXH`. */
const recalledAmong = (all: readonly Grounds[], texts: readonly string[]): string[] =>
  all
    .flatMap((list) => list.grounds)
    .filter((one) => one.mark === 'recalled' && texts.includes(groundText(one)))
    .map(({ number, kind, about }) => number ?? `${kind} ${about}`)

/** What a draft says at its foot of them, after its other words; nothing where all were seen. */
export function recalledNote(all: readonly Grounds[], texts: readonly string[] | null): string {
  const recalled = recalledAmong(all, texts ?? [])
  return recalled.length > 0 ? ` Căn cứ nhớ lại, cần đối chiếu văn bản trước khi ký: ${recalled.join('; ')}.` : ''
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
