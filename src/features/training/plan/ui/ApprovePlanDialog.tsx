import { type Authority, authorities, authorityNames } from '#kernel/access.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { DecisionForm } from '../../ui/DecisionForm.tsx'
import { BeforeDecided } from './BeforeDecided.tsx'
import { approvePlan } from './calls.ts'
import type { PlanAnswer } from './plan.ts'

export function ApprovePlanDialog({ of, onClose }: { of: PlanAnswer; onClose: () => void }) {
  const { trainingPlanId, edits } = of
  const draft = useDraft('plans.approve', trainingPlanId)
  const [name, setName] = useTyped(draft, 'signer', '')
  const [authority, setAuthority] = useTyped<Authority>(draft, 'authority', 'own')
  const signer = name.trim() ? { name: name.trim(), authority } : null
  const approving = useChange(approvePlan, { draft })
  return (
    <Dialog title={{ vi: 'Ghi phê duyệt kế hoạch', en: 'Record the approval' }} onClose={onClose}>
      {!of.submitted && (
        <Notice look="waits">
          {say({
            vi: 'Người lập chưa trình bản thảo này, hoặc đã sửa sau khi trình.',
            en: 'Nobody has submitted the draft as it is now.',
          })}
        </Notice>
      )}
      <BeforeDecided of={of} />
      <DecisionForm
        about={say({
          vi: 'Ghi quyết định đã ký. Sau khi ghi, kế hoạch không sửa được nữa; đơn vị cấp dưới đọc được và lập kế hoạch của mình.',
          en: 'Record the signed decision. Afterwards nobody alters the plan; the units below read it and make theirs.',
        })}
        unit={of.areaName}
        act={{ vi: 'Ghi phê duyệt', en: 'Record the approval' }}
        draft={draft}
        change={approving}
        run={(by) => approving.run({ trainingPlanId, edits, ...by, ...(signer && { signer }) })}
        onClose={onClose}
      >
        <TextField
          at="signer"
          label={{ vi: 'Người ký', en: 'Signed by' }}
          hint={{ vi: 'In dưới chữ ký của kế hoạch', en: 'Printed under the signature' }}
          maxLength={120}
          value={name}
          onChange={setName}
        />
        {name.trim() !== '' && (
          <ChoiceField<Authority>
            label={{ vi: 'Thẩm quyền ký', en: 'By what authority' }}
            required
            choices={authorityNames.map((value) => ({ value, label: authorities[value] }))}
            value={authority}
            onChange={setAuthority}
          />
        )}
      </DecisionForm>
    </Dialog>
  )
}
