/** Every error of a file with its row, its column and the address of its cell. */
import type { Faults as FileFaults } from '#kernel/imports.ts'
import { showNumber } from '#kernel/numbers.ts'
import { Listing } from '../kit/Listing.tsx'
import { Notice } from '../kit/Notice.tsx'
import { language, say } from '../language.ts'

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
    <Listing
      name="import-faults"
      caption={{ vi: 'Lỗi theo dòng', en: 'Errors by row' }}
      columns={[
        { key: 'row', head: { vi: 'Dòng', en: 'Row' }, number: true, cell: (f) => f.row },
        {
          key: 'column',
          head: { vi: 'Cột', en: 'Column' },
          cell: (f) => (f.cell && f.column ? `${f.column} (${f.cell})` : f.column || f.cell),
        },
        { key: 'says', head: { vi: 'Lỗi', en: 'Error' }, cell: (f) => f[language.value] },
      ]}
      rows={of.faults}
      rowKey={(f) => `${f.row} ${f.column} ${f.en}`}
      file={null}
      empty={null}
    />
  </>
)
