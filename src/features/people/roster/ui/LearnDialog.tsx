import type { OfficialId, QualificationId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import { say } from '#platform/web/language.ts'
import { useStill } from '#platform/web/still.ts'
import { addQualification } from './calls.ts'
import { LearntFields } from './LearntFields.tsx'
import { learntOf, nothingLearnt, type TypedLearnt, useLevels } from './learnt.ts'

/** What somebody has learnt, or is learning. */
export function LearnDialog({ officialId, onClose }: { officialId: OfficialId; onClose: () => void }) {
  const draft = useDraft('roster.learn', officialId)
  const [learnt, setLearnt] = useTyped<TypedLearnt>(draft, 'learnt', nothingLearnt)
  const qualificationId = useMade(draft, 'qualificationId', () => newId<'qualification'>() as QualificationId)
  const [also, setAlso] = useTyped<boolean | null>(draft, 'also', null)
  const adding = useChange(addQualification, { draft })
  const problem = useStill(adding.problem, adding.problem?.code === 'official.learnt_twice' ? learnt : null)
  const twice = problem?.code === 'official.learnt_twice'
  const sent = learntOf(learnt)
  const whyNot = !sent
    ? { vi: 'Cần loại và trình độ.', en: 'Kind and degree are needed.' }
    : twice && !also
      ? { vi: 'Hãy trả lời có ghi thêm không.', en: 'Say whether it is entered besides.' }
      : null
  const add = async () => {
    if (!sent || whyNot) return
    if (await adding.run({ officialId, qualificationId, ...sent, ...(also && { also }) })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi trình độ đào tạo', en: 'Enter a qualification' }} onClose={onClose}>
      <Form
        onSubmit={add}
        draft={draft}
        problem={problem}
        actions={
          <Button look="primary" submit pending={adding.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi vào sổ', en: 'Enter' })}
          </Button>
        }
      >
        <LearntFields
          learnt={learnt}
          levels={useLevels()}
          onChange={(next) => {
            // What was answered is of what was typed then.
            setAlso(null)
            setLearnt(next)
          }}
        />
        {(twice || also) && (
          <YesNo
            at="also"
            label={{
              vi: 'Hồ sơ đã có trình độ này. Vẫn ghi thêm?',
              en: 'The record has this already. Enter it besides?',
            }}
            required
            value={also}
            onChange={setAlso}
          />
        )}
      </Form>
    </Dialog>
  )
}
