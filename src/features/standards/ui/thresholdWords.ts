/** The values of a threshold as one reads them, by the words of the form where they are codes. */
import { showNumber } from '#kernel/numbers.ts'
import type { Said } from '#kernel/text.ts'
import { say } from '#platform/web/language.ts'
import type { Form } from '../model/form.ts'
import type { Mark } from '../model/marks.ts'
import type { Threshold } from '../model/threshold.ts'
import { questionsOf } from '../rules/form.ts'

export type Value = {
  readonly key: string
  readonly label: Said
  readonly text: string
  readonly mark: Mark
  readonly note: string | undefined
}

const labels: Readonly<Record<string, Said>> = {
  fromAge: { vi: 'Từ tuổi', en: 'From age' },
  untilAge: { vi: 'Đến dưới tuổi', en: 'Below age' },
  childBelow: { vi: 'Trẻ em: dưới tuổi', en: 'Child: below age' },
  olderFrom: { vi: 'Người cao tuổi: từ tuổi', en: 'Older person: from age' },
  above: { vi: 'Thiếu hụt khi trên (%)', en: 'Lacking above (%)' },
  below: { vi: 'Dưới tuổi', en: 'Below age' },
  from: { vi: 'Từ tuổi', en: 'From age' },
  bands: { vi: 'Cấp học phù hợp với tuổi', en: 'Schooling that fits the age' },
  trainedOnJobCounts: { vi: 'Đào tạo tại nơi làm việc được tính', en: 'Training at work counts' },
  bornFrom: { vi: 'Sinh từ năm', en: 'Born from' },
  levels: { vi: 'Trình độ được tính', en: 'Schooling that counts' },
  structuresFrom: { vi: 'Số kết cấu không bền chắc từ', en: 'Structures not durable, from' },
  perPerson: { vi: 'Thiếu hụt khi dưới (m² một người)', en: 'Lacking below (m² a person)' },
  sources: { vi: 'Nguồn nước được tính là đạt', en: 'Sources that count as adequate' },
  toilets: { vi: 'Nhà tiêu được tính là đạt', en: 'Toilets that count as adequate' },
  services: { vi: 'Dịch vụ được tính', en: 'Services that count' },
  means: { vi: 'Phương tiện được tính', en: 'Means that count' },
  loudspeakerCounts: { vi: 'Nghe được loa được tính', en: 'A loudspeaker counts' },
}

/** The question whose options name the codes of a value. */
const namedBy: Readonly<Record<string, string>> = {
  sources: 'water.source',
  toilets: 'sanitation.toilet',
  means: 'information.means',
  levels: 'members[].studying',
  bands: 'members[].studying',
}

const fixed: Readonly<Record<string, Said>> = {
  internet: { vi: 'internet', en: 'internet' },
  phone: { vi: 'điện thoại', en: 'phone' },
  male: { vi: 'nam', en: 'men' },
  female: { vi: 'nữ', en: 'women' },
}

type Band = { readonly from: number; readonly below: number; readonly levels: readonly string[] }
const isBand = (value: unknown): value is Band => typeof value === 'object' && value !== null && 'levels' in value

function textOf(value: unknown, nameOf: (code: string) => string): string {
  if (typeof value === 'boolean') return value ? say({ vi: 'có', en: 'yes' }) : say({ vi: 'không', en: 'no' })
  if (typeof value === 'number') return showNumber(value)
  if (typeof value === 'string') return nameOf(value)
  if (isBand(value)) {
    const ages = { from: value.from, to: value.below - 1 }
    return `${say({ vi: '{from}-{to} tuổi', en: 'age {from}-{to}' }, ages)}: ${value.levels.map(nameOf).join(', ')}`
  }
  if (Array.isArray(value)) return value.map((one) => textOf(one, nameOf)).join(value.some(isBand) ? '; ' : ', ')
  return Object.entries(value as Record<string, unknown>)
    .map(([key, one]) => `${nameOf(key)} ${textOf(one, nameOf)}`)
    .join(', ')
}

/** A year is written without points between thousands. */
const yearKeys: ReadonlySet<string> = new Set(['bornFrom'])

export function valuesOf(threshold: Threshold, form: Form | null): Value[] {
  const questions = form ? questionsOf(form) : []
  const params = threshold.params as Record<string, { value: unknown; mark: Mark; note?: string }>
  return Object.entries(params).map(([key, { value, mark, note }]) => {
    const options = questions.find((question) => question.path === namedBy[key])?.options ?? []
    const words = new Map(options.map((option) => [option.value, option.says]))
    const nameOf = (code: string) => say(words.get(code) ?? fixed[code] ?? code)
    const text = yearKeys.has(key) ? String(value) : textOf(value, nameOf)
    return { key, label: labels[key] ?? { vi: key, en: key }, text, mark, note }
  })
}
