/** No line for weeks: what is finished leaves the phone as one file that only the server reads. */
import { useState } from 'preact/hooks'
import { todayHere } from '#platform/web/clock.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { sealedHere } from '#platform/web/outbox.ts'
import { account } from '#platform/web/session.ts'
import { fileName } from '../rules.ts'
import { handOver } from './handOver.ts'

const makeFile = async (): Promise<File> =>
  new File([await handOver()], fileName(account.value?.login ?? 'may', todayHere()), { type: 'text/plain' })

function download(file: File): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

export function HandOver() {
  const [made, setMade] = useState<number | null>(null)
  if (sealedHere.value === 0) return null
  const make = async (how: 'save' | 'share') => {
    const file = await makeFile()
    if (how === 'save') download(file)
    else await navigator.share({ files: [file] }).catch(() => undefined)
    setMade(sealedHere.value)
  }
  const canShare = navigator.canShare?.({ files: [new File([''], 'a.txt', { type: 'text/plain' })] }) ?? false
  return (
    <section>
      <p>
        {say({
          vi: 'Lâu không có mạng? Đưa phiếu đã xong ra một tệp, gửi bằng Bluetooth, Zalo hoặc chép qua USB: máy của đồng nghiệp hoặc máy tính ở xã nộp thay. Chỉ máy chủ đọc được tệp.',
          en: 'No line for long? Put what is finished into a file and hand it on by Bluetooth, Zalo or USB: a colleague’s phone or the office brings it in. Only the server can read it.',
        })}
      </p>
      <div class="form-actions">
        <Button onClick={() => void make('save')}>{say({ vi: 'Lưu tệp phiếu', en: 'Save the file' })}</Button>
        {canShare && (
          <Button onClick={() => void make('share')}>{say({ vi: 'Chuyển tệp phiếu', en: 'Share it' })}</Button>
        )}
      </div>
      {made !== null && (
        <p class="quiet" role="status">
          {say(
            {
              vi: 'Tệp có {n} phiếu. Phiếu vẫn chờ trên máy này cho đến khi máy chủ báo đã nhận; gửi hai đường cũng chỉ nhận một lần.',
              en: 'The file holds {n} {n:form|forms}. They wait here until the server says it has them; sent by two ways they are taken once.',
            },
            { n: showNumber(made) },
          )}
        </p>
      )}
    </section>
  )
}
