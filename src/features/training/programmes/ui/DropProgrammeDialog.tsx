import { useLocation } from 'preact-iso'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { dropProgramme } from './calls.ts'
import type { ProgrammeAnswer } from './programme.ts'

/** A programme that was entered by mistake; what stands on it is said by the refusal. */
export function DropProgrammeDialog({ of, onClose }: { of: ProgrammeAnswer; onClose: () => void }) {
  const { programmeId } = of
  const draft = useDraft('programmes.drop', programmeId)
  const dropping = useChange(dropProgramme, { draft, refresh: [] })
  const { route } = useLocation()
  const to = useTo()
  return (
    <ReasonDialog
      title={{ vi: 'Bỏ chương trình ghi nhầm', en: 'Drop a programme entered by mistake' }}
      what={{
        vi: `“${of.name}” ra khỏi sổ chương trình; lý do ở nhật ký. Đã có mục tiêu, phần việc, khung hoặc kế hoạch thì không bỏ được.`,
        en: `“${of.name}” leaves the register; the reason stays in the audit. With goals, parts, frameworks or plans it is not dropped.`,
      }}
      deed={{ vi: 'Bỏ chương trình', en: 'Drop it' }}
      danger
      draft={draft}
      pending={dropping.pending}
      problem={dropping.problem}
      onGive={async (because) => {
        if (await dropping.run({ programmeId, because })) route(to('/chuong-trinh'))
      }}
      onClose={onClose}
    />
  )
}
