import { useState } from 'preact/hooks'
import { ScanField } from '#features/papers/ui/ScanField.tsx'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { checkSigned, keepMinutes } from './calls.ts'
import { labels, type MeetingAnswer, minutesWords } from './typed.ts'

/** The signed page comes back: after it the minutes change no more. */
export function SignedDialog({ of: now, onClose }: { of: MeetingAnswer; onClose: () => void }) {
  // As they were looked at beside the page, whatever is written while this is open.
  const [of] = useState(now)
  const [scan, setScan] = useState<File | null>(null)
  const keeping = useChange(keepMinutes)
  const whyNot = scan ? null : { vi: 'Chọn bản quét.', en: 'Choose the scan.' }
  const keep = async () => {
    if (scan && (await keeping.run({ meetingId: of.meetingId, edits: String(of.edits) }, scan))) onClose()
  }
  const words = minutesWords(of)
  return (
    <Dialog title={{ vi: 'Lưu biên bản đã ký', en: 'Keep the signed minutes' }} onClose={onClose}>
      <p>
        {say({
          vi: 'Bản ký phải nói đúng như dưới đây. Sau khi lưu, giấy mời và biên bản không sửa được nữa.',
          en: 'The signed page must say what stands here. Once it is kept, invitation and minutes change no more.',
        })}
      </p>
      <FactList
        of={(['on', 'present', 'chairedBy', 'guests', 'conclusions'] as const).map((field) => ({
          label: labels[field],
          value: words.show(field, of[field]) || say({ vi: 'không ghi', en: 'none' }),
        }))}
      />
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
