import type { HouseholdId, ReviewCaseId } from '#kernel/ids.ts'
import { today } from '#platform/web/day.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { showCase } from '../../desk/ui/calls.ts'
import type { Purpose } from '../../model.ts'
import { purposeSaid } from '../../rules/purposes.ts'
import { VerdictWhy } from './VerdictWhy.tsx'

export type WhyOf = {
  readonly householdId: HouseholdId
  readonly caseId: ReviewCaseId
  readonly headName: string
  readonly purpose: Purpose
}

/** The explanation of one class, at the side of the list it was asked from. */
export function WhyDialog({ of, onClose }: { of: WhyOf; onClose: () => void }) {
  const read = useRead(showCase, { householdId: of.householdId, caseId: of.caseId })
  return (
    <Dialog title={say({ vi: 'Vì sao? {name}', en: 'Why? {name}' }, { name: of.headName })} onClose={onClose} side>
      <Reading of={read} rows={6}>
        {({ survey, round, closes }) => {
          const found = survey?.verdicts.find((one) => one.purpose === of.purpose)
          return survey && found ? (
            <VerdictWhy
              heading={purposeSaid(of.purpose, closes ? round.classesHoldFrom : null, today())}
              of={found}
              facts={survey.facts}
            />
          ) : (
            <Empty title={{ vi: 'Hộ này chưa có kết quả.', en: 'No verdict for this household yet.' }} />
          )
        }}
      </Reading>
    </Dialog>
  )
}
