/** The signed sheet of a class, page by page: kept, looked at, said to be the wrong one. */
import { useState } from 'preact/hooks'
import { ScanField } from '#features/papers/ui/ScanField.tsx'
import { showInstant } from '#kernel/dates.ts'
import type { TrainingClassId } from '#kernel/ids.ts'
import { href } from '#platform/web/calls.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { SignedPage } from '../model.ts'
import { checkPage, dropPage, keepPage, signedPage } from './calls.ts'

type Props = { readonly id: TrainingClassId; readonly of: readonly SignedPage[]; readonly mayWrite: boolean }

export function SignedPages({ id, of, mayWrite }: Props) {
  const [keeping, setKeeping] = useState(false)
  const [dropping, setDropping] = useState<SignedPage | null>(null)
  return (
    <>
      {of.length > 0 && (
        <ul class="bullets">
          {of.map((page) => (
            <li key={page.fileId}>
              <a href={href(signedPage, { trainingClassId: id, fileId: page.fileId })} download>
                {say({ vi: 'Trang đã ký', en: 'Signed page' })}
              </a>
              {`: ${[page.note, page.by, showInstant(page.at)].filter(Boolean).join(', ')}`}
              {page.outBecause
                ? say({ vi: ' (lưu nhầm: {why})', en: ' (the wrong one: {why})' }, { why: page.outBecause })
                : mayWrite && (
                    <Button look="quiet" onClick={() => setDropping(page)}>
                      {say({ vi: 'Lưu nhầm', en: 'Wrong one' })}
                    </Button>
                  )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <p>
          <Button onClick={() => setKeeping(true)}>{say({ vi: 'Lưu trang đã ký', en: 'Keep a signed page' })}</Button>
        </p>
      )}
      {keeping && <KeepDialog id={id} onClose={() => setKeeping(false)} />}
      {dropping && <DropDialog id={id} of={dropping} onClose={() => setDropping(null)} />}
    </>
  )
}

function KeepDialog({ id, onClose }: { id: TrainingClassId; onClose: () => void }) {
  const draft = useDraft('attendance.keepPage', id)
  const [note, setNote] = useTyped(draft, 'note', '')
  const [scan, setScan] = useState<File | null>(null)
  const keeping = useChange(keepPage, { draft })
  const whyNot = scan ? null : { vi: 'Chọn bản quét hoặc ảnh.', en: 'Choose the scan or photograph.' }
  const keep = async () => {
    if (scan && (await keeping.run({ trainingClassId: id, note: note.trim() }, scan))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Lưu trang điểm danh đã ký', en: 'Keep a signed page' }} onClose={onClose}>
      <Form
        draft={draft}
        onSubmit={() => void keep()}
        problem={keeping.problem}
        actions={
          <Button look="primary" submit pending={keeping.pending} whyNot={whyNot}>
            {say({ vi: 'Lưu', en: 'Keep' })}
          </Button>
        }
      >
        <ScanField check={checkPage} value={scan} onChange={setScan} />
        <TextField
          at="note"
          label={{ vi: 'Trang nào, của buổi nào', en: 'Which page, of which sessions' }}
          maxLength={200}
          value={note}
          onChange={setNote}
        />
      </Form>
    </Dialog>
  )
}

type DropProps = { readonly id: TrainingClassId; readonly of: SignedPage; readonly onClose: () => void }

function DropDialog({ id, of: { fileId, note }, onClose }: DropProps) {
  const draft = useDraft('attendance.dropPage', fileId)
  const dropping = useChange(dropPage, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Trang lưu nhầm', en: 'The wrong page' }}
      what={{
        vi: `Trang ${note || 'này'} không phải tờ điểm danh của lớp, hoặc không đọc được. Trang vẫn giữ, có ghi lý do.`,
        en: 'It is not the sheet of this class, or cannot be read. It is kept, with the reason.',
      }}
      deed={{ vi: 'Ghi là lưu nhầm', en: 'It is the wrong one' }}
      draft={draft}
      pending={dropping.pending}
      problem={dropping.problem}
      onGive={async (because) => {
        if (await dropping.run({ trainingClassId: id, fileId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
