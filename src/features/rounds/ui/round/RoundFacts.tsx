import type { Pinned } from '#features/standards/model/pinned.ts'
import { useForm, useStandard } from '#features/standards/ui/law.ts'
import { addDays, showDate } from '#kernel/dates.ts'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { roundKindWords } from '../../model.ts'
import type { RoundAnswer } from '../answers.ts'
import { closesRole, onlyRole, opensRole, StandardSummary } from '../rounds/StandardSummary.tsx'

/** What this round asks and by which law it judges, pinned when it was opened. */
export const RoundFacts = ({ of: { round, opens, closes, form } }: { of: RoundAnswer }) => (
  <div class="reading">
    <FactList
      of={[
        { label: { vi: 'Loại', en: 'Kind' }, value: say(roundKindWords[round.kind]) },
        {
          label: { vi: 'Thời gian làm', en: 'Window' },
          value: `${showDate(round.windowFrom)} - ${showDate(round.windowUntil)}`,
        },
        {
          label: { vi: 'Kết quả có hiệu lực từ', en: 'Classes hold from' },
          value: round.classesHoldFrom
            ? showDate(round.classesHoldFrom)
            : say({ vi: 'ngày ký quyết định', en: 'the day of the decision' }),
        },
        { label: { vi: 'Phiếu khảo sát', en: 'Form' }, value: <FormName hash={form.hash} id={form.id} /> },
      ]}
    />
    {closes && round.classesHoldFrom && (
      <Notice>
        {say(
          {
            vi: 'Năm cuối của một chuẩn: cùng một phiếu cho hai kết quả. Chuẩn cũ đánh giá đến hết {last}, chuẩn mới xếp loại từ {day}.',
            en: 'The last year of a standard: one survey gives two verdicts. The old one judges to {last}, the new one classes from {day}.',
          },
          { last: showDate(addDays(round.classesHoldFrom, -1)), day: showDate(round.classesHoldFrom) },
        )}
      </Notice>
    )}
    <div class="pair">
      <PinnedStandard role={closes ? opensRole : onlyRole} of={opens} />
      {closes && <PinnedStandard role={closesRole} of={closes} />}
    </div>
  </div>
)

function PinnedStandard({ role, of }: { role: Words; of: Pinned }) {
  const read = useStandard(of.hash)
  return (
    <div>
      <Reading of={read} rows={4}>
        {(standard) => <StandardSummary role={role} standard={standard} />}
      </Reading>
      <PointsOf of={of} />
    </div>
  )
}

const PointsOf = ({ of: { points } }: { of: Pinned }) =>
  points ? (
    <p>
      {say({ vi: 'Bảng điểm B1: {id}', en: 'B1 points table: {id}' }, { id: points.tableId })}{' '}
      {points.illustrative && <MarkNote mark="illustrative" />}{' '}
      {!points.decidable &&
        say({
          vi: 'Kết quả tính bằng bảng này không ra quyết định được.',
          en: 'Nothing can be decided by this table.',
        })}
    </p>
  ) : (
    <p class="quiet">
      {say({
        vi: 'Không có bảng điểm B1: chỉ tính theo thu nhập đo trực tiếp.',
        en: 'No B1 table: only directly measured income counts.',
      })}
    </p>
  )

function FormName({ hash, id }: { hash: string; id: string }) {
  const { data } = useForm(hash)
  return data ? (
    <>
      {say(data.name)} <MarkNote mark={data.mark} />
    </>
  ) : (
    id
  )
}
