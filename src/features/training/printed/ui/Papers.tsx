/** The papers of a plan: drafts are marked as such, what is approved is printed as it was approved. */
import { href } from '#platform/web/calls.ts'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'
import type { PlanAnswer } from '../../plan/ui/plan.ts'
import { planDocx, planPdf, planXlsx } from './calls.ts'

export function Papers({ of: { trainingPlanId, state, coded } }: { of: PlanAnswer }) {
  const key = { trainingPlanId }
  return (
    <Section title={{ vi: 'Văn bản', en: 'Papers' }}>
      <p>
        {state === 'drafted'
          ? say({
              vi: 'Bản in của bản thảo có chữ DỰ THẢO trên mỗi trang.',
              en: 'Prints of a draft say so on every page.',
            })
          : coded
            ? say({
                vi: 'Bản in giữ nguyên như khi phê duyệt.',
                en: 'Prints are as it was approved.',
              })
            : say({
                vi: 'Kế hoạch được ghi phê duyệt trước khi phần mềm cấp mã kiểm tra: bản in dựng lại từ dữ liệu và không có mã. Căn cứ là văn bản gốc đã ký, đóng dấu.',
                en: 'It was approved before papers had a code: prints are drawn from the data and bear none. What counts is the original that was signed.',
              })}
      </p>
      <div class="form-actions">
        <LinkButton href={href(planPdf, key)} download>
          {say({ vi: 'Kế hoạch (PDF)', en: 'Plan (PDF)' })}
        </LinkButton>
        <LinkButton href={href(planDocx, key)} download>
          {say({ vi: 'Kế hoạch (Word)', en: 'Plan (Word)' })}
        </LinkButton>
        <LinkButton href={href(planXlsx, key)} download>
          {say({ vi: 'Phụ lục có công thức (Excel)', en: 'Annexes with formulas (Excel)' })}
        </LinkButton>
      </div>
    </Section>
  )
}
