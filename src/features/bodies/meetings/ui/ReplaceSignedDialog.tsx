import { useState } from 'preact/hooks'
import { ScanField } from '#features/papers/ui/ScanField.tsx'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { checkSigned, replaceSigned } from './calls.ts'
import type { MeetingAnswer } from './typed.ts'

/** The page that was kept is of another meeting, or cannot be read: another stands in its place, and it stays to be seen. */
export function ReplaceSignedDialog({ of, onClose }: { of: MeetingAnswer; onClose: () => void }) {
  const draft = useDraft('bodies.replace_signed', of.meetingId)
  const page = useSeen(draft, 'page', of.page)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const [scan, setScan] = useState<File | null>(null)
  const replacing = useChange(replaceSigned, { draft })
  const whyNot = scan && because.trim() ? null : { vi: 'Cần bản quét và lý do.', en: 'Scan and reason are needed.' }
  const replace = async () => {
    if (!scan || !page || whyNot) return
    const said = { meetingId: of.meetingId, scanId: page, because: because.trim() }
    if (await replacing.run(said, scan)) onClose()
  }
  return (
    <Dialog title={{ vi: 'Thay bản ký lưu nhầm', en: 'Replace a wrong signed page' }} onClose={onClose}>
      <p>
        {say({
          vi: 'Nội dung biên bản giữ nguyên; chỉ bản quét được thay. Bản lưu trước vẫn xem được, kèm lý do.',
          en: 'The minutes stay as they are; the scan alone is replaced. The former can still be read, with the reason.',
        })}
      </p>
      <Form
        onSubmit={replace}
        draft={draft}
        problem={replacing.problem}
        actions={
          <Button look="primary" submit pending={replacing.pending} whyNot={whyNot}>
            {say({ vi: 'Thay bản ký', en: 'Replace' })}
          </Button>
        }
      >
        <ScanField check={checkSigned} value={scan} onChange={setScan} />
        <TextField
          label={{ vi: 'Lý do', en: 'Reason' }}
          at="because"
          required
          lines={2}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
      </Form>
    </Dialog>
  )
}
