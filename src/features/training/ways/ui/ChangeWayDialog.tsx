import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import type { Way } from '../model.ts'
import { changeWay } from './calls.ts'

const label = { vi: 'Số km đường bộ', en: 'Km by road' }
const words: FieldWords = { label: () => label, show: (_field, value) => String(value ?? '') }

/** How far it is, measured anew. */
export function ChangeWayDialog({ of, onClose }: { of: Way; onClose: () => void }) {
  const { trainingWayId, fromName, toName } = of
  const draft = useDraft('ways.change', trainingWayId)
  const was = useSeen(draft, 'seen', { km: of.km })
  const [km, setKm] = useTyped<number | null>(draft, 'km', of.km)
  const changing = useEdit(useChange(changeWay, { draft }))
  const changes = km === null ? null : changesOf(was, { km })
  return (
    <Dialog title={{ vi: 'Sửa số km', en: 'Change how far it is' }} onClose={onClose}>
      <p>{`${fromName} - ${toName}`}</p>
      <EditForm
        draft={draft}
        of={changing}
        changes={changes}
        lacking={{ vi: 'Cần số km.', en: 'Km are needed.' }}
        send={async () => (km === null ? null : changing.run({ trainingWayId, was, km }))}
        about={`${fromName} - ${toName}`}
        words={words}
        onDone={onClose}
      >
        <NumberField at="km" label={label} required min={1} max={1000} value={km} onChange={setKm} />
      </EditForm>
    </Dialog>
  )
}
