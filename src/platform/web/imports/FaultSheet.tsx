/** All faulty rows of the checked file as a sheet of the same columns, to be corrected and sent again. */
import { useState } from 'preact/hooks'
import { type Call, exchangeFile } from '../calls.ts'
import { Button } from '../kit/Button.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { say } from '../language.ts'
import { showNumber } from '../numbers.ts'
import { asProblem, type WebProblem } from '../problem.ts'
import { saveFile } from '../saveFile.ts'

type Props<I extends object> = {
  readonly call: Call<I, unknown>
  readonly input: I
  readonly file: File
  readonly of: { readonly faultCount: number; readonly sheetRows: number }
}

export function FaultSheet<I extends object>({ call, input, file, of }: Props<I>) {
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<WebProblem | null>(null)
  if (of.sheetRows === 0) return null
  const load = async () => {
    setPending(true)
    setProblem(null)
    try {
      saveFile(await exchangeFile(call, input, file))
    } catch (fault) {
      setProblem(asProblem(fault))
    } finally {
      setPending(false)
    }
  }
  const words =
    of.faultCount > 0
      ? { vi: 'Tải các dòng lỗi (.xlsx), {n} dòng', en: 'Download the faulty rows (.xlsx), {n} {n:row|rows}' }
      : { vi: 'Tải các dòng cần xem (.xlsx), {n} dòng', en: 'Download the rows to look at (.xlsx), {n} {n:row|rows}' }
  return (
    <div>
      <ProblemNote of={problem} />
      <p>
        <Button pending={pending} onClick={load}>
          {say(words, { n: showNumber(of.sheetRows) })}
        </Button>
      </p>
      <p>
        <small>
          {say({
            vi: 'Đủ mọi dòng ấy, giữ nguyên cột và chữ trong tệp của bạn (kèm dòng không lỗi mà dòng lỗi cần, như người cùng hộ); ô cần sửa được tô màu, hai cột cuối ghi số dòng và nội dung cần sửa. Sửa xong, chọn tệp ấy ở trên để nhập riêng các dòng ấy, hoặc chép về tệp gốc. Các dòng khác của tệp gốc vẫn chưa được ghi.',
            en: 'All of these rows with the columns and words of your file (and right ones that they need, as the rest of a household); cells to correct are coloured, the last two columns tell the row and what to correct. Once corrected, choose that file above to import these rows, or copy them back. The other rows of your file are still not written.',
          })}
        </small>
      </p>
    </div>
  )
}
