/** Before the first answer: on which day, how income is counted, and whether missing thresholds are borrowed. */

import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type * as contract from '../../contract.ts'
import { indicatorsOf } from '../../rules/indicators.ts'
import { listStandards } from '../calls.ts'
import { ScreenTitle } from '../form/ScreenTitle.tsx'

type Choose = {
  readonly tableId: string
  readonly setTable: (id: string | null) => void
  readonly lender: string
  readonly setLender: (id: string | null) => void
}
type Props = {
  readonly of: Omit<OutputOf<typeof contract.getStandard>, 'form'>
  readonly day: PlainDate
  readonly choose: Choose
}

export function TryOptions({ of, day, choose }: Props) {
  const lacksThresholds = indicatorsOf(of.standard).some((indicator) => !indicator.threshold)
  return (
    <>
      <ScreenTitle>{say(of.standard.name)}</ScreenTitle>
      <p>
        {say({ vi: 'Tuổi được tính vào ngày {day}.', en: 'Ages are counted on {day}.' }, { day: showDate(day) })}{' '}
        {say({
          vi: 'Không hỏi dân tộc, vì không ảnh hưởng đến kết quả.',
          en: 'The ethnic group is not asked: it decides no verdict.',
        })}
      </p>
      {of.pointsTables.length > 0 && <Tables of={of} choose={choose} />}
      {lacksThresholds && <Lenders of={of} choose={choose} />}
    </>
  )
}

const versionOf = (version: string) => ({ vi: `Phiên bản ${version}`, en: `Version ${version}` })

function Tables({ of, choose }: Omit<Props, 'day'>) {
  const chosen = of.pointsTables.find((table) => table.id === choose.tableId)
  return (
    <>
      <ChoiceField
        label={{ vi: 'Thu nhập tính thế nào?', en: 'How is income counted?' }}
        required
        value={choose.tableId}
        choices={[
          { value: '', label: { vi: 'Đo trực tiếp 12 tháng', en: 'Measured over 12 months' } },
          ...of.pointsTables.map((table) => ({ value: table.id, label: table.name, hint: versionOf(table.version) })),
        ]}
        onChange={choose.setTable}
      />
      {chosen && <MarkNote mark={chosen.mark} />}
    </>
  )
}

function Lenders({ of, choose }: Omit<Props, 'day'>) {
  const list = useRead(listStandards, {})
  const others = (list.data?.standards ?? []).filter((one) => one.id !== of.standard.id && one.withoutThreshold === 0)
  return (
    <>
      <ChoiceField
        label={{ vi: 'Ngưỡng còn thiếu', en: 'Missing thresholds' }}
        required
        value={choose.lender}
        choices={[
          { value: '', label: { vi: 'Để trống: chưa đánh giá được', en: 'Leave open: not assessable' } },
          ...others.map((one) => ({
            value: one.id,
            label: { vi: `Tính thử, mượn của: ${one.name.vi}`, en: `What-if, borrowed from: ${one.name.en}` },
          })),
        ]}
        onChange={choose.setLender}
      />
      {choose.lender && (
        <Notice look="waits">
          {say({
            vi: 'Ngưỡng mượn không phải là luật. Không kỳ rà soát nào được dùng kết quả này.',
            en: 'Borrowed thresholds are not law. No round may use this result.',
          })}
        </Notice>
      )}
    </>
  )
}
