import { useState } from 'preact/hooks'
import { ScanField } from '#features/papers/ui/ScanField.tsx'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { checkSigned, keepMinutes } from './calls.ts'
import { MinutesSaid } from './MinutesSaid.tsx'
import { labels, type MeetingAnswer, meetingWords } from './typed.ts'

/** The signed page comes back: after it the minutes change no more. */
export function SignedDialog({ of: now, onClose }: { of: MeetingAnswer; onClose: () => void }) {
  // As they were looked at beside the page, whatever is written while this is open.
  const [of] = useState(now)
  const [scan, setScan] = useState<File | null>(null)
  const keeping = useChange(keepMinutes)
  const whyNot = scan ? null : { vi: 'Chọn bản quét.', en: 'Choose the scan.' }
  const keep = async () => {
    const fingerprint = of.minutes?.fingerprint
    if (scan && fingerprint && (await keeping.run({ meetingId: of.meetingId, fingerprint }, scan))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Lưu biên bản đã ký', en: 'Keep the signed minutes' }} onClose={onClose}>
      <p>
        {say({
          vi: 'Bản ký phải nói đúng như dưới đây. Sau khi lưu, giấy mời và biên bản giữ nguyên như đã ký.',
          en: 'The signed page must say what stands here. Once it is kept, invitation and minutes stay as they were signed.',
        })}
      </p>
      <FactList
        of={(['on', 'time', 'place', 'agenda'] as const).map((field) => ({
          label: labels[field],
          value: meetingWords.show(field, of[field]) || say({ vi: 'không ghi', en: 'none' }),
        }))}
      />
      {of.minutes && <MinutesSaid of={of.minutes} />}
      <p>
        {say({
          vi: 'Mã văn bản ở cuối trang của bản ký, nếu in từ PDF, phải là mã trên; khác thì in lại và ký lại. Bản in từ Word không có mã: hãy đọc lại từng dòng.',
          en: 'At the foot of the signed page, if printed from the PDF, the code of the text must be the one above; print and sign anew where it differs. A page printed from Word has no code: read every line again.',
        })}
      </p>
      <Form
        onSubmit={keep}
        draft={null}
        problem={keeping.problem}
        actions={
          <Button look="primary" submit pending={keeping.pending} whyNot={whyNot}>
            {say({ vi: 'Lưu bản ký', en: 'Keep' })}
          </Button>
        }
      >
        <ScanField check={checkSigned} value={scan} onChange={setScan} />
      </Form>
    </Dialog>
  )
}
