import { type CaseState, caseReasonWords, caseStateWords } from '#features/rounds/model.ts'
import type { RoundAnswer } from '#features/rounds/ui/answers.ts'
import { showDate } from '#kernel/dates.ts'
import { showNumber } from '#kernel/numbers.ts'
import { today } from '#platform/web/day.ts'
import { Badge, type BadgeLook } from '#platform/web/kit/Badge.tsx'
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import type { Column } from '#platform/web/kit/listingProps.ts'
import { say } from '#platform/web/language.ts'
import type { CaseRow, Purpose, VerdictLine } from '../../model.ts'
import { purposeSaid } from '../../rules/purposes.ts'
import { WhyButton, WhyHeld } from '../verdict/WhyButton.tsx'
import type { WhyOf } from '../verdict/WhyDialog.tsx'

const looks: Record<CaseState, BadgeLook> = {
  listed: 'plain',
  assigned: 'plain',
  submitted: 'waits',
  returned: 'late',
  accepted: 'done',
  ended: 'plain',
}

type Options = { readonly round: RoundAnswer | null; readonly onWhy: (of: WhyOf) => void }

export function caseColumns({ round, onWhy }: Options): Column<CaseRow>[] {
  const closes = Boolean(round?.closes)
  const said = (purpose: Purpose) => purposeSaid(purpose, round?.round.classesHoldFrom ?? null, today())
  const verdict = (of: VerdictLine | null, row: CaseRow) =>
    of && (
      <span>
        <ClassMark of={of.class} />{' '}
        <WhyButton name={row.headName} onClick={() => onWhy({ ...row, purpose: of.purpose })} />
      </span>
    )
  return [
    { key: 'head', head: { vi: 'Chủ hộ', en: 'Head' }, cell: (row) => row.headName },
    { key: 'village', head: { vi: 'Thôn', en: 'Village' }, cell: (row) => <Whole>{row.villageName}</Whole> },
    { key: 'number', head: { vi: 'Số hộ', en: 'Number' }, cell: (row) => row.number, off: true },
    { key: 'address', head: { vi: 'Địa chỉ', en: 'Address' }, cell: (row) => row.address, off: true },
    {
      key: 'state',
      head: { vi: 'Tình trạng', en: 'State' },
      cell: (row) => <StateOf row={row} />,
    },
    { key: 'before', head: { vi: 'Diện hiện nay', en: 'Class now' }, cell: (row) => <Before row={row} /> },
    {
      key: 'opens',
      head: closes ? said('opens') : { vi: 'Diện theo phiếu', en: 'By the survey' },
      cell: (row) => verdict(row.opens, row),
    },
    ...(closes
      ? [
          {
            key: 'closes',
            head: said('closes'),
            cell: (row: CaseRow) => verdict(row.closes, row),
          },
        ]
      : []),
    { key: 'who', head: { vi: 'Rà soát viên', en: 'Enumerator' }, cell: (row) => row.enumeratorName ?? '' },
    {
      key: 'day',
      head: { vi: 'Ngày khảo sát', en: 'Surveyed' },
      cell: (row) => row.surveyedOn && showDate(row.surveyedOn),
      off: true,
    },
    {
      key: 'reason',
      head: { vi: 'Vì sao trong danh sách', en: 'Why on the list' },
      cell: (row) => say(caseReasonWords[row.reason]),
      off: true,
    },
  ]
}

/** A short name stays on its line; a long one may break. */
const Whole = ({ children }: { children: string }) => (
  <span class={children.length <= 10 ? 'surveys-whole' : undefined}>{children}</span>
)

const StateOf = ({ row }: { row: CaseRow }) => (
  <span>
    <Badge look={looks[row.state]}>{caseStateWords[row.state]}</Badge>
    {row.notes > 0 && (
      <small class="quiet"> {say({ vi: '{n} nhận xét', en: '{n} comments' }, { n: showNumber(row.notes) })}</small>
    )}
  </span>
)

const Before = ({ row }: { row: CaseRow }) =>
  row.classBefore ? (
    <span>
      <ClassMark of={row.classBefore} /> <WhyHeld householdId={row.householdId} name={row.headName} />
    </span>
  ) : (
    <span class="quiet">{say({ vi: 'chưa có', en: 'none' })}</span>
  )
