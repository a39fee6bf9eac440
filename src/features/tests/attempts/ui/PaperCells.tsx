import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { cellFault, type ResultsAnswer, sheetsIn, takes } from './paper.ts'
import '../../ui/tests.css'

type Props = {
  readonly of: ResultsAnswer
  readonly variant: number | null
  readonly written: readonly string[]
  readonly onVariant: (variant: number | null) => void
  readonly onWritten: (written: readonly string[]) => void
}

/** One box an answer, in the order of the sheet of paper: Tab goes on to the next. */
export function PaperCells({ of, variant, written, onVariant, onWritten }: Props) {
  const sheets = variant ? sheetsIn(of, variant) : []
  const put = (at: number, text: string) =>
    onWritten(sheets.map((_, place) => (place === at ? text : (written[place] ?? ''))))
  return (
    <>
      {of.variants > 1 && (
        <NumberField
          at="variant"
          label={{ vi: 'Mã đề ghi trên tờ giấy', en: 'The variant on the sheet' }}
          required
          min={1}
          max={of.variants}
          value={variant}
          onChange={onVariant}
        />
      )}
      <div class="tests-cells">
        {sheets.map((sheet, at) => (
          <TextField
            key={at}
            at={at === 0 ? 'answers' : undefined}
            label={{ vi: `${at + 1} (${say(takes(sheet))})`, en: `${at + 1} (${say(takes(sheet))})` }}
            required
            fault={cellFault(sheet, written[at] ?? '')}
            maxLength={40}
            value={written[at] ?? ''}
            onChange={(text) => put(at, text)}
          />
        ))}
      </div>
    </>
  )
}
