/** Two steps of every list that comes as a file: a check that writes nothing, and the writing of what was checked. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Faults as FileFaults, FileSource, RowFaultShown } from '#kernel/imports.ts'
import type { Call } from '../calls.ts'
import { useChange } from '../changes.ts'
import { Button } from '../kit/Button.tsx'
import { FileField } from '../kit/FileField.tsx'
import { Form } from '../kit/Form.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Section } from '../kit/Page.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { say, type Words } from '../language.ts'
import { FaultSheet } from './FaultSheet.tsx'
import { Doubts, Faults } from './Faults.tsx'
import { LeftOut, Source } from './Source.tsx'

const maxBytes = 20_000_000

type Checked = FileFaults & {
  readonly doubts: readonly RowFaultShown[]
  readonly doubtCount: number
  readonly sheetRows: number
  readonly sha256: string
  readonly seen: string
  readonly unread: readonly string[]
  readonly nameless: readonly string[]
  readonly source: FileSource
}
type OfSheet = { readonly sheet?: string }
type Props<I extends object, Report extends Checked, Written> = {
  readonly check: Call<I & OfSheet, Report>
  /** Its faulty rows as a sheet. */
  readonly faulty: Call<I & OfSheet, unknown>
  readonly write: Call<I & OfSheet & { sha256: string; seen?: string }, Written>
  /** What goes with the file, as it stands in the fields; null while one of them cannot be read. */
  readonly input: I | null
  /** What the fields lack. */
  readonly lacking: Words | null
  /** What one row of the file is. */
  readonly hint: Words
  readonly children: ComponentChildren
  /** What was found where nothing is wrong, and what the button then says. */
  readonly found: (report: Report) => ComponentChildren
  /** Null where the register has all of it already. */
  readonly writes: (report: Report) => string | null
  readonly done: (written: Written) => ComponentChildren
}

export function ImportSteps<I extends object, Report extends Checked, Written>(props: Props<I, Report, Written>) {
  const { input, lacking } = props
  const asked = JSON.stringify(input)
  const [file, setFile] = useState<File | null>(null)
  /** `sheet`: the one that was asked for, so that the same one is written. */
  const [checked, setChecked] = useState<{ report: Report; asked: string; sheet: OfSheet } | null>(null)
  const [written, setWritten] = useState<Written | null>(null)
  const checking = useChange(props.check, { refresh: [] })
  const writing = useChange(props.write)
  const report = checked?.asked === asked ? checked.report : null
  const check = async (sheet: OfSheet) => {
    const answer = input && file && !lacking ? await checking.run({ ...input, ...sheet }, file) : null
    setChecked(answer && { report: answer, asked, sheet })
  }
  const write = async () => {
    if (!input || !file || !report) return
    const { sha256, seen } = report
    setWritten(await writing.run({ ...input, ...checked?.sheet, sha256, seen }, file))
  }
  const deed = report && report.faultCount === 0 ? props.writes(report) : null
  const takeHome = report && input && file && (
    <FaultSheet call={props.faulty} input={{ ...input, ...checked?.sheet }} file={file} of={report} />
  )
  if (written) return <>{props.done(written)}</>
  return (
    <>
      <Form
        draft={null}
        onSubmit={() => check(checked?.sheet ?? {})}
        problem={checking.problem}
        actions={
          <Button
            look={report ? 'secondary' : 'primary'}
            submit
            pending={checking.pending}
            whyNot={file ? lacking : { vi: 'Chọn tệp.', en: 'Choose a file.' }}
          >
            {checking.pending
              ? say({ vi: 'Đang kiểm tra...', en: 'Checking...' })
              : say({ vi: 'Kiểm tra', en: 'Check' })}
          </Button>
        }
      >
        <FileField
          label={{ vi: 'Tệp danh sách (.xlsx hoặc .csv)', en: 'The list (.xlsx or .csv)' }}
          hint={props.hint}
          required
          at="file"
          kinds={['workbook', 'text']}
          maxBytes={maxBytes}
          value={file}
          onChange={(next) => {
            setFile(next)
            setChecked(null)
          }}
        />
        {props.children}
      </Form>
      {report && (
        <Section title={{ vi: 'Kết quả kiểm tra', en: 'What the check found' }}>
          <Source of={report.source} choose={(sheet) => check({ sheet })} />
          <Unread of={report.unread} />
          <Nameless of={report.nameless} />
          {report.faultCount > 0 ? (
            <>
              <Faults of={report} takeHome={takeHome} />
              <LeftOut of={report.source} />
            </>
          ) : (
            <>
              {props.found(report)}
              <Doubts of={report} takeHome={takeHome} />
              <LeftOut of={report.source} />
              <ProblemNote of={writing.problem} />
              {deed === null ? (
                <Notice>
                  {say({
                    vi: 'Sổ đã có đúng như tệp này: không có gì để ghi.',
                    en: 'All of this file is on record already: there is nothing to write.',
                  })}
                </Notice>
              ) : (
                <div class="form-actions">
                  <Button look="primary" pending={writing.pending} onClick={write}>
                    {writing.pending ? say({ vi: 'Đang ghi...', en: 'Writing...' }) : deed}
                  </Button>
                </div>
              )}
            </>
          )}
        </Section>
      )}
    </>
  )
}

/** A column under another heading is left out: misspelt, or one that the office keeps for itself. */
function Nameless({ of }: { of: readonly string[] }) {
  if (of.length === 0) return null
  return (
    <Notice look="waits">
      {say(
        {
          vi: 'Ô tiêu đề {cells} để trống mà bên dưới có chữ: cột này không được lấy. Nếu cần, hãy ghi tiêu đề như tệp mẫu rồi kiểm tra lại.',
          en: 'The heading at {cells} is empty though something stands under it: that column is left out. If it is needed, write its heading as in the template and check again.',
        },
        { cells: of.join(', ') },
      )}
    </Notice>
  )
}

function Unread({ of }: { of: readonly string[] }) {
  if (of.length === 0) return null
  return (
    <Notice look="waits">
      {say(
        {
          vi: 'Không lấy cột: {columns}. Tiêu đề này không có trong tệp mẫu; nếu gõ nhầm, hãy sửa rồi kiểm tra lại.',
          en: 'Left out: {columns}. The template has no such heading; if it is misspelt, correct it and check again.',
        },
        { columns: of.map((heading) => `“${heading}”`).join(', ') },
      )}
    </Notice>
  )
}
