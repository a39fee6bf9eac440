import { findPlainDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { DecisionFields, type Typed, undecided } from '../../ui/DecisionFields.tsx'
import { approveFramework } from './calls.ts'
import type { FrameworkAnswer } from './framework.ts'

/** The decision that approves the draft as it is shown; nobody alters it afterwards. */
export function ApproveDialog({ of, onClose }: { of: FrameworkAnswer; onClose: () => void }) {
  const { frameworkId, edits } = of
  const draft = useDraft('frameworks.approve', frameworkId)
  const [typed, setTyped] = useTyped<Typed>(draft, 'decision', undecided)
  const approving = useChange(approveFramework, { draft })
  const decidedOn = findPlainDate(typed.day ?? '')
  const [number, issuer] = [typed.number.trim(), typed.issuer.trim()]
  const whyNot =
    number && issuer && decidedOn
      ? null
      : { vi: 'Cần số, ngày và cơ quan ban hành.', en: 'Number, day and issuer are needed.' }
  const approve = async () => {
    if (decidedOn && !whyNot && (await approving.run({ frameworkId, number, decidedOn, issuer, edits }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi phê duyệt khung', en: 'Record the approval' }} onClose={onClose}>
      <p>
        {say({
          vi: 'Ghi quyết định đã ký. Sau khi ghi, khung không sửa được nữa; muốn sửa thì lập phiên bản mới.',
          en: 'Record the signed decision. Afterwards nobody alters the framework; a new version is made to change it.',
        })}
      </p>
      <Form
        onSubmit={approve}
        draft={draft}
        problem={approving.problem}
        actions={
          <Button look="primary" submit pending={approving.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi phê duyệt', en: 'Record the approval' })}
          </Button>
        }
      >
        <DecisionFields of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}
