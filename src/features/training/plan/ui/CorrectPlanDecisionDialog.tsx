import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { useEdit } from '#platform/web/edits.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { CorrectDecisionForm } from '../../ui/CorrectDecisionForm.tsx'
import { correctPlanDecision } from './calls.ts'
import type { PlanAnswer } from './plan.ts'

type Props = { readonly of: PlanAnswer; readonly onClose: () => void }

export function CorrectPlanDecisionDialog({ of, onClose }: Props) {
  const { trainingPlanId, approved, below, coded } = of
  const draft = useDraft('plans.correctDecision', trainingPlanId)
  const correcting = useEdit(useChange(correctPlanDecision, { draft }))
  const plans = below?.approved.plans ?? 0
  return (
    <Dialog title={{ vi: 'Đính chính quyết định phê duyệt', en: 'Correct the approval' }} onClose={onClose}>
      {approved && (
        <CorrectDecisionForm
          of={approved}
          about={[
            coded
              ? {
                  vi: 'Bản in mang số, ngày đã sửa và mã kiểm tra mới; ai kiểm tra bản cũ được dẫn sang bản này. Nội dung kế hoạch không đổi.',
                  en: 'The paper bears what is corrected and a new code; who checks the former is led to it. The plan itself does not change.',
                }
              : {
                  vi: 'Bản in mang số, ngày đã sửa. Nội dung kế hoạch không đổi.',
                  en: 'The paper bears what is corrected. The plan itself does not change.',
                },
            ...(plans > 0
              ? [
                  {
                    vi: `${plans} kế hoạch cấp dưới đã phê duyệt theo kế hoạch này; bản in của họ dẫn số, ngày đã sửa, kèm số ghi khi ký.`,
                    en: `${plans} approved below rest on this plan; their papers cite what is corrected, with the number they bore when signed.`,
                  },
                ]
              : []),
          ]}
          draft={draft}
          name={of.name}
          correcting={correcting}
          run={(by) => correcting.run({ trainingPlanId, ...by })}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}
