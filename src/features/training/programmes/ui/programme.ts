/** A programme as typed, and as sent. */
import { levelWords } from '#features/areas/words.ts'
import { findPlainDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId, ProgrammeId } from '#kernel/ids.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { basisSaid } from '../columns.ts'
import type * as contract from '../contract.ts'
import { type Basis, type FactMark, factMarks, type LevelName, type ProgrammeKind, programmeKinds } from '../model.ts'

export type ProgrammeAnswer = OutputOf<typeof contract.showProgramme>
export type Particulars = {
  readonly kind: ProgrammeKind
  readonly name: string
  readonly partOfId: ProgrammeId | null
  readonly periodFrom: number | null
  readonly periodUntil: number | null
  readonly levels: LevelName[]
  readonly bases: Basis[]
  readonly note: string
  readonly source: string
  readonly mark: FactMark
}

export const pathOf = (programmeId: ProgrammeId): string => `/chuong-trinh/${programmeId}`

export type TypedBasis = {
  readonly number: string
  readonly day: string | null
  readonly issuer: string
  readonly mark: FactMark | null
}
export type Typed = Omit<Particulars, 'periodFrom' | 'periodUntil' | 'bases' | 'kind' | 'mark'> & {
  readonly mark: FactMark | null
  readonly kind: ProgrammeKind | null
  readonly partOfName: string
  readonly areaId: AreaId | null
  readonly areaName: string
  readonly periodFrom: string
  readonly periodUntil: string
  readonly bases: readonly TypedBasis[]
}

export const emptyBasis: TypedBasis = { number: '', day: null, issuer: '', mark: null }
export const nothing = (areaId: AreaId | null, areaName: string): Typed => ({
  ...{ kind: null, name: '', partOfId: null, partOfName: '', areaId, areaName, periodFrom: '', periodUntil: '' },
  ...{ levels: [], bases: [emptyBasis], note: '', source: '', mark: null },
})

export const seenOf = (of: ProgrammeAnswer): Particulars => ({
  ...{ kind: of.kind, name: of.name, partOfId: of.partOf?.programmeId ?? null, periodFrom: of.periodFrom },
  ...{ periodUntil: of.periodUntil, levels: of.levels, bases: of.bases, note: of.note, source: of.source },
  mark: of.mark,
})

export const typedOf = (of: ProgrammeAnswer): Typed => ({
  ...seenOf(of),
  ...{ partOfName: of.partOf?.name ?? '', areaId: of.areaId, areaName: of.areaName },
  periodFrom: of.periodFrom === null ? '' : String(of.periodFrom),
  periodUntil: of.periodUntil === null ? '' : String(of.periodUntil),
  bases: of.bases.map(({ number, day, issuer, mark }) => ({ number: number ?? '', day, issuer: issuer ?? '', mark })),
})

/** A year as typed: null where none is, `unread` where it is none. */
export function yearOf(text: string): number | null | 'unread' {
  if (text.trim() === '') return null
  const year = Number(text.trim())
  return /^\d{4}$/.test(text.trim()) && year >= 1990 && year <= 2100 ? year : 'unread'
}

export const yearFault = (text: string): Words | null =>
  yearOf(text) === 'unread' ? { vi: 'Năm gồm 4 chữ số, từ 1990 đến 2100.', en: 'A year from 1990 to 2100.' } : null

/** What each says, those left out that say nothing; null where one that says something does not say how sure it is. */
function basesOf(typed: readonly TypedBasis[]): Basis[] | null {
  const bases: Basis[] = []
  for (const { mark, ...one } of typed) {
    const said = {
      number: one.number.trim() || null,
      day: findPlainDate(one.day ?? ''),
      issuer: one.issuer.trim() || null,
    }
    if (Object.values(said).every((part) => part === null)) continue
    if (!mark) return null
    bases.push({ ...said, mark })
  }
  return bases
}

/** Null where the kind, the name, the source or how sure something is are missing, or a year cannot be read. */
export function sentOf({
  kind,
  name,
  source,
  bases,
  partOfId,
  levels,
  note,
  mark,
  ...typed
}: Typed): Particulars | null {
  const [periodFrom, periodUntil] = [yearOf(typed.periodFrom), yearOf(typed.periodUntil)]
  const said = basesOf(bases)
  if (!kind || !name.trim() || !source.trim() || !mark || !said) return null
  if (periodFrom === 'unread' || periodUntil === 'unread') return null
  return {
    ...{ kind, name: name.trim(), source: source.trim(), partOfId, levels, note, mark, periodFrom, periodUntil },
    bases: said,
  }
}

export const markChoices = Object.entries(factMarks).map(([value, label]) => ({ value: value as FactMark, label }))

const labels: Readonly<Record<string, Words>> = {
  kind: { vi: 'Loại', en: 'Kind' },
  name: { vi: 'Tên', en: 'Name' },
  partOfId: { vi: 'Thuộc chương trình', en: 'Part of' },
  periodFrom: { vi: 'Năm đầu', en: 'First year' },
  periodUntil: { vi: 'Năm cuối', en: 'Last year' },
  levels: { vi: 'Cấp thực hiện', en: 'Levels' },
  bases: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
  note: { vi: 'Ghi chú', en: 'Note' },
  source: { vi: 'Nguồn', en: 'Source' },
  mark: { vi: 'Độ tin cậy', en: 'How sure' },
}

function shownAs(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field === 'kind') return say(programmeKinds[value as ProgrammeKind])
  if (field === 'mark') return say(factMarks[value as FactMark])
  if (field === 'levels') return (value as LevelName[]).map((level) => say(levelWords[level])).join(', ')
  if (field === 'bases') return (value as Basis[]).map((basis) => say(basisSaid(basis))).join('; ')
  if (field === 'partOfId') return say({ vi: 'chương trình khác', en: 'another programme' })
  return String(value)
}

export const programmeWords: FieldWords = {
  label: (field) => labels[field] ?? { vi: 'Mục khác', en: 'Other' },
  show: shownAs,
}
