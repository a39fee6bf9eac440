import { showDate } from '#kernel/dates.ts'
import { ethnicName } from '#kernel/ethnicity.ts'
import { sexWords } from '#kernel/persons.ts'
import { columnsOf } from '#kernel/table.ts'
import { type Figure, type OwnTurn, organisers, type TurnRow, type TurnsBy, turnViews } from './model.ts'

export const figureColumns = (by: TurnsBy) =>
  columnsOf<Figure>()([
    { key: 'said', head: turnViews[by], text: (row) => row.said },
    { key: 'turns', head: { vi: 'Lượt', en: 'Turns' }, number: true, text: (row) => row.turns },
    { key: 'province', head: organisers.province, number: true, text: (row) => row.province },
    { key: 'district', head: organisers.district, number: true, text: (row) => row.district },
    { key: 'commune', head: organisers.commune, number: true, text: (row) => row.commune },
    { key: 'persons', head: { vi: 'Người', en: 'Persons' }, number: true, text: (row) => row.persons },
  ])

export const ownTurnColumns = columnsOf<OwnTurn>()([
  { key: 'title', head: { vi: 'Lớp', en: 'Class' }, text: (row) => row.title },
  { key: 'topics', head: { vi: 'Chuyên đề', en: 'Topics' }, text: (row) => row.topics.join('; ') },
  { key: 'organiser', head: { vi: 'Đơn vị mở lớp', en: 'Held by' }, text: (row) => row.organiserName },
  { key: 'post', head: { vi: 'Khi đó là', en: 'Then' }, text: (row) => row.post },
  { key: 'from', head: { vi: 'Đơn vị cử', en: 'From' }, text: (row) => row.fromName },
  { key: 'on', head: { vi: 'Xong ngày', en: 'Completed on' }, text: (row) => showDate(row.completedOn) },
])

export const turnColumns = columnsOf<TurnRow>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'sex', head: { vi: 'Giới tính', en: 'Sex' }, text: (row) => sexWords[row.sex] },
  { key: 'ethnicity', head: { vi: 'Dân tộc', en: 'Ethnicity' }, text: (row) => ethnicName(row.ethnicity) },
  { key: 'post', head: { vi: 'Khi đó là', en: 'Then' }, text: (row) => row.post },
  { key: 'from', head: { vi: 'Đơn vị cử', en: 'From' }, text: (row) => row.fromName },
  { key: 'title', head: { vi: 'Lớp', en: 'Class' }, text: (row) => row.title },
  { key: 'topics', head: { vi: 'Chuyên đề', en: 'Topics' }, text: (row) => row.topics.join('; ') },
  { key: 'organiser', head: { vi: 'Đơn vị mở lớp', en: 'Held by' }, text: (row) => row.organiserName },
  { key: 'on', head: { vi: 'Xong ngày', en: 'Completed on' }, text: (row) => showDate(row.completedOn) },
])
