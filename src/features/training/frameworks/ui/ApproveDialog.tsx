import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { say } from '#platform/web/language.ts'
import { DecisionForm } from '../../ui/DecisionForm.tsx'
import { approveFramework } from './calls.ts'
import type { FrameworkAnswer } from './framework.ts'

export function ApproveDialog({ of, onClose }: { of: FrameworkAnswer; onClose: () => void }) {
  const { frameworkId, edits } = of
  const draft = useDraft('frameworks.approve', frameworkId)
  const approving = useChange(approveFramework, { draft })
  return (
    <Dialog title={{ vi: 'Ghi phê duyệt khung', en: 'Record the approval' }} onClose={onClose}>
      <DecisionForm
        about={say({
          vi: 'Ghi quyết định đã ký. Sau khi ghi, khung không sửa được nữa; muốn sửa thì lập phiên bản mới.',
          en: 'Record the signed decision. Afterwards nobody alters the framework; a new version is made to change it.',
        })}
        unit={of.areaName}
        act={{ vi: 'Ghi phê duyệt', en: 'Record the approval' }}
        draft={draft}
        change={approving}
        run={(by) => approving.run({ frameworkId, edits, ...by })}
        onClose={onClose}
      />
    </Dialog>
  )
}
