import type { ClassTestId, TrainingClassId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { draftTest } from './calls.ts'
import { TestFields } from './TestFields.tsx'
import { noTest, type TypedTest, testLacks, testSent } from './test.ts'
import type { TestsAnswer } from './tests.ts'

type Props = {
  readonly of: TestsAnswer
  readonly areaId: string
  readonly chosen: TrainingClassId | null
  readonly onClose: (drafted?: ClassTestId) => void
}

/** A test of a class: what is to be drawn for it. */
export function DraftTestDialog({ of, areaId, chosen, onClose }: Props) {
  const draft = useDraft('classTests.draft', areaId)
  const classTestId = useMade(draft, 'classTestId', () => newId<'class_test'>() as ClassTestId)
  const [classId, setClassId] = useTyped<TrainingClassId | null>(draft, 'classId', chosen)
  const [typed, setTyped] = useTyped<TypedTest>(draft, 'test', () => noTest(classTestId.slice(-8)))
  const drafting = useChange(draftTest, { draft })
  const sent = testSent(typed)
  const make = async () => {
    if (sent && classId && (await drafting.run({ classTestId, trainingClassId: classId, ...sent })))
      onClose(classTestId)
  }
  const nothing = of.classes.length === 0 || of.topics.length === 0
  return (
    <Dialog title={{ vi: 'Soạn bài kiểm tra', en: 'Draft a test' }} onClose={() => onClose()}>
      {nothing ? (
        <Empty
          title={{ vi: 'Chưa có lớp hoặc chuyên đề nào.', en: 'There is no class or no topic yet.' }}
          why={{
            vi: 'Bài kiểm tra là của một lớp, và hỏi về chuyên đề của khung đào tạo đã phê duyệt.',
            en: 'A test is of a class, and asks about topics of an approved framework.',
          }}
        />
      ) : (
        <Form
          onSubmit={make}
          draft={draft}
          problem={drafting.problem}
          actions={
            <Button look="primary" submit pending={drafting.pending} whyNot={sent && classId ? null : testLacks}>
              {say({ vi: 'Ghi bài kiểm tra', en: 'Draft' })}
            </Button>
          }
        >
          <ChoiceField<TrainingClassId>
            at="trainingClassId"
            as="select"
            label={{ vi: 'Lớp', en: 'Class' }}
            required
            choices={of.classes.map(({ trainingClassId: value, title: label }) => ({ value, label }))}
            value={classId}
            onChange={setClassId}
          />
          <TestFields of={typed} topics={of.topics} onChange={setTyped} />
        </Form>
      )}
    </Dialog>
  )
}
