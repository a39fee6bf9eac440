/** The fields of a member and of a residence in words, and a value of one as it is read. */
import type { nutritionStates } from '#features/standards/model/words.ts'
import { ethnicName } from '#kernel/ethnicity.ts'
import { birthText, sexWords } from '#kernel/persons.ts'
import type { Said } from '#kernel/text.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { disabilityWords, jobWords, relationWords, schoolWords, yesNoWords } from '../model/words.ts'
import type { HouseholdAnswer } from './answers.ts'

export const fieldNames: Readonly<Record<string, Said>> = {
  name: { vi: 'Họ và tên', en: 'Name' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  birth: { vi: 'Ngày sinh', en: 'Birth' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnic group' },
  relation: { vi: 'Quan hệ với chủ hộ', en: 'Relation to the head' },
  facts: { vi: 'Khuyết tật, học, việc làm, trợ cấp', en: 'Disability, school, work, allowances' },
  citizenId: { vi: 'Số CCCD', en: 'Citizen id' },
  insuranceNo: { vi: 'Số BHXH/BHYT', en: 'Insurance number' },
  villageId: { vi: 'Thôn', en: 'Village' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  number: { vi: 'Số hộ', en: 'Number' },
  phone: { vi: 'Số điện thoại liên hệ', en: 'Phone' },
  newHeadId: { vi: 'Chủ hộ', en: 'Head' },
  relations: { vi: 'Quan hệ với chủ hộ nhận', en: 'Relations to the head there' },
  'facts.disability': { vi: 'Khuyết tật', en: 'Disability' },
  'facts.studying': { vi: 'Đang học', en: 'Attends' },
  'facts.finished': { vi: 'Cấp học cao nhất đã tốt nghiệp', en: 'Highest level finished' },
  'facts.job': { vi: 'Việc làm', en: 'Work' },
  'facts.trainedOnJob': {
    vi: 'Được đào tạo tại nơi làm việc, có chứng nhận',
    en: 'Trained at work, with a certificate',
  },
  'facts.contract': { vi: 'Có hợp đồng lao động', en: 'Has a labour contract' },
  'facts.wantsWork': { vi: 'Muốn và sẵn sàng làm việc', en: 'Willing and ready to work' },
  'facts.nutrition': { vi: 'Dinh dưỡng', en: 'Nutrition' },
  'facts.seriousIllness': {
    vi: 'Ốm đau, chấn thương nặng trong 12 tháng',
    en: 'Seriously ill or injured in 12 months',
  },
  'facts.soughtCare': { vi: 'Đã đi khám, chữa bệnh', en: 'Sought care' },
  ...Object.fromEntries(Object.entries(yesNoWords).map(([key, words]) => [`facts.${key}`, words])),
}

const nutritionWords: Readonly<Record<(typeof nutritionStates)[number], Said>> = {
  normal: { vi: 'Bình thường', en: 'Normal' },
  low_height: { vi: 'Thấp so với tuổi', en: 'Low height for age' },
  low_weight: { vi: 'Nhẹ cân so với tuổi', en: 'Low weight for age' },
  low_both: { vi: 'Cả thấp và nhẹ cân', en: 'Low height and weight' },
}

const choices: Readonly<Record<string, Readonly<Record<string, Said>>>> = {
  sex: sexWords,
  relation: relationWords,
  'facts.disability': disabilityWords,
  'facts.studying': schoolWords,
  'facts.finished': schoolWords,
  'facts.job': jobWords,
  'facts.nutrition': nutritionWords,
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const yesOrNo = (value: boolean): Words => (value ? { vi: 'Có', en: 'Yes' } : { vi: 'Không', en: 'No' })

export function shownValue(field: string, value: unknown): string {
  if (field === 'birth') return birthText(value as { year: number })
  if (field === 'ethnicity') return ethnicName(text(value))
  if (typeof value === 'boolean') return say(yesOrNo(value))
  return say(choices[field]?.[text(value)] ?? text(value))
}

export const householdWords: FieldWords = {
  label: (field) => fieldNames[field] ?? { vi: 'Thông tin khác', en: 'Other' },
  show: shownValue,
}

export const aboutHousehold = ({ headName, village }: HouseholdAnswer): string =>
  say({ vi: 'hộ {name}, {village}', en: 'household of {name}, {village}' }, { name: headName, village: village.name })
