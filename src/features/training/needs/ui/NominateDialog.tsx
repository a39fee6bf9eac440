import { OfficialPicker } from '#features/people/roster/ui/OfficialPicker.tsx'
import type { AreaId, FrameworkTopicId, OfficialId, TrainingWishId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { Need, OpenTopic } from '../model.ts'
import { nominate } from './calls.ts'
import { topicChoices } from './need.ts'

type Props = {
  readonly areaId: AreaId
  readonly topics: readonly OpenTopic[]
  /** The request that it answers. */
  readonly of?: Need
  readonly onClose: () => void
}
type Somebody = { readonly officialId: OfficialId; readonly name: string }

/** The unit names one of its people for a topic, with the reason. */
export function NominateDialog({ areaId, topics, of, onClose }: Props) {
  const draft = useDraft('needs.nominate', of?.trainingWishId ?? areaId)
  const asking = of?.officialId ? { officialId: of.officialId, name: of.person ?? '' } : null
  const [who, setWho] = useTyped<Somebody | null>(draft, 'who', asking)
  const [topicId, setTopicId] = useTyped<FrameworkTopicId | null>(draft, 'topicId', of?.topic?.topicId ?? null)
  const [reason, setReason] = useTyped(draft, 'reason', of?.reason ?? '')
  const trainingWishId = useMade(draft, 'trainingWishId', () => newId<'training_wish'>() as TrainingWishId)
  const nominating = useChange(nominate, { draft })
  const ready = who && topicId && reason.trim()
  const add = async () => {
    if (!(who && topicId && reason.trim())) return
    const { officialId } = who
    if (await nominating.run({ areaId, trainingWishId, officialId, topicId, reason: reason.trim() })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Cử người đi học', en: 'Nominate for training' }} onClose={onClose}>
      <Form
        onSubmit={add}
        draft={draft}
        problem={nominating.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={nominating.pending}
            whyNot={ready ? null : { vi: 'Cần người, chuyên đề và lý do.', en: 'Person, topic and reason are needed.' }}
          >
            {say({ vi: 'Cử đi học', en: 'Nominate' })}
          </Button>
        }
      >
        <OfficialPicker
          at="officialId"
          label={{ vi: 'Người được cử', en: 'Who' }}
          required
          chosen={who?.name ?? null}
          onChoose={(officialId, name) => setWho({ officialId, name })}
        />
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
