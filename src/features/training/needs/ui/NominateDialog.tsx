import { OfficialPicker } from '#features/people/roster/ui/OfficialPicker.tsx'
import type { AreaId, FrameworkTopicId, OfficialId, TrainingWishId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import { say } from '#platform/web/language.ts'
import { useStill } from '#platform/web/still.ts'
import { mostNominated, type Need, type OpenTopic } from '../model.ts'
import { ByPost, type Official } from './ByPost.tsx'
import { ChosenPeople } from './ChosenPeople.tsx'
import { nominate } from './calls.ts'
import { type Sent, type Somebody, topicChoices } from './need.ts'

type Props = {
  readonly areaId: AreaId
  readonly topics: readonly OpenTopic[]
  /** The request that it answers. */
  readonly of?: Need
  /** How many were nominated, and for which topic. */
  readonly onSent: (sent: Sent) => void
  readonly onClose: () => void
}
const chosen = (officialId: OfficialId, name: string): Somebody => ({
  ...{ officialId, name, trainingWishId: newId<'training_wish'>() as TrainingWishId },
})
/** What the server asks about before it writes. */
const questions = ['need.seated', 'need.gone', 'need.not_audience', 'need.several']
const lacking = { vi: 'Cần người, chuyên đề và lý do.', en: 'Person, topic and reason are needed.' }
const tooMany = {
  vi: `Mỗi lần cử không quá ${mostNominated} người; hãy cử làm nhiều lần.`,
  en: `No more than ${mostNominated} people at once; nominate them in several sendings.`,
}

/** The unit names people of its own for a topic, with the reason. */
export function NominateDialog({ areaId, topics, of, onSent, onClose }: Props) {
  const draft = useDraft('needs.nominate', of?.trainingWishId ?? areaId)
  const asking = of?.officialId ? [chosen(of.officialId, of.person ?? '')] : []
  const [people, setPeople] = useTyped<readonly Somebody[]>(draft, 'people', asking)
  const [topicId, setTopicId] = useTyped<FrameworkTopicId | null>(draft, 'topicId', of?.topic?.topicId ?? null)
  const [reason, setReason] = useTyped(draft, 'reason', of?.reason ?? '')
  const [also, setAlso] = useTyped<boolean | null>(draft, 'also', null)
  const nominating = useChange(nominate, { draft })
  const problem = useStill(nominating.problem, [people, topicId])
  const asked = questions.includes(problem?.code ?? '')
  const whyNot =
    people.length > mostNominated
      ? tooMany
      : people.length === 0 || !topicId || !reason.trim()
        ? lacking
        : asked && !also
          ? { vi: 'Hãy trả lời có vẫn cử không.', en: 'Say whether they are nominated all the same.' }
          : null
  const add = async () => {
    if (whyNot || !topicId) return
    const nominations = people.map(({ trainingWishId, officialId }) => ({ trainingWishId, officialId }))
    if (await nominating.run({ areaId, nominations, topicId, reason: reason.trim(), ...(also && { also }) })) {
      onSent({ people: people.length, topicId, said: topics.find((one) => one.topicId === topicId) ?? null })
      onClose()
    }
  }
  const addAll = (more: readonly Official[]) => {
    const there = new Set(people.map(({ officialId }) => officialId))
    const others = more.filter(({ officialId }) => !there.has(officialId))
    setAlso(null)
    setPeople([...people, ...others.map(({ officialId, name }) => chosen(officialId, name))])
  }
  const choose = (officialId: OfficialId, name: string) => {
    if (!people.some((one) => one.officialId === officialId)) setPeople([...people, chosen(officialId, name)])
  }
  return (
    <Dialog title={{ vi: 'Cử người đi học', en: 'Nominate for training' }} onClose={onClose}>
      <Form
        onSubmit={add}
        draft={draft}
        problem={problem}
        actions={
          <Button look="primary" submit pending={nominating.pending} whyNot={whyNot}>
            {say({ vi: 'Cử đi học', en: 'Nominate' })}
          </Button>
        }
      >
        <OfficialPicker
          at="nominations"
          label={people.length === 0 ? { vi: 'Người được cử', en: 'Who' } : { vi: 'Thêm người', en: 'Somebody else' }}
          hint={{
            vi: 'Gõ tên rồi chọn từng người; cử nhiều người cùng một chuyên đề trong một lần.',
            en: 'Type a name and choose; several people may be named for the same topic at once.',
          }}
          // The box is empty again after each choice: who is chosen stands below it.
          required={people.length === 0}
          chosen={null}
          present
          onChoose={choose}
        />
        <ByPost areaId={areaId} chosen={people} onAdd={addAll} />
        {people.length > 0 && (
          <ChosenPeople
            people={people}
            taken={(problem?.facts.officialIds ?? []) as readonly OfficialId[]}
            onChange={(next) => {
              // What was answered is of who stood there then.
              setAlso(null)
              setPeople(next)
            }}
          />
        )}
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
          onChange={(topic) => {
            // What was answered is of that topic.
            setAlso(null)
            setTopicId(topic)
          }}
        />
        {(asked || also) && (
          <YesNo
            at="also"
            label={{ vi: 'Vẫn cử những người này?', en: 'Nominate them all the same?' }}
            required
            value={also}
            onChange={setAlso}
          />
        )}
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
