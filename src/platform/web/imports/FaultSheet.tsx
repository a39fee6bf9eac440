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
            vi: 'Đủ mọi dòng ấy, giữ nguyên cột và chữ trong tệp của bạn, kèm các dòng không lỗi phải xem và ghi cùng các dòng ấy; ô cần sửa được tô màu, hai cột cuối ghi số dòng và nội dung cần sửa. Tệp gốc còn lỗi thì chưa dòng nào được ghi, kể cả dòng đúng. Làm một trong hai cách: sửa ngay trong tệp gốc rồi kiểm tra lại; hoặc xóa các dòng này khỏi tệp gốc, ghi tệp gốc trước, rồi sửa tệp này và ghi sau.',
            en: 'All of these rows with the columns and words of your file, and right ones that are to be looked at and written with them; cells to correct are coloured, the last two columns tell the row and what to correct. While your file has errors none of its rows is written, the right ones neither. Do one of the two: correct your file itself and check it again; or take these rows out of it, write it first, then correct this file and write it.',
          })}
        </small>
      </p>
    </div>
  )
}
