import type { OpenTopic } from '#features/training/needs/model.ts'
import type { AreaId, FrameworkTopicId, QuestionId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import type { BodyOf, QuestionPool } from '../model.ts'
import { enterQuestion } from './calls.ts'
import { QuestionFields } from './QuestionFields.tsx'
import { lacking, noQuestion, questionSent, type TypedQuestion } from './question.ts'
import { poolChoices, topicChoices } from './topics.ts'

type Props = {
  readonly of: { readonly areaId: AreaId; readonly name: string }
  readonly topics: readonly OpenTopic[]
  /** A household that was tried, to be classified. */
  readonly household?: BodyOf<'household'>
  readonly onClose: (entered?: QuestionId) => void
}

const classify: TypedQuestion = {
  ...noQuestion,
  kind: 'household',
  ask: 'Hộ này thuộc loại nào?',
}

/** A question into the bank of a unit. */
export function EnterQuestionDialog({ of, topics, household, onClose }: Props) {
  const draft = useDraft('questions.enter', household ? `${of.areaId}/household` : of.areaId)
  const [topic, setTopic] = useTyped<FrameworkTopicId | null>(draft, 'topic', null)
  const [pool, setPool] = useTyped<QuestionPool>(draft, 'pool', 'test')
  const [typed, setTyped] = useTyped<TypedQuestion>(draft, 'question', household ? classify : noQuestion)
  const questionId = useMade(draft, 'questionId', () => newId<'question'>() as QuestionId)
  const entering = useChange(enterQuestion, { draft })
  const said = questionSent(typed, household ?? null)
  const enter = async () => {
    if (!said || !topic) return
    if (await entering.run({ questionId, areaId: of.areaId, topicId: topic, pool, ...said })) onClose(questionId)
  }
  return (
    <Dialog title={{ vi: 'Ghi câu hỏi', en: 'Enter a question' }} onClose={() => onClose()}>
      {topics.length === 0 ? (
        <Empty
          title={{ vi: 'Chưa có chuyên đề nào.', en: 'There is no topic yet.' }}
          why={{
            vi: 'Câu hỏi đứng dưới một chuyên đề của khung đào tạo đã phê duyệt; tỉnh chưa có khung nào.',
            en: 'A question stands under a topic of an approved framework; the province has none.',
          }}
        />
      ) : (
        <Form
          onSubmit={enter}
          draft={draft}
          problem={entering.problem}
          actions={
            <Button look="primary" submit pending={entering.pending} whyNot={said && topic ? null : lacking}>
              {say({ vi: 'Ghi câu hỏi', en: 'Enter' })}
            </Button>
          }
        >
          <p>{say({ vi: 'Vào ngân hàng của {unit}.', en: 'Into the bank of {unit}.' }, { unit: of.name })}</p>
          <ChoiceField<FrameworkTopicId>
            at="topicId"
            label={{ vi: 'Chuyên đề', en: 'Topic' }}
            required
            as="select"
            choices={topicChoices(topics)}
            value={topic}
            onChange={setTopic}
          />
          <ChoiceField<QuestionPool>
            label={{ vi: 'Dùng cho', en: 'For' }}
            required
            choices={poolChoices}
            value={pool}
            onChange={setPool}
          />
          <QuestionFields of={typed} onChange={setTyped} />
        </Form>
      )}
    </Dialog>
  )
}
