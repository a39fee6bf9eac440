/** Every error of a file with its row, its column and the address of its cell. */
import type { Faults as FileFaults, RowFaultShown } from '#kernel/imports.ts'
import { Listing } from '../kit/Listing.tsx'
import { Notice } from '../kit/Notice.tsx'
import { language, say, type Words } from '../language.ts'
import { showNumber } from '../numbers.ts'

export const Faults = ({ of }: { of: FileFaults }) => (
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
export const Doubts = ({ of }: { of: { readonly doubts: readonly RowFaultShown[]; readonly doubtCount: number } }) =>
  of.doubtCount === 0 ? null : (
    <>
      <Notice look="waits">
        <p role="status">
          {say(
            {
              vi: 'Có {n} người có thể đã có trong sổ hoặc trùng trong tệp. Hãy xem từng người; người nào đã có thì bỏ khỏi tệp rồi kiểm tra lại, người khác trùng tên thì ghi bình thường.',
              en: '{n} people may be on record already, or stand twice in the file. Look at each; take out who is on record and check again; write who only has the same name.',
            },
            { n: showNumber(of.doubtCount) },
          )}
        </p>
      </Notice>
      <Rows
        name="import-doubts"
        caption={{ vi: 'Có thể trùng, theo dòng', en: 'Possible doubles by row' }}
        rows={of.doubts}
      />
    </>
  )
