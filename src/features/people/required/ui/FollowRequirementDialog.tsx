import type { PostRequirementId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { TextFields } from '../../norms/ui/RuleFields.tsx'
import { noText, type TypedText, textOf } from '../../norms/ui/rule.ts'
import { qualificationWords } from '../../roster/model.ts'
import type { Requirement } from '../model.ts'
import { followRequirement } from './calls.ts'
import { MinimumField } from './MinimumField.tsx'

/** What is asked from a day on; what was asked before ends that day. */
export function FollowRequirementDialog({ of, onClose }: { of: Requirement; onClose: () => void }) {
  const { requirementId, kind } = of
  const draft = useDraft('required.follow', requirementId)
  const [minimum, setMinimum] = useTyped<string | null>(draft, 'minimum', null)
  const [typed, setTyped] = useTyped<TypedText>(draft, 'text', noText)
  const nextId = useMade(draft, 'nextId', () => newId<'post_requirement'>() as PostRequirementId)
  const following = useChange(followRequirement, { draft })
  const text = textOf(typed)
  const whyNot =
    text && minimum
      ? null
      : {
          vi: 'Cần bậc, ngày áp dụng, căn cứ và độ tin cậy.',
          en: 'Level, day, basis and how sure it is are needed.',
        }
  const follow = async () => {
    if (text && minimum && (await following.run({ requirementId, nextId, minimum, ...text }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi mức yêu cầu mới', en: 'Enter what is asked from now on' }} onClose={onClose}>
      <p>
        {say(of.said)}, {say(qualificationWords[kind]).toLowerCase()}: {say(of.minimumSaid)}
      </p>
      <Form
        onSubmit={follow}
        draft={draft}
        problem={following.problem}
        actions={
          <Button look="primary" submit pending={following.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi mức mới', en: 'Enter' })}
          </Button>
        }
      >
        <MinimumField kind={kind} value={minimum} onChange={setMinimum} />
        <TextFields of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}
