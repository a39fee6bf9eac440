/** What of a workbook was read, what was not, and what was read though it is not seen there. */
import type { FileSource } from '#kernel/imports.ts'
import { ChoiceField } from '../kit/ChoiceField.tsx'
import { Listing } from '../kit/Listing.tsx'
import { Notice } from '../kit/Notice.tsx'
import { language, say } from '../language.ts'
import { showNumber } from '../numbers.ts'

type Props = { readonly of: FileSource; readonly choose: (sheet: string) => void }

export const Source = ({ of, choose }: Props) => (
  <>
    {of.sheet !== null && of.others.length > 0 && <Sheets of={of} sheet={of.sheet} choose={choose} />}
    <Passed of={of} />
    <Hidden of={of} />
    <Struck of={of} />
  </>
)

const quote = (name: string): string => `“${name}”`
const quoted = (names: readonly string[]): string => names.map(quote).join(', ')

/** Another sheet under the same headings may be the one that is meant: a workbook with a sheet for each village. */
function Sheets({ of, sheet, choose }: Props & { readonly sheet: string }) {
  const fitting = of.others.filter(({ fits }) => fits).map(({ name }) => name)
  const others = of.others.map(({ name, hidden }) =>
    hidden ? `${quote(name)} ${say({ vi: '(đang ẩn)', en: '(hidden)' })}` : quote(name),
  )
  return (
    <Notice>
      <p>
        {say(
          {
            vi: 'Chỉ đọc trang tính {sheet}. Không đọc: {others}.',
            en: 'Only the sheet {sheet} was read. Not read: {others}.',
          },
          { sheet: quoted([sheet]), others: others.join(', ') },
        )}
      </p>
      {fitting.length > 0 && (
        <ChoiceField
          label={{ vi: 'Trang tính cần đọc', en: 'The sheet to read' }}
          hint={{
            vi: 'Các trang này đều có tiêu đề của tệp mẫu. Mỗi lần ghi một trang.',
            en: 'All of these have the headings of the template. One is written at a time.',
          }}
          as="select"
          required
          value={sheet}
          onChange={choose}
          choices={[sheet, ...fitting].map((name) => ({ value: name, label: name }))}
        />
      )}
    </Notice>
  )
}

/** What stands in the file and was not taken. */
function Passed({ of }: { readonly of: FileSource }) {
  const { titleRowCount, headingRow, blankRowCount } = of
  if (titleRowCount === 0 && blankRowCount === 0) return null
  return (
    <Notice>
      {titleRowCount > 0 && (
        <p>
          {say(
            {
              vi: 'Tiêu đề cột ở dòng {row}. Không đọc {n} dòng có chữ phía trên.',
              en: 'The headings stand in row {row}. Not read: {n} rows of words above them.',
            },
            { n: showNumber(titleRowCount), row: headingRow },
          )}
        </p>
      )}
      {blankRowCount > 0 && (
        <p>
          {say(
            { vi: 'Bỏ qua {n} dòng trống ở giữa bảng.', en: '{n} blank rows were passed over.' },
            { n: showNumber(blankRowCount) },
          )}
        </p>
      )}
    </Notice>
  )
}

/** Rows of the office's table that are none of its list, each with the reason: a person sees that none of them was one. */
export function LeftOut({ of }: { readonly of: FileSource }) {
  if (of.leftOutCount === 0) return null
  const shown = of.leftOut.length
  return (
    <>
      <Notice>
        <p>
          {say(
            {
              vi: 'Không lấy {n} dòng không phải dòng của danh sách (dòng tổng, phần ký, tiêu đề ghi lại). Hãy xem lại bảng dưới; dòng nào vẫn cần thì điền đủ ô rồi kiểm tra lại.',
              en: '{n} rows that are none of the list were left out (sums, signatures, headings again). Look at the table below; fill in a row that is meant and check again.',
            },
            { n: showNumber(of.leftOutCount) },
          )}
          {of.leftOutCount > shown &&
            ` ${say({ vi: 'Dưới đây là {n} dòng đầu.', en: 'Below are the first {n}.' }, { n: shown })}`}
        </p>
      </Notice>
      <Listing
        name="import-left-out"
        caption={{ vi: 'Dòng không lấy', en: 'Rows left out' }}
        columns={[
          { key: 'row', head: { vi: 'Dòng', en: 'Row' }, number: true, cell: (one) => one.row },
          { key: 'why', head: { vi: 'Vì sao', en: 'Why' }, cell: (one) => one[language.value] },
          { key: 'words', head: { vi: 'Chữ trong dòng', en: 'What stands there' }, cell: (one) => one.words },
        ]}
        rows={of.leftOut}
        rowKey={(one) => String(one.row)}
        file={null}
        empty={null}
      />
    </>
  )
}

const listed = (rows: readonly number[], count: number): string =>
  rows.join(', ') + (count > rows.length ? ', ...' : '')

/** An office strikes out who has left; whether that is meant here only a person knows. */
function Struck({ of }: { readonly of: FileSource }) {
  if (of.struckRowCount === 0) return null
  return (
    <Notice look="waits">
      <p>
        {say(
          {
            vi: 'Đã đọc cả {n} dòng có chữ gạch ngang (dòng {rows}). Nếu gạch ngang là bỏ, hãy xoá các dòng ấy rồi kiểm tra lại.',
            en: '{n} rows with letters struck through were read too (rows {rows}). If they are not meant, delete them and check again.',
          },
          { n: showNumber(of.struckRowCount), rows: listed(of.struckRows, of.struckRowCount) },
        )}
      </p>
    </Notice>
  )
}

function Hidden({ of }: { readonly of: FileSource }) {
  if (of.hiddenRowCount === 0 && of.hiddenColumns.length === 0) return null
  const rows = listed(of.hiddenRows, of.hiddenRowCount)
  return (
    <Notice look="waits">
      {of.hiddenRowCount > 0 && (
        <p>
          {say(
            {
              vi: 'Đã đọc cả {n} dòng đang ẩn trong Excel (dòng {rows}). Nếu không muốn lấy, hãy xoá các dòng ấy rồi kiểm tra lại.',
              en: '{n} rows hidden in Excel were read too (rows {rows}). If they are not meant, delete them and check again.',
            },
            { n: showNumber(of.hiddenRowCount), rows },
          )}
        </p>
      )}
      {of.hiddenColumns.length > 0 && (
        <p>
          {say(
            {
              vi: 'Đã đọc cả cột đang ẩn trong Excel: {columns}.',
              en: 'Columns hidden in Excel were read too: {columns}.',
            },
            { columns: quoted(of.hiddenColumns) },
          )}
        </p>
      )}
    </Notice>
  )
}
