import { useState } from 'preact/hooks'
import { type FileKind, rowsOfFile } from '#kernel/table.ts'
import { language, say, type Words } from '../language.ts'
import { showNumber } from '../numbers.ts'
import { Floating } from './Floating.tsx'
import type { ListFile } from './listingProps.ts'

type Props = {
  readonly file: ListFile
  readonly columns: readonly { readonly key: string }[]
  readonly count: number
  readonly more?: boolean | undefined
}

const kinds: readonly { readonly as: FileKind; readonly label: Words }[] = [
  { as: 'xlsx', label: { vi: 'Tải tệp Excel', en: 'Excel file' } },
  { as: 'csv', label: { vi: 'Tải tệp CSV', en: 'CSV file' } },
  { as: 'pdf', label: { vi: 'In (PDF)', en: 'Print (PDF)' } },
]

/** All rows of the list by its filters and shown columns, in one file; a very long list is printed in parts asked for by number. */
export function ListingFiles({ file, columns, count, more }: Props) {
  const [part, setPart] = useState(1)
  const asked = { columns: columns.map((column) => column.key).join(','), language: language.value }
  const inParts = more || count > rowsOfFile.pdf
  return (
    <Floating label={{ vi: 'Xuất, in', en: 'Export, print' }} files>
      {inParts && <Part part={part} onChange={setPart} />}
      {kinds.map(({ as, label }) => (
        <a
          key={as}
          class="button quiet"
          href={file({ ...asked, as, ...(as === 'pdf' && part > 1 && { part }) })}
          {...(as === 'pdf' ? { target: '_blank', rel: 'noopener' } : { download: true })}
        >
          {say(label)}
        </a>
      ))}
    </Floating>
  )
}

const spans = {
  vi: 'Danh sách dài: tệp Excel, CSV có đủ các dòng; bản in chia phần, mỗi phần {print} dòng. In phần',
  en: 'A long list: the Excel and CSV files hold every row; it is printed in parts of {print} rows. Print part',
}

function Part({ part, onChange }: { part: number; onChange: (part: number) => void }) {
  return (
    <label class="choice slim">
      <span>{say(spans, { print: showNumber(rowsOfFile.pdf) })}</span>
      <input
        type="number"
        min={1}
        value={part}
        onInput={({ currentTarget }) => onChange(Math.max(1, Math.floor(Number(currentTarget.value)) || 1))}
      />
    </label>
  )
}
