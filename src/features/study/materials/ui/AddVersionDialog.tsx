import { useState } from 'preact/hooks'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { MaterialVersion, WholeMaterial } from '../model.ts'
import { nextFile, nextText } from './calls.ts'
import { AboutFields, aboutSent, lacking, ReadFields, type TypedMaterial } from './fields.tsx'

type Props = { readonly of: WholeMaterial; readonly newest: MaterialVersion; readonly onClose: () => void }

/** The version before stays as it was, for who read it. */
export function AddVersionDialog({ of, newest, onClose }: Props) {
  const { materialId, areaId, topicId } = of
  const draft = useDraft('library.next', materialId)
  const seen = useSeen(draft, 'seen', newest.version)
  const [typed, setTyped] = useTyped<TypedMaterial>(draft, 'material', () => ({
    ...{ title: newest.title, summary: newest.summary, basis: newest.basis },
    ...{ form: newest.file ? 'file' : 'text', body: newest.body ?? '', questionId: newest.questionId },
  }))
  const [because, setBecause] = useTyped(draft, 'because', '')
  const [file, setFile] = useState<File | null>(null)
  const writing = useChange(nextText, { draft })
  const sending = useChange(nextFile, { draft })
  const lesson = of.kind === 'lesson'
  const written = lesson || typed.form === 'text'
  const said = typed.title.trim() && because.trim() && (written ? typed.body.trim() : file)
  const add = async () => {
    if (!said) return
    const next = { materialId, seen, ...aboutSent(typed), because: because.trim() }
    const done =
      written || !file
        ? await writing.run({ ...next, text: typed.body.trim(), questionId: lesson ? typed.questionId : null })
        : await sending.run(next, file)
    if (done) onClose()
  }
  return (
    <Dialog title={{ vi: 'Thêm bản mới', en: 'Add a version' }} onClose={onClose}>
      <p>
        {say(
          {
            vi: 'Thành bản {n}. Các bản trước giữ nguyên; ai đã đọc bản nào vẫn ghi bản ấy.',
            en: 'As version {n}. Earlier versions stay; who read one of them still has read that.',
          },
          { n: seen + 1 },
        )}
      </p>
      <Form
        onSubmit={add}
        draft={draft}
        problem={writing.problem ?? sending.problem}
        actions={
          <Button look="primary" submit pending={writing.pending || sending.pending} whyNot={said ? null : lacking}>
            {say({ vi: 'Thêm bản mới', en: 'Add' })}
          </Button>
        }
      >
        <AboutFields of={typed} onChange={setTyped} />
        <ReadFields
          of={typed}
          onChange={setTyped}
          file={file}
          onFile={setFile}
          lesson={lesson}
          areaId={areaId}
          topicId={topicId}
        />
        <TextField
          at="because"
          label={{ vi: 'Lý do có bản mới', en: 'Why there is a new version' }}
          required
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
      </Form>
    </Dialog>
  )
}
