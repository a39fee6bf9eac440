/** Every error of a file with its row, its column and the address of its cell. */
import type { ComponentChildren } from 'preact'
import type { Faults as FileFaults, RowFaultShown } from '#kernel/imports.ts'
import { Listing } from '../kit/Listing.tsx'
import { Notice } from '../kit/Notice.tsx'
import { language, say, type Words } from '../language.ts'
import { showNumber } from '../numbers.ts'

/** `takeHome`: the button that holds all of them, however few are shown. */
type TakeHome = { readonly takeHome: ComponentChildren }

export const Faults = ({ of, takeHome }: TakeHome & { of: FileFaults }) => (
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
    {takeHome}
    <Rows name="import-faults" caption={{ vi: 'Lỗi theo dòng', en: 'Errors by row' }} rows={of.faults} />
  </>
)

type Rows = { readonly name: string; readonly caption: Words; readonly rows: readonly RowFaultShown[] }

const Rows = ({ name, caption, rows }: Rows) => (
  <Listing
    name={name}
    caption={caption}
    columns={[
      { key: 'row', head: { vi: 'Dòng', en: 'Row' }, number: true, cell: (f) => f.row },
      {
        key: 'column',
        head: { vi: 'Cột', en: 'Column' },
        cell: (f) => (f.cell && f.column ? `${f.column} (${f.cell})` : f.column || f.cell),
      },
      { key: 'says', head: { vi: 'Nội dung', en: 'What' }, cell: (f) => f[language.value] },
    ]}
    rows={rows}
    rowKey={(f) => `${f.row} ${f.column} ${f.en}`}
    file={null}
    empty={null}
  />
)

/** What nothing forbids and a person should look at before it is written. */
type DoubtsFound = { readonly doubts: readonly RowFaultShown[]; readonly doubtCount: number }

export const Doubts = ({ of, takeHome }: TakeHome & { of: DoubtsFound }) =>
  of.doubtCount === 0 ? null : (
    <>
      <Notice look="waits">
        <p role="status">
          {say(
            {
              vi: 'Có {n} chỗ cần xem, không phải lỗi: danh sách dưới nói rõ từng chỗ. Chỗ nào sai thì sửa hoặc bỏ khỏi tệp rồi kiểm tra lại; đúng thì ghi bình thường.',
              en: '{n} {n:place|places} to look at, no errors: the list below says what is the matter. Correct what is wrong or take it out and check again; write what is right.',
            },
            { n: showNumber(of.doubtCount) },
          )}
        </p>
      </Notice>
      {takeHome}
      <Rows
        name="import-doubts"
        caption={{ vi: 'Chỗ cần xem, theo dòng', en: 'To look at, by row' }}
        rows={of.doubts}
      />
    </>
  )
