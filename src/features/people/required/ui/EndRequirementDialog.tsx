import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { EndFields } from '../../norms/ui/RuleFields.tsx'
import { endOf, noEnd, type TypedEnd } from '../../norms/ui/rule.ts'
import { qualificationWords } from '../../roster/model.ts'
import type { Requirement } from '../model.ts'
import { endRequirement } from './calls.ts'

/** The requirement holds no more, or never did. It stays in the list. */
export function EndRequirementDialog({ of, onClose }: { of: Requirement; onClose: () => void }) {
  const { requirementId } = of
  const draft = useDraft('required.end', requirementId)
  const [typed, setTyped] = useTyped<TypedEnd>(draft, 'end', noEnd)
  const ending = useChange(endRequirement, { draft })
  const sent = endOf(typed)
  const whyNot = sent ? null : { vi: 'Cần ngày cuối và lý do.', en: 'Last day and reason are needed.' }
  const end = async () => {
    if (sent && (await ending.run({ requirementId, ...sent }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Tiêu chuẩn hết hiệu lực', en: 'End of the requirement' }} onClose={onClose}>
      <p>
        {say(of.said)}, {say(qualificationWords[of.kind]).toLowerCase()}: {say(of.minimumSaid)}
      </p>
      <Form
        onSubmit={end}
        draft={draft}
        problem={ending.problem}
        actions={
          <Button look="danger" submit pending={ending.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi hết hiệu lực', en: 'Record the end' })}
          </Button>
        }
      >
        <EndFields of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}
