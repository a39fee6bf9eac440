/** The list of households of a round as texts. */
import { caseReasonWords, caseStateWords } from '#features/rounds/model.ts'
import { notSurveyedSaid, whyLeft } from '#features/rounds/rules/cases.ts'
import { classWords } from '#kernel/classes.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import { columnsOf, type TextColumn } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type { CaseRow, Purpose, VerdictLine } from './model.ts'
import { purposeSaid } from './rules/purposes.ts'

const open: Said = { vi: 'Chưa xác định', en: 'Not determined' }
const none: Said = { vi: 'chưa có', en: 'none' }
const classOf = (of: VerdictLine | null): Said | null => of && (of.class ? classWords[of.class] : open)

/** Said with a list that is shorter than what its round counts. */
export const unseenSaid = (count: number, place: string): Said => ({
  vi: `${count} hộ của kỳ nay thuộc ${place}, không hiện ở đây`,
  en: `${count} households of the round live in ${place} today and are not shown here`,
})

/** Of one that left its round with why. */
function stateSaid({ state, leftBecause }: CaseRow): Said {
  const said = caseStateWords[state]
  if (!leftBecause) return said
  const why = whyLeft[leftBecause]
  return { vi: `${said.vi}: ${why.vi}`, en: `${said.en}: ${why.en}` }
}

const first = columnsOf<CaseRow>()([
  { key: 'head', head: { vi: 'Chủ hộ', en: 'Head' }, text: (row) => row.headName },
  { key: 'village', head: { vi: 'Thôn', en: 'Village' }, text: (row) => row.villageName },
  { key: 'number', head: { vi: 'Số hộ', en: 'Number' }, text: (row) => row.number },
  { key: 'address', head: { vi: 'Địa chỉ', en: 'Address' }, off: true, text: (row) => row.address },
  { key: 'phone', head: { vi: 'Điện thoại', en: 'Phone' }, off: true, text: (row) => row.phone ?? '' },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: stateSaid },
  {
    key: 'before',
    head: { vi: 'Diện hiện nay', en: 'Class now' },
    text: (row) => (row.classBefore ? classWords[row.classBefore] : none),
  },
])

const last = columnsOf<CaseRow>()([
  { key: 'who', head: { vi: 'Rà soát viên', en: 'Enumerator' }, text: (row) => row.enumeratorName },
  {
    key: 'day',
    head: { vi: 'Ngày khảo sát', en: 'Surveyed' },
    off: true,
    text: (row) => row.surveyedOn && showDate(row.surveyedOn),
  },
  {
    key: 'reason',
    head: { vi: 'Vì sao trong danh sách', en: 'Why on the list' },
    off: true,
    text: (row) => caseReasonWords[row.reason],
  },
  {
    key: 'left',
    head: { vi: 'Vì sao không khảo sát được', en: 'Why it could not be surveyed' },
    off: true,
    text: ({ leftTold }) => leftTold && notSurveyedSaid(leftTold),
  },
])

const opens = (head: Said) => columnsOf<CaseRow>()([{ key: 'opens', head, text: (row) => classOf(row.opens) }])
const closes = (head: Said) => columnsOf<CaseRow>()([{ key: 'closes', head, text: (row) => classOf(row.closes) }])

type Key = (typeof first | typeof last)[number]['key'] | 'opens' | 'closes'

/** Of a round: whether it has a standard that the year closes, and from when its classes hold. */
type Asked = { readonly closes: boolean; readonly holdFrom: PlainDate | null; readonly today: PlainDate }

/** With the class by the standard that the year closes where the round has one. */
export function caseTexts({ closes: has, holdFrom, today }: Asked): readonly TextColumn<CaseRow, Key>[] {
  if (!has) return [...first, ...opens({ vi: 'Diện theo phiếu', en: 'By the survey' }), ...last]
  const said = (purpose: Purpose) => purposeSaid(purpose, holdFrom, today)
  return [...first, ...opens(said('opens')), ...closes(said('closes')), ...last]
}
