/** The acts of the register and of the list of a round, opened from the notice that asks for them. */
import { useState } from 'preact/hooks'
import { showHousehold } from '#features/households/ui/calls.ts'
import { EndForm } from '#features/households/ui/changes/EndForm.tsx'
import { MergeForm } from '#features/households/ui/changes/MergeForm.tsx'
import { showRound } from '#features/rounds/ui/calls.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { showCase } from '../../desk/ui/calls.ts'
import { AddHouseholdDialog } from '../../ui/cases/AddHouseholdDialog.tsx'
import { RecordDialog } from '../../unsurveyed/ui/RecordDialog.tsx'
import type { OfficeNotice } from '../model.ts'
import { detailText } from '../rules/told.ts'
import '#features/households/ui/households.css'
import '../../ui/checking/checking.css'

const deeds = {
  add: { vi: 'Thêm hộ có trong sổ vào danh sách', en: 'Add a household of the register' },
  end: { vi: 'Ghi cả hộ chuyển đi', en: 'Record that it left' },
  merge: { vi: 'Nhập vào hộ khác', en: 'Merge into another' },
  unsurveyed: { vi: 'Ghi không khảo sát được', en: 'Record: not surveyed' },
} as const

type Props = { readonly deed: keyof typeof deeds; readonly of: OfficeNotice }

export function Act({ deed, of }: Props) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(deeds[deed])}</Button>
      {open && deed === 'add' && <Adding of={of} onClose={close} />}
      {open && deed === 'unsurveyed' && <Leaving of={of} onClose={close} />}
      {open && (deed === 'end' || deed === 'merge') && of.householdId && (
        <Register deed={deed} of={of} householdId={of.householdId} onClose={close} />
      )}
    </>
  )
}

function Adding({ of, onClose }: { of: OfficeNotice; onClose: () => void }) {
  const round = useRead(showRound, { roundId: of.roundId })
  return round.data && <AddHouseholdDialog of={round.data} onClose={onClose} />
}

/** As its case stands when it is opened; what the village told stands in the form. */
function Leaving({ of, onClose }: { of: OfficeNotice; onClose: () => void }) {
  const { roundId, householdId, caseId, kind, details } = of
  const read = useRead(showCase, householdId && caseId ? { householdId, caseId } : null)
  if (!read.data || (kind !== 'refuses' && kind !== 'absent')) return <ProblemNote of={read.problem} />
  const first = { kind, words: say(detailText(kind, details)) }
  return <RecordDialog roundId={roundId} rows={[read.data.case]} first={first} onDone={onClose} onClose={onClose} />
}

type RegisterProps = {
  readonly deed: 'end' | 'merge'
  readonly of: OfficeNotice
  readonly householdId: HouseholdId
  readonly onClose: () => void
}

/** What the village told stands in the form already: the day they left, the household it is the same as. */
function Register({ deed, of: { kind, details }, householdId, onClose }: RegisterProps) {
  const { on = null, otherId, otherName = '' } = details
  const read = useRead(showHousehold, { householdId })
  return (
    <Dialog title={deeds[deed]} onClose={onClose}>
      <Reading of={read} rows={4}>
        {(household) =>
          deed === 'end' ? (
            <EndForm
              household={household}
              onDone={onClose}
              first={{ reason: kind === 'moved' ? 'moved_away' : null, day: on }}
            />
          ) : (
            <MergeForm
              household={household}
              onDone={onClose}
              first={otherId ? { householdId: otherId, headName: otherName } : null}
            />
          )
        }
      </Reading>
    </Dialog>
  )
}
