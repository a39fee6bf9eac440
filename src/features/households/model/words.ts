/** The wording of a member's answers, the same on the pages, in the template of the import and in its errors. */

import type { relations, schoolLevels } from '#features/standards/model/words.ts'
import type { Said } from '#kernel/text.ts'
import type { EndReason, EventKind, JoinReason, LeaveReason, Placing, Relation } from '../model.ts'

type Words<K extends string> = Readonly<Record<K, Said>>

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

/** Of a day before the head changed, where nothing was kept of it. */
export const unknownRelation: Said = { vi: 'chưa rõ', en: 'not known' }
export const relationNames = Object.keys(relationWords) as Relation[]

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

export const placingWords: Record<Placing, Said> = {
  unit_changed: {
    vi: 'Thôn đã chia tách, sáp nhập; hộ thuộc thôn này',
    en: 'The village was split or merged; the household belongs to this one',
  },
  moved: { vi: 'Hộ chuyển nơi ở', en: 'The household moved' },
}

export const joinWords: Record<JoinReason, Said> = {
  listed: { vi: 'Có trong danh sách ban đầu', en: 'On the first list' },
  born: { vi: 'Mới sinh', en: 'Born' },
  moved_in: { vi: 'Chuyển đến', en: 'Moved in' },
  split: { vi: 'Tách hộ', en: 'Split off' },
  merged: { vi: 'Nhập hộ', en: 'Merged in' },
  married: { vi: 'Kết hôn về', en: 'Married in' },
}
export const leaveWords: Record<LeaveReason, Said> = {
  died: { vi: 'Đã mất', en: 'Died' },
  moved_out: { vi: 'Chuyển đi', en: 'Moved out' },
  split: { vi: 'Tách hộ', en: 'Split off' },
  merged: { vi: 'Nhập hộ khác', en: 'Merged into another' },
  married: { vi: 'Kết hôn, chuyển đi', en: 'Married and left' },
  entered_by_mistake: { vi: 'Ghi nhầm', en: 'Entered by mistake' },
}
export const endWords: Record<EndReason, Said> = {
  moved_away: { vi: 'Cả hộ chuyển đi', en: 'The whole household moved away' },
  merged: { vi: 'Đã nhập vào hộ khác', en: 'Merged into another' },
  died_out: { vi: 'Không còn ai', en: 'Nobody left' },
  entered_by_mistake: { vi: 'Ghi nhầm', en: 'Entered by mistake' },
}

export const eventWords: Record<EventKind, Said> = {
  listed: { vi: 'Có trong danh sách ban đầu', en: 'On the first list' },
  born: { vi: 'Mới sinh', en: 'Born' },
  died: { vi: 'Qua đời', en: 'Died' },
  moved_in: { vi: 'Chuyển đến', en: 'Moved in' },
  moved_out: { vi: 'Rời hộ', en: 'Left' },
  split: { vi: 'Tách hộ', en: 'Split' },
  merged: { vi: 'Nhập hộ', en: 'Merged' },
  head_changed: { vi: 'Thay chủ hộ', en: 'Head changed' },
  address_changed: { vi: 'Đổi nơi ở, số hộ hoặc số điện thoại', en: 'Residence, number or phone changed' },
  facts_changed: { vi: 'Sửa thông tin', en: 'Information changed' },
  persons_joined: { vi: 'Ghi nhận là một người', en: 'Recorded as one person' },
  ended: { vi: 'Kết thúc hộ', en: 'Household ended' },
  undone: { vi: 'Hoàn tác', en: 'Undone' },
}

/** What of a member may be changed, as a heading. */
export const fieldWords: Words<
  'name' | 'sex' | 'birth' | 'ethnicity' | 'relation' | 'facts' | 'citizenId' | 'insuranceNo'
> = {
  name: { vi: 'họ tên', en: 'name' },
  sex: { vi: 'giới tính', en: 'sex' },
  birth: { vi: 'ngày sinh', en: 'birth' },
  ethnicity: { vi: 'dân tộc', en: 'ethnic group' },
  relation: { vi: 'quan hệ', en: 'relation' },
  facts: { vi: 'thông tin khác', en: 'other facts' },
  citizenId: { vi: 'số định danh', en: 'citizen id' },
  insuranceNo: { vi: 'số BHYT', en: 'insurance number' },
}
