import type { FrameworkTopicId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { Topic } from '../model.ts'
import { addTopic, changeTopic, dropTopic } from './calls.ts'
import { codeFault, emptyTopic, type FrameworkAnswer, fieldsOf, frameworkWords, type TopicFields } from './framework.ts'
import { TopicFieldset } from './TopicFieldset.tsx'

type NewProps = { readonly of: FrameworkAnswer; readonly onClose: () => void }

/** A topic more in a draft. */
export function NewTopicDialog({ of, onClose }: NewProps) {
  const { frameworkId, topicList } = of
  const draft = useDraft('frameworks.topic', frameworkId)
  const [code, setCode] = useTyped(draft, 'code', `CĐ${topicList.length + 1}`)
  const [fields, setFields] = useTyped<TopicFields>(draft, 'topic', emptyTopic)
  const frameworkTopicId = useMade(draft, 'frameworkTopicId', () => newId<'framework_topic'>() as FrameworkTopicId)
  const adding = useChange(addTopic, { draft })
  const whyNot =
    code.trim() && !codeFault(code) && fields.title.trim()
      ? null
      : { vi: 'Cần mã và tên chuyên đề.', en: 'Code and title are needed.' }
  const add = async () => {
    if (whyNot) return
    if (await adding.run({ frameworkId, frameworkTopicId, code: code.trim(), ...fields })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Thêm chuyên đề', en: 'Add a topic' }} onClose={onClose}>
      <Form
        onSubmit={add}
        draft={draft}
        problem={adding.problem}
        actions={
          <Button look="primary" submit pending={adding.pending} whyNot={whyNot}>
            {say({ vi: 'Thêm chuyên đề', en: 'Add the topic' })}
          </Button>
        }
      >
        <TextField
          at="code"
          label={{ vi: 'Mã chuyên đề', en: 'Code' }}
          hint={{ vi: 'Giữ nguyên qua các phiên bản, chẳng hạn CĐ1', en: 'The same in all versions' }}
          required
          maxLength={20}
          fault={codeFault(code)}
          value={code}
          onChange={setCode}
        />
        <TopicFieldset of={fields} others={topicList} onChange={setFields} />
      </Form>
    </Dialog>
  )
}

type Props = NewProps & { readonly topic: Topic }

/** A topic of a draft is changed, or taken out. */
export function TopicDialog({ of, topic, onClose }: Props) {
  const { frameworkTopicId, code } = topic
  const draft = useDraft('frameworks.changeTopic', frameworkTopicId)
  const was = useSeen(draft, 'seen', fieldsOf(topic))
  const [fields, setFields] = useTyped<TopicFields>(draft, 'topic', () => fieldsOf(topic))
  const changing = useEdit(useChange(changeTopic, { draft }))
  const dropping = useChange(dropTopic)
  const changes = fields.title.trim() ? changesOf(was, fields) : null
  return (
    <Dialog title={{ vi: `Chuyên đề ${code}`, en: `Topic ${code}` }} onClose={onClose}>
      <EditForm
        draft={draft}
        of={changing}
        changes={changes}
        lacking={{ vi: 'Cần tên chuyên đề.', en: 'A title is needed.' }}
        send={() => changing.run({ frameworkTopicId, was, ...changes })}
        about={`${code}: ${was.title}`}
        words={frameworkWords}
        beside={
          <Button
            look="quiet"
            pending={dropping.pending}
            onClick={async () => {
              if (await dropping.run({ frameworkTopicId })) onClose()
            }}
          >
            {say({ vi: 'Bỏ chuyên đề', en: 'Take it out' })}
          </Button>
        }
        onDone={onClose}
      >
        <ProblemNote of={dropping.problem} />
        <TopicFieldset of={fields} others={of.topicList.filter((one) => one.code !== code)} onChange={setFields} />
      </EditForm>
    </Dialog>
  )
}
