import { useState } from 'preact/hooks'
import { topicChoices } from '#features/tests/bank/ui/topics.ts'
import type { OpenTopic } from '#features/training/needs/model.ts'
import type { AreaId, FrameworkTopicId, MaterialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { materialKinds, writtenKinds } from '../model.ts'
import { addFile, addText } from './calls.ts'
import { AboutFields, aboutSent, lacking, noMaterial, ReadFields, type TypedMaterial } from './fields.tsx'

type Props = {
  readonly of: { readonly areaId: AreaId; readonly name: string }
  readonly topics: readonly OpenTopic[]
  readonly onClose: () => void
}
type Kind = (typeof writtenKinds)[number]

/** A material into the library of a unit: a file, or a text that is written here. */
export function AddMaterialDialog({ of, topics, onClose }: Props) {
  const draft = useDraft('library.add', of.areaId)
  const [topicId, setTopic] = useTyped<FrameworkTopicId | null>(draft, 'topic', null)
  const [kind, setKind] = useTyped<Kind>(draft, 'kind', 'document')
  const [typed, setTyped] = useTyped<TypedMaterial>(draft, 'material', noMaterial)
  const [file, setFile] = useState<File | null>(null)
  const materialId = useMade(draft, 'materialId', () => newId<'material'>() as MaterialId)
  const writing = useChange(addText, { draft })
  const sending = useChange(addFile, { draft })
  const lesson = kind === 'lesson'
  const written = lesson || typed.form === 'text'
  const said = typed.title.trim() && topicId && (written ? typed.body.trim() : file)
  const add = async () => {
    if (!said || !topicId) return
    const first = { materialId, areaId: of.areaId, topicId, kind, ...aboutSent(typed) }
    const done =
      written || !file
        ? await writing.run({ ...first, text: typed.body.trim(), questionId: lesson ? typed.questionId : null })
        : await sending.run(first, file)
    if (done) onClose()
  }
  return (
    <Dialog title={{ vi: 'Thêm tài liệu', en: 'Add a material' }} onClose={onClose}>
      {topics.length === 0 ? (
        <Empty
          title={{ vi: 'Chưa có chuyên đề nào.', en: 'There is no topic yet.' }}
          why={{
            vi: 'Tài liệu đứng dưới một chuyên đề của khung đào tạo đã phê duyệt; tỉnh chưa có khung nào.',
            en: 'A material stands under a topic of an approved framework; the province has none.',
          }}
        />
      ) : (
        <Form
          onSubmit={add}
          draft={draft}
          problem={writing.problem ?? sending.problem}
          actions={
            <Button look="primary" submit pending={writing.pending || sending.pending} whyNot={said ? null : lacking}>
              {say({ vi: 'Thêm tài liệu', en: 'Add' })}
            </Button>
          }
        >
          <p>
            {say(
              {
                vi: 'Vào thư viện của {unit}; các đơn vị bên dưới cũng đọc được.',
                en: 'Into the library of {unit}; the units below read it too.',
              },
              { unit: of.name },
            )}
          </p>
          <ChoiceField<FrameworkTopicId>
            at="topicId"
            as="select"
            label={{ vi: 'Chuyên đề', en: 'Topic' }}
            required
            choices={topicChoices(topics)}
            value={topicId}
            onChange={setTopic}
          />
          <ChoiceField<Kind>
            at="kind"
            as="select"
            label={{ vi: 'Loại', en: 'Kind' }}
            required
            choices={writtenKinds.map((value) => ({ value, label: materialKinds[value] }))}
            value={kind}
            onChange={setKind}
          />
          <AboutFields of={typed} onChange={setTyped} />
          <ReadFields
            of={typed}
            onChange={setTyped}
            file={file}
            onFile={setFile}
            lesson={lesson}
            areaId={of.areaId}
            topicId={topicId}
          />
        </Form>
      )}
    </Dialog>
  )
}
