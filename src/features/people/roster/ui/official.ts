/** An official as typed, and as sent. */
import { findPlainDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { ethnicName } from '#kernel/ethnicity.ts'
import type { AppointmentId, AreaId, OfficialId } from '#kernel/ids.ts'
import { type Birth, birthFrom, birthText, type Sex, sexWords, typedBirth } from '#kernel/persons.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type * as contract from '../contract.ts'
import type { Standing } from '../model.ts'

export type OfficialAnswer = OutputOf<typeof contract.showOfficial>
export type Opened = OutputOf<typeof contract.openOfficial>
export type Particulars = Omit<Opened, 'takenOver' | 'citizenId' | 'citizenIdMark'>

export const pathOf = (officialId: OfficialId): string => `/can-bo/${officialId}`

export type Who = {
  readonly name: string
  readonly sex: Sex | null
  /** `1976-11-05` or `1976`. */
  readonly birth: string | null
  readonly ethnicity: string
  readonly languages: readonly string[]
  /** Empty: none, or the one that is held. */
  readonly citizenId: string
  readonly phone: string
  readonly personalNumber: string
}
export const nobody: Who = {
  ...{ name: '', sex: null, birth: null, ethnicity: '01', languages: [], citizenId: '', phone: '', personalNumber: '' },
}

export const particularsOf = ({ takenOver: _t, citizenId: _c, citizenIdMark: _m, ...rest }: Opened): Particulars => rest

export const typedOf = ({ birth, ...rest }: Particulars): Who => ({ ...rest, birth: typedBirth(birth), citizenId: '' })

/** Null where name, sex or birth are missing. */
export function sentOf({ name, sex, birth, languages, citizenId: _c, ...rest }: Who): Particulars | null {
  const born = birthFrom(birth)
  return name.trim() && sex && born ? { name: name.trim(), sex, birth: born, languages: [...languages], ...rest } : null
}

/** The citizen id, where one is typed. */
export const numberOf = ({ citizenId }: Who) => (citizenId.trim() ? { citizenId: citizenId.trim() } : {})

export type Post = {
  readonly post: string | null
  readonly areaId: AreaId | null
  readonly areaName: string
  readonly standing: Standing
  readonly from: string | null
  readonly last: string | null
  readonly decisionNumber: string
  readonly decidedOn: string | null
  /** That the post is given although the norm is filled. */
  readonly also: boolean | null
}
export const postAt = (areaId: AreaId | null, areaName: string): Post => ({
  ...{
    post: null,
    areaId,
    areaName,
    standing: 'own',
    from: null,
    last: null,
    decisionNumber: '',
    decidedOn: null,
    also: null,
  },
})

/** Null where post, unit or first day are missing. */
export function heldOf(
  { post, areaId, standing, from, last, decisionNumber, decidedOn, also }: Post,
  id: AppointmentId,
) {
  const first = findPlainDate(from ?? '')
  const lastDay = findPlainDate(last ?? '')
  if (!post || !areaId || !first) return null
  const decided = findPlainDate(decidedOn ?? '')
  return {
    ...{ appointmentId: id, post, areaId, standing, from: first, lastDay, decisionNumber, decidedOn: decided },
    ...(also && { also }),
  }
}

const labels: Readonly<Record<string, Words>> = {
  name: { vi: 'Họ và tên', en: 'Full name' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  birth: { vi: 'Ngày sinh', en: 'Birth' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnic group' },
  languages: { vi: 'Nói được tiếng dân tộc', en: 'Languages spoken' },
  citizenId: { vi: 'Số CCCD', en: 'Citizen id' },
  phone: { vi: 'Số điện thoại', en: 'Phone' },
  personalNumber: { vi: 'Số hiệu cán bộ', en: 'Personal number' },
}

function shownAs(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field === 'birth') return birthText(value as Birth)
  if (field === 'languages') return (value as string[]).map(ethnicName).join(', ')
  if (field === 'sex') return say(sexWords[value as Sex])
  return field === 'ethnicity' ? ethnicName(String(value)) : String(value)
}

export const officialWords: FieldWords = {
  label: (field) => labels[field] ?? { vi: field, en: field },
  show: shownAs,
}

export const particularNames = [
  'name',
  'sex',
  'birth',
  'ethnicity',
  'languages',
  'citizenId',
  'phone',
  'personalNumber',
] as const

export const factsOf = (who: Opened) =>
  particularNames.map((field) => ({
    label: officialWords.label(field),
    value:
      (shownAs(field, who[field]) || say({ vi: 'chưa ghi', en: 'not recorded' })) +
      (who.takenOver.includes(field)
        ? say({ vi: ' (lấy từ hệ thống nhân sự)', en: ' (from the personnel system)' })
        : ''),
  }))
