/** The wording of a member's answers, the same on the pages, in the template of the import and in its errors. */

import { relations, type schoolLevels } from '#features/standards/model/words.ts'
import type { Said } from '#kernel/text.ts'

type Words<K extends string> = Readonly<Record<K, Said>>

export const sexWords: Words<'male' | 'female'> = {
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
}

export const relationWords: Words<(typeof relations)[number]> = {
  head: { vi: 'Chủ hộ', en: 'Head' },
  spouse: { vi: 'Vợ/chồng', en: 'Spouse' },
  child: { vi: 'Con', en: 'Child' },
  child_in_law: { vi: 'Con dâu/rể', en: 'Child-in-law' },
  parent: { vi: 'Cha/mẹ', en: 'Parent' },
  parent_in_law: { vi: 'Cha/mẹ vợ/chồng', en: 'Parent-in-law' },
  grandchild: { vi: 'Cháu', en: 'Grandchild' },
  grandparent: { vi: 'Ông/bà', en: 'Grandparent' },
  sibling: { vi: 'Anh/chị/em', en: 'Sibling' },
  other: { vi: 'Khác', en: 'Other' },
}
export const relationNames = [...relations]

export const disabilityWords: Words<'none' | 'mild' | 'severe' | 'extremely_severe'> = {
  none: { vi: 'Không', en: 'None' },
  mild: { vi: 'Nhẹ', en: 'Mild' },
  severe: { vi: 'Nặng', en: 'Severe' },
  extremely_severe: { vi: 'Đặc biệt nặng', en: 'Extremely severe' },
}

export const schoolWords: Words<(typeof schoolLevels)[number]> = {
  none: { vi: 'Không', en: 'None' },
  preschool: { vi: 'Mầm non', en: 'Preschool' },
  primary: { vi: 'Tiểu học', en: 'Primary' },
  lower_secondary: { vi: 'Trung học cơ sở', en: 'Lower secondary' },
  upper_secondary: { vi: 'Trung học phổ thông', en: 'Upper secondary' },
  vocational_elementary: { vi: 'Sơ cấp nghề', en: 'Elementary vocational' },
  vocational_intermediate: { vi: 'Trung cấp', en: 'Intermediate vocational' },
  college: { vi: 'Cao đẳng', en: 'College' },
  university: { vi: 'Đại học trở lên', en: 'University or higher' },
}

export const jobWords: Words<'none' | 'farm' | 'self_employed' | 'wage' | 'state'> = {
  none: { vi: 'Không có việc làm', en: 'No work' },
  farm: { vi: 'Nông, lâm, ngư nghiệp của hộ', en: 'Own farming, forestry, fishing' },
  self_employed: { vi: 'Tự làm phi nông nghiệp', en: 'Own non-farm work' },
  wage: { vi: 'Làm công ăn lương', en: 'Wage work' },
  state: { vi: 'Cơ quan, doanh nghiệp nhà nước', en: 'Official or employee of the state' },
}

/** Facts answered by yes or no that the register shows and the template asks. */
export const yesNoFacts = ['healthInsurance', 'pension', 'socialAllowance', 'merit', 'canWork'] as const
export type YesNoFact = (typeof yesNoFacts)[number]
export const yesNoWords: Words<YesNoFact> = {
  healthInsurance: { vi: 'Có thẻ BHYT', en: 'Health insurance' },
  pension: { vi: 'Lương hưu', en: 'Pension' },
  socialAllowance: { vi: 'Trợ cấp xã hội', en: 'Social allowance' },
  merit: { vi: 'Người có công', en: 'Person of merit' },
  canWork: { vi: 'Có khả năng lao động', en: 'Able to work' },
}
