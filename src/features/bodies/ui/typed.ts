/** Bodies and members as typed, and as sent. */
import { addDays, findPlainDate, type PlainDate, showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId, OfficialId } from '#kernel/ids.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import type { Words } from '#platform/web/language.ts'
import type * as contract from '../contract.ts'
import type { BodyKind, MemberRole, Origin } from '../model.ts'

export type BodyAnswer = OutputOf<typeof contract.showBody>
export type Founded = Pick<
  BodyAnswer,
  'name' | 'watches' | 'watchesCode' | 'decisionNumber' | 'decidedOn' | 'decidedBy' | 'until'
>

export const bodyPath = (bodyId: string) => `/ban/${bodyId}`

export type TypedBody = {
  readonly kind: BodyKind | null
  readonly unitId: AreaId | null
  readonly unitName: string
  readonly name: string
  readonly watches: string
  readonly watchesCode: string
  readonly decisionNumber: string
  readonly decidedOn: string | null
  readonly decidedBy: string
  readonly from: string | null
  /** The last day of the term. */
  readonly last: string | null
}
export const newBodyAt = (unitId: AreaId, unitName: string): TypedBody => ({
  ...{ kind: null, unitId, unitName, name: '', watches: '', watchesCode: '', decisionNumber: '', decidedOn: null },
  ...{ decidedBy: '', from: null, last: null },
})

export const lastOf = (until: PlainDate | null): PlainDate | null => until && addDays(until, -1)
const untilOf = (last: string | null): PlainDate | null => {
  const day = findPlainDate(last ?? '')
  return day && addDays(day, 1)
}

export const typedBody = (of: BodyAnswer): TypedBody => ({
  ...{ kind: of.kind, unitId: of.unitId, unitName: of.unitName, name: of.name, watches: of.watches },
  ...{ watchesCode: of.watchesCode, decisionNumber: of.decisionNumber, decidedOn: of.decidedOn },
  ...{ decidedBy: of.decidedBy, from: of.from, last: lastOf(of.until) },
})

/** Null where name or decision are missing. */
export function foundedOf(typed: TypedBody): Founded | null {
  const decidedOn = findPlainDate(typed.decidedOn ?? '')
  const { name, decisionNumber, decidedBy, watches } = typed
  const lacks = typed.kind === 'supervision' && !watches.trim()
  if (!name.trim() || !decisionNumber.trim() || !decidedBy.trim() || !decidedOn || lacks) return null
  const watched =
    typed.kind === 'supervision' ? { watches, watchesCode: typed.watchesCode } : { watches: '', watchesCode: '' }
  return { name, decisionNumber, decidedBy, decidedOn, ...watched, until: untilOf(typed.last) }
}

export type TypedMember = {
  readonly officialId: OfficialId | null
  readonly name: string
  readonly role: MemberRole | null
  readonly comesFrom: Origin | null
  readonly from: string | null
  readonly last: string | null
}

/** Null where somebody, the role or the first day are missing. */
export function joiningOf({ officialId, role, comesFrom, from, last }: TypedMember, kind: BodyKind) {
  const first = findPlainDate(from ?? '')
  if (!officialId || !role || !first || (kind === 'supervision' && !comesFrom)) return null
  return { officialId, role, comesFrom: kind === 'supervision' ? comesFrom : null, from: first, until: untilOf(last) }
}

export const labels = {
  name: { vi: 'Tên Ban', en: 'Name' },
  watches: { vi: 'Giám sát chương trình, dự án', en: 'Programme or project' },
  watchesCode: { vi: 'Mã chương trình, dự án', en: 'Code of the programme or project' },
  decisionNumber: { vi: 'Số quyết định thành lập', en: 'Number of the founding decision' },
  decidedOn: { vi: 'Ngày quyết định', en: 'Day of the decision' },
  decidedBy: { vi: 'Cơ quan quyết định', en: 'Decided by' },
  until: { vi: 'Hoạt động đến hết ngày', en: 'To the end of' },
} as const satisfies Readonly<Record<string, Words>>

function shownAs(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field === 'until') return showDate(addDays(value as PlainDate, -1))
  return field === 'decidedOn' ? showDate(value as PlainDate) : String(value)
}

export const bodyWords: FieldWords = {
  label: (field) => labels[field as keyof typeof labels] ?? { vi: field, en: field },
  show: shownAs,
}

/** In the address of the list: only bodies of which a member has died whose end is not recorded. */
export const goneFilter = 'qua-doi'
