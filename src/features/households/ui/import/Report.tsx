/** What the check found: counts by village, or every error with its row and column. */
import { showNumber } from '#kernel/numbers.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { language, say } from '#platform/web/language.ts'
import type { WebProblem } from '#platform/web/problem.ts'
import type { CheckAnswer } from '../answers.ts'

type Props = {
  readonly of: CheckAnswer
  readonly pending: boolean
  readonly problem: WebProblem | null
  readonly onWrite: () => void
}

export const Report = ({ of, pending, problem, onWrite }: Props) => (
  <Section title={{ vi: 'Kết quả kiểm tra', en: 'What the check found' }}>
    {of.faultCount > 0 ? (
      <Faults of={of} />
    ) : (
      <>
        <p role="status">
          {say(
            {
              vi: 'Không có lỗi: {h} hộ, {m} thành viên, {v} thôn. Chưa có gì được ghi.',
              en: 'No error: {h} households, {m} members, {v} villages. Nothing is written yet.',
            },
            { h: showNumber(of.households), m: showNumber(of.members), v: of.villages.length },
          )}
        </p>
        <Villages of={of} />
        <ProblemNote of={problem} />
        <div class="form-actions">
          <Button look="primary" pending={pending} onClick={onWrite}>
            {pending
              ? say({ vi: 'Đang ghi...', en: 'Writing...' })
              : say({ vi: 'Ghi {h} hộ vào sổ', en: 'Write {h} households' }, { h: showNumber(of.households) })}
          </Button>
        </div>
      </>
    )}
  </Section>
)

const Villages = ({ of }: { of: CheckAnswer }) => (
  <Listing
    name="import-villages"
    caption={{ vi: 'Theo thôn', en: 'By village' }}
    columns={[
      { key: 'name', head: { vi: 'Thôn', en: 'Village' }, cell: (v) => v.name },
      { key: 'households', head: { vi: 'Hộ', en: 'Households' }, number: true, cell: (v) => showNumber(v.households) },
      { key: 'members', head: { vi: 'Thành viên', en: 'Members' }, number: true, cell: (v) => showNumber(v.members) },
    ]}
    rows={of.villages}
    rowKey={(v) => v.areaId}
    empty={null}
  />
)

const Faults = ({ of }: { of: CheckAnswer }) => (
  <>
    <Notice look="waits">
      <p role="status">
        {say(
          {
            vi: 'Tệp có {n} lỗi. Chưa có gì được ghi. Sửa trong tệp rồi chọn lại để kiểm tra.',
            en: 'The file has {n} errors. Nothing was written. Correct the file and choose it again.',
          },
          { n: showNumber(of.faultCount) },
        )}
        {of.faultCount > of.faults.length &&
          ` ${say({ vi: 'Dưới đây là {n} lỗi đầu.', en: 'Below are the first {n}.' }, { n: of.faults.length })}`}
      </p>
    </Notice>
    <Listing
      name="import-faults"
      caption={{ vi: 'Lỗi theo dòng', en: 'Errors by row' }}
      columns={[
        { key: 'row', head: { vi: 'Dòng', en: 'Row' }, number: true, cell: (f) => f.row },
        { key: 'column', head: { vi: 'Cột', en: 'Column' }, cell: (f) => f.column },
        { key: 'says', head: { vi: 'Lỗi', en: 'Error' }, cell: (f) => f[language.value] },
      ]}
      rows={of.faults}
      rowKey={(f) => `${f.row} ${f.column} ${f.en}`}
      empty={null}
    />
  </>
)
