import { topicChoices } from '#features/tests/bank/ui/topics.ts'
import type { FrameworkTopicId } from '#kernel/ids.ts'
import { useArea } from '#platform/web/area.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { WholeInquiry } from '../model.ts'
import { shareInquiry } from './calls.ts'

/** The answer is read by all below; what was typed by who asked stays with the question. */
export function ShareDialog({ of, onClose }: { of: WholeInquiry; onClose: () => void }) {
  const { inquiryId, topics } = of
  const { areaId } = useArea()
  const draft = useDraft('inquiries.share', inquiryId)
  const seen = useSeen(draft, 'seen', of.revision)
  const [topicId, setTopic] = useTyped<FrameworkTopicId | null>(draft, 'topic', of.topic?.topicId ?? null)
  const [title, setTitle] = useTyped(draft, 'title', '')
  const sharing = useChange(shareInquiry, { draft })
  const share = async () => {
    if (!areaId || !topicId || !title.trim()) return
    if (await sharing.run({ inquiryId, seen, areaId, topicId, title: title.trim() })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Đưa câu trả lời vào thư viện', en: 'Put the answer into the library' }} onClose={onClose}>
      <p class="study-ask">{of.ask}</p>
      <Form
        onSubmit={share}
        draft={draft}
        problem={sharing.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={sharing.pending}
            whyNot={
              topicId && title.trim()
                ? null
                : { vi: 'Cần chuyên đề và câu hỏi chung.', en: 'Topic and question are needed.' }
            }
          >
            {say({ vi: 'Đưa vào thư viện', en: 'Put in' })}
          </Button>
        }
      >
        <ChoiceField<FrameworkTopicId>
          at="topicId"
          as="select"
          label={{ vi: 'Chuyên đề', en: 'Topic' }}
          required
          choices={topicChoices(topics)}
          value={topicId}
          onChange={setTopic}
        />
        <TextField
          at="title"
          label={{ vi: 'Câu hỏi, viết lại cho mọi người đọc', en: 'The question, in words for everybody' }}
          hint={{
            vi: 'Không nhắc tên ai; lời của người hỏi không vào thư viện.',
            en: 'Without names; the words of who asked do not go in.',
          }}
          required
          maxLength={200}
          value={title}
          onChange={setTitle}
        />
      </Form>
    </Dialog>
  )
}
