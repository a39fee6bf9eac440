import type { OfficialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { useEdit } from '#platform/web/edits.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Decide } from '#platform/web/kit/Decide.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import type { QualificationView } from '../model.ts'
import { changeQualification } from './calls.ts'
import { LearntFields } from './LearntFields.tsx'
import { type Learnt, learntOf, learntWords, type TypedLearnt, typedLearnt } from './learnt.ts'

type Props = { readonly officialId: OfficialId; readonly of: QualificationView; readonly onClose: () => void }

/** What is sent of a change: the fields that are not as they were. */
const changesOf = (was: Learnt, now: Learnt): Partial<Learnt> =>
  Object.fromEntries(Object.entries(now).filter(([field, value]) => value !== was[field as keyof Learnt]))

export function ChangeLearntDialog({ officialId, of, onClose }: Props) {
  const { qualificationId, ...current } = of
  const draft = useDraft('roster.learn_change', qualificationId)
  const was = useSeen<Learnt>(draft, 'seen', current)
  const [learnt, setLearnt] = useTyped<TypedLearnt>(draft, 'learnt', () => typedLearnt(current))
  const changing = useEdit(useChange(changeQualification, { draft }))
  const sent = learntOf(learnt)
  const changes = sent ? changesOf(was, sent) : {}
  const whyNot = !sent
    ? { vi: 'Cần loại và trình độ.', en: 'Kind and degree are needed.' }
    : Object.keys(changes).length === 0
      ? { vi: 'Chưa có gì thay đổi.', en: 'Nothing is changed yet.' }
      : null
  const change = async () => {
    if (!whyNot && (await changing.run({ officialId, qualificationId, was, ...changes }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Sửa trình độ đào tạo', en: 'Change the qualification' }} onClose={onClose}>
      <Form
        onSubmit={change}
        draft={draft}
        problem={changing.problem}
        actions={
          <Button look="primary" submit pending={changing.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi thay đổi', en: 'Record the change' })}
          </Button>
        }
      >
        <LearntFields learnt={learnt} onChange={setLearnt} />
      </Form>
      <Decide of={changing} about={was.title} words={learntWords} onDone={onClose} />
    </Dialog>
  )
}
