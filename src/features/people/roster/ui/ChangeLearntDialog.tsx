import type { OfficialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import type { QualificationView } from '../model.ts'
import { changeQualification } from './calls.ts'
import { LearntFields } from './LearntFields.tsx'
import { type Learnt, learntOf, learntWords, type TypedLearnt, typedLearnt, useLevels } from './learnt.ts'

type Props = { readonly officialId: OfficialId; readonly of: QualificationView; readonly onClose: () => void }

export function ChangeLearntDialog({ officialId, of, onClose }: Props) {
  const { qualificationId, levelSaid: _said, ...current } = of
  const draft = useDraft('roster.learn_change', qualificationId)
  const was = useSeen<Learnt>(draft, 'seen', current)
  const [learnt, setLearnt] = useTyped<TypedLearnt>(draft, 'learnt', () => typedLearnt(current))
  const changing = useEdit(useChange(changeQualification, { draft }))
  const levels = useLevels()
  const sent = learntOf(learnt)
  const changes = sent && changesOf(was, sent)
  return (
    <Dialog title={{ vi: 'Sửa trình độ đào tạo', en: 'Change the qualification' }} onClose={onClose}>
      <EditForm
        draft={draft}
        of={changing}
        changes={changes}
        lacking={{ vi: 'Cần loại và trình độ.', en: 'Kind and degree are needed.' }}
        send={() => changing.run({ officialId, qualificationId, was, ...changes })}
        about={was.title}
        words={learntWords(levels)}
        onDone={onClose}
      >
        <LearntFields learnt={learnt} levels={levels} onChange={setLearnt} />
      </EditForm>
    </Dialog>
  )
}
