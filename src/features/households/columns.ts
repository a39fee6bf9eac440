/** The lists of this room as texts. */

import { apartSaid } from '#features/areas/rules/naming.ts'
import { classWords } from '#kernel/classes.ts'
import { showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { ethnicName } from '#kernel/ethnicity.ts'
import { birthText, sexWords } from '#kernel/persons.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type * as contract from './contract.ts'
import { leaveWords, relationWords, unknownRelation } from './model/words.ts'

type Listed = OutputOf<typeof contract.listHouseholds>['rows'][number]
type Member = OutputOf<typeof contract.showHousehold>['members'][number]

export const noClass: Said = { vi: 'chưa xếp loại', en: 'no class' }
const noCitizenId: Said = { vi: 'chưa có', en: 'none yet' }

/** Said with a list of an earlier day that is shorter than its figure. */
export const unseenSaid = (count: number): Said => ({
  vi: `không kể ${count} hộ của ngày ấy nay thuộc đơn vị khác`,
  en: `without ${count} households of that day that belong to another unit today`,
})

export const householdColumns = columnsOf<Listed>()([
  { key: 'head', head: { vi: 'Chủ hộ', en: 'Head' }, text: (row) => row.headName },
  { key: 'number', head: { vi: 'Số hộ', en: 'Number' }, text: (row) => row.number },
  { key: 'village', head: { vi: 'Thôn', en: 'Village' }, text: (row) => apartSaid(row.villageName, row.formerly) },
  { key: 'address', head: { vi: 'Địa chỉ', en: 'Address' }, text: (row) => row.address },
  { key: 'phone', head: { vi: 'Điện thoại', en: 'Phone' }, text: (row) => row.phone ?? '' },
  { key: 'members', head: { vi: 'Nhân khẩu', en: 'Members' }, number: true, text: (row) => row.members },
  {
    key: 'class',
    head: { vi: 'Phân loại', en: 'Class' },
    text: (row) => (row.class ? classWords[row.class] : noClass),
  },
])

function leftOf({ leftOn, leaveReason, joinedOn }: Member): Said {
  if (leftOn === null || leaveReason === null) {
    const day = showDate(joinedOn)
    return { vi: `vào hộ sau ngày này (${day})`, en: `joined later (${day})` }
  }
  const { vi, en } = leaveWords[leaveReason]
  return leftOn === joinedOn ? { vi, en } : { vi: `${vi}, ${showDate(leftOn)}`, en: `${en}, ${showDate(leftOn)}` }
}

export const memberColumns = columnsOf<Member>()([
  { key: 'name', head: { vi: 'Họ và tên', en: 'Name' }, text: (member) => member.name },
  {
    key: 'relation',
    head: { vi: 'Quan hệ', en: 'Relation' },
    text: ({ relationOnDay: of }) => (of ? relationWords[of] : unknownRelation),
  },
  { key: 'sex', head: { vi: 'Giới tính', en: 'Sex' }, text: (member) => sexWords[member.sex] },
  { key: 'birth', head: { vi: 'Ngày sinh', en: 'Birth' }, text: (member) => birthText(member.birth) },
  { key: 'ethnicity', head: { vi: 'Dân tộc', en: 'Ethnic group' }, text: (member) => ethnicName(member.ethnicity) },
  { key: 'citizenId', head: { vi: 'Số CCCD', en: 'Citizen id' }, text: (member) => member.citizenId ?? noCitizenId },
])

export const goneColumns = [
  ...memberColumns.filter(({ key }) => key !== 'citizenId'),
  ...columnsOf<Member>()([{ key: 'left', head: { vi: 'Rời hộ', en: 'Left' }, text: leftOf }]),
]
