import { useState } from 'preact/hooks'
import { ScanField } from '#features/papers/ui/ScanField.tsx'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { checkSigned, keepMinutes } from './calls.ts'
import type { MeetingAnswer } from './typed.ts'

/** The signed page comes back: after it the minutes change no more. */
export function SignedDialog({ of, onClose }: { of: MeetingAnswer; onClose: () => void }) {
  const [scan, setScan] = useState<File | null>(null)
  const keeping = useChange(keepMinutes)
  const whyNot = scan ? null : { vi: 'Chọn bản quét.', en: 'Choose the scan.' }
  const keep = async () => {
    if (scan && (await keeping.run({ meetingId: of.meetingId }, scan))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Lưu biên bản đã ký', en: 'Keep the signed minutes' }} onClose={onClose}>
      <p>
        {say({
          vi: 'Sau khi lưu bản ký, giấy mời và biên bản không sửa được nữa.',
          en: 'Once the signed page is kept, invitation and minutes change no more.',
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
