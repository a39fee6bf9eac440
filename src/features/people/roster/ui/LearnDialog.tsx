import type { OfficialId, QualificationId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { addQualification } from './calls.ts'
import { LearntFields } from './LearntFields.tsx'
import { learntOf, nothingLearnt, type TypedLearnt, useLevels } from './learnt.ts'

/** What somebody has learnt, or is learning. */
export function LearnDialog({ officialId, onClose }: { officialId: OfficialId; onClose: () => void }) {
  const draft = useDraft('roster.learn', officialId)
  const [learnt, setLearnt] = useTyped<TypedLearnt>(draft, 'learnt', nothingLearnt)
  const qualificationId = useMade(draft, 'qualificationId', () => newId<'qualification'>() as QualificationId)
  const adding = useChange(addQualification, { draft })
  const sent = learntOf(learnt)
  const whyNot = sent ? null : { vi: 'Cần loại và trình độ.', en: 'Kind and degree are needed.' }
  const add = async () => {
    if (sent && (await adding.run({ officialId, qualificationId, ...sent }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi trình độ đào tạo', en: 'Enter a qualification' }} onClose={onClose}>
      <Form
        onSubmit={add}
        draft={draft}
        problem={adding.problem}
        actions={
          <Button look="primary" submit pending={adding.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi vào sổ', en: 'Enter' })}
          </Button>
        }
      >
        <LearntFields learnt={learnt} levels={useLevels()} onChange={setLearnt} />
      </Form>
    </Dialog>
  )
}
