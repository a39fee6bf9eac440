import type { FrameworkTopicId, TrainingWishId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { OpenTopic } from '../model.ts'
import { requestTopic } from './calls.ts'
import { topicChoices } from './need.ts'

/** A person asks for a topic for themselves, with the reason. */
export function RequestDialog({ topics, onClose }: { topics: readonly OpenTopic[]; onClose: () => void }) {
  const draft = useDraft('needs.request', 'mine')
  const [topicId, setTopicId] = useTyped<FrameworkTopicId | null>(draft, 'topicId', null)
  const [reason, setReason] = useTyped(draft, 'reason', '')
  const trainingWishId = useMade(draft, 'trainingWishId', () => newId<'training_wish'>() as TrainingWishId)
  const asking = useChange(requestTopic, { draft })
  const ask = async () => {
    if (topicId && reason.trim() && (await asking.run({ trainingWishId, topicId, reason: reason.trim() }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Đề nghị được học', en: 'Ask to learn' }} onClose={onClose}>
      <Form
        onSubmit={ask}
        draft={draft}
        problem={asking.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={asking.pending}
            whyNot={
              topicId && reason.trim() ? null : { vi: 'Cần chuyên đề và lý do.', en: 'Topic and reason are needed.' }
            }
          >
            {say({ vi: 'Gửi đề nghị', en: 'Ask' })}
          </Button>
        }
      >
        <ChoiceField<FrameworkTopicId>
          as="select"
          at="topicId"
          label={{ vi: 'Chuyên đề', en: 'Topic' }}
          hint={
            topics.length > 0
              ? undefined
              : { vi: 'Tỉnh chưa có khung nào được phê duyệt.', en: 'The province has no approved framework.' }
          }
          required
          choices={topicChoices(topics)}
          value={topicId}
          onChange={setTopicId}
        />
        <TextField
          at="reason"
          label={{ vi: 'Lý do', en: 'Reason' }}
          hint={{ vi: 'Công việc nào cần đến chuyên đề này', en: 'For which work it is needed' }}
          required
          lines={3}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      </Form>
    </Dialog>
  )
}
