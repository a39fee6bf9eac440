/** A plan and its lines as typed, and as sent. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId, FrameworkTopicId, ProgrammeId, TrainingPlanId } from '#kernel/ids.ts'
import type { Vnd } from '#kernel/numbers.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showMoney } from '#platform/web/numbers.ts'
import type * as contract from '../contract.ts'
import { type Line, type Money, type MoneySource, moneySources } from '../model.ts'
import { type LineSeen, lineSeen, type MoneySeen, moneySeen } from '../rules/lines.ts'
import { countedBase, countedFor } from '../rules/money.ts'
import { readWeeks, weeksSaid } from '../rules/weeks.ts'

export type PlanAnswer = OutputOf<typeof contract.showPlan>
/** Whether units below make theirs under it: a commune is the last that plans. */
export const isCarriedDown = ({ state, amendment, level }: PlanAnswer): boolean =>
  state === 'approved' && amendment === 0 && level !== 'commune'

export const pathOf = (trainingPlanId: TrainingPlanId): string => `/ke-hoach-dao-tao/${trainingPlanId}`

export type Particulars = {
  readonly name: string
  readonly programmeId: ProgrammeId
  readonly largestClass: number | null
  readonly largestClassBy: string
  readonly note: string
  readonly reason: string
  readonly purpose: string
  readonly execution: string
}
export type TypedPlan = Omit<Particulars, 'programmeId'> & {
  readonly programmeId: ProgrammeId | null
  readonly programmeName: string
}
export const emptyPlan: TypedPlan = {
  ...{ name: '', programmeId: null, programmeName: '', largestClass: null, largestClassBy: '', note: '' },
  ...{ reason: '', purpose: '', execution: '' },
}
export const seenOf = ({ name, programme, largestClass, largestClassBy, note, ...of }: PlanAnswer): Particulars => ({
  ...{ name, programmeId: programme.programmeId, largestClass, largestClassBy, note },
  ...{ reason: of.reason, purpose: of.purpose, execution: of.execution },
})
export const typedOf = (of: PlanAnswer): TypedPlan => ({ ...seenOf(of), programmeName: of.programme.name })

/** Null where the name or the programme are missing, or a size of class stands without its text. */
export function sentOf({ name, programmeId, programmeName: _shown, ...rest }: TypedPlan): Particulars | null {
  const largestClassBy = rest.largestClassBy.trim()
  if (!name.trim() || !programmeId || (rest.largestClass === null) !== (largestClassBy === '')) return null
  return { ...rest, name: name.trim(), programmeId, largestClassBy }
}

/** As a line is sent: of what has a norm the amount may be left to it. */
export type MoneySent = Omit<MoneySeen, 'dong'> & { readonly dong: Vnd | null }
type LineSent = Omit<LineSeen, 'money'> & { readonly money: MoneySent[] }

export type TypedMoney = Omit<MoneySent, 'quantity' | 'source'> & {
  readonly source: MoneySource | null
  readonly quantity: number | null
  readonly normName: string
  /** As it was written; null: it is new. */
  readonly written: Pick<
    Money,
    'countedBy' | 'ofPeople' | 'ofClasses' | 'normId' | 'dong' | 'normNow' | 'normOn'
  > | null
}
export type TypedLine = {
  readonly topicId: FrameworkTopicId | null
  readonly topicName: string
  readonly audience: string
  readonly people: number | null
  readonly classes: number | null
  readonly placeId: AreaId | null
  readonly placeName: string
  readonly place: string
  readonly weeks: string
  readonly note: string
  readonly money: readonly TypedMoney[]
}
export const emptyMoney: TypedMoney = {
  ...{ source: null, normId: null, normName: '', what: '', quantity: null, dong: null },
  ...{ follows: 'nothing', times: null, written: null },
}
export const emptyLine: TypedLine = {
  ...{ topicId: null, topicName: '', audience: '', people: null, classes: null, placeId: null, placeName: '' },
  ...{ place: '', weeks: '', note: '', money: [] },
}

export const lineTyped = (line: Line): TypedLine => ({
  ...lineSeen(line),
  topicName: `${line.code} ${line.title}`,
  placeName: line.placeName ?? '',
  weeks: weeksSaid(line.weeks),
  money: line.money.map((one) => {
    const { countedBy, ofPeople, ofClasses, normId, dong, normNow, normOn } = one
    const normName = one.normId ? one.what : ''
    return { ...moneySeen(one), normName, written: { countedBy, ofPeople, ofClasses, normId, dong, normNow, normOn } }
  }),
})

export const weeksFault = (text: string): Words | null =>
  readWeeks(text) === null ? { vi: 'Ghi số tuần, ví dụ 12, 14-16.', en: 'Numbers of weeks, as in 12, 14-16.' } : null

/** How many a line pays for; null where that is not typed yet. */
export function quantityOf({ quantity, follows, times }: TypedMoney, { people, classes }: TypedFigures): number | null {
  const base = countedBase({ follows })
  if (!base) return quantity
  return people && classes && times ? countedFor({ quantity: 0, follows, times }, { people, classes }).quantity : null
}
type TypedFigures = Pick<TypedLine, 'people' | 'classes'>

function moneyOf(of: TypedMoney, line: TypedFigures): MoneySent | null {
  const { source, normId, what, dong, follows, times } = of
  const quantity = quantityOf(of, line)
  if (!source || !quantity || (!normId && (!what.trim() || !dong))) return null
  const each = countedBase({ follows }) ? times : null
  return { source, normId, what: normId ? '' : what.trim(), quantity, follows, times: each, dong }
}

/** Null where the topic, people, classes or a part of the money are missing, or weeks cannot be read. */
export function lineSent({
  topicId,
  people,
  classes,
  audience,
  placeId,
  place,
  note,
  ...typed
}: TypedLine): LineSent | null {
  const weeks = readWeeks(typed.weeks)
  const money = typed.money.map((one) => moneyOf(one, { people, classes }))
  if (!topicId || !people || !classes || weeks === null || money.includes(null)) return null
  return {
    ...{ topicId, people, classes, placeId, weeks, note: note.trim(), audience: audience.trim(), place: place.trim() },
    money: money as MoneySent[],
  }
}

const labels: Readonly<Record<string, Words>> = {
  name: { vi: 'Tên kế hoạch', en: 'Name' },
  programmeId: { vi: 'Theo chương trình', en: 'Programme' },
  largestClass: { vi: 'Sĩ số lớn nhất một lớp', en: 'Largest class' },
  largestClassBy: { vi: 'Theo văn bản', en: 'By which text' },
  note: { vi: 'Ghi chú', en: 'Note' },
  reason: { vi: 'Lý do điều chỉnh', en: 'Why it is amended' },
  purpose: { vi: 'Mục đích, yêu cầu', en: 'Purpose' },
  execution: { vi: 'Tổ chức thực hiện', en: 'Who does what' },
  topicId: { vi: 'Chuyên đề', en: 'Topic' },
  audience: { vi: 'Đối tượng', en: 'For whom' },
  people: { vi: 'Lượt người', en: 'Attendances' },
  classes: { vi: 'Số lớp', en: 'Classes' },
  placeId: { vi: 'Đơn vị mở lớp', en: 'Unit' },
  place: { vi: 'Địa điểm', en: 'Place' },
  weeks: { vi: 'Tuần', en: 'Weeks' },
  money: { vi: 'Kinh phí', en: 'Money' },
}

type Normed = { readonly normId: string | null; readonly what: string }
const ofNorm = { vi: 'theo định mức', en: 'by a norm' }

/** "Nước uống (Ngân sách tỉnh): 200 × 12.000 đ" */
function moneyShown({ source, normId, what, quantity, dong }: MoneySent, norms: readonly Normed[]): string {
  const purpose = normId ? norms.find((one) => one.normId === normId)?.what || say(ofNorm) : what
  return `${purpose} (${say(moneySources[source])}): ${quantity} × ${dong ? showMoney(dong) : '…'}`
}

function shownAs(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field === 'weeks') return weeksSaid(value as number[])
  if (field === 'programmeId') return say({ vi: 'chương trình khác', en: 'another programme' })
  if (field === 'topicId') return say({ vi: 'chuyên đề khác', en: 'another topic' })
  if (field === 'placeId') return say({ vi: 'đơn vị khác', en: 'another unit' })
  return String(value)
}

export const planWords: FieldWords = {
  label: (field) => labels[field] ?? { vi: 'Mục khác', en: 'Other' },
  show: shownAs,
}

/** Of a line: its money with what it pays for, as far as the norms are known here. */
export const lineWords = (line: Line, typed: TypedLine): FieldWords => {
  const norms = [...line.money, ...typed.money.map(({ normId, normName: what }) => ({ normId, what }))]
  return {
    ...planWords,
    show: (field, value) =>
      field === 'money'
        ? (value as MoneySent[]).map((one) => moneyShown(one, norms)).join('; ')
        : shownAs(field, value),
  }
}
