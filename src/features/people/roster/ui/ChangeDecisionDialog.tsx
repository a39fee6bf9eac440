import { findPlainDate, showDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { DayField } from '#platform/web/kit/DayField.tsx'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { postSaid } from '../columns.ts'
import type { Appointment } from '../model.ts'
import { changeDecision } from './calls.ts'

const labels: Readonly<Record<string, Words>> = {
  decisionNumber: { vi: 'Số quyết định', en: 'Number of the decision' },
  decidedOn: { vi: 'Ngày quyết định', en: 'Day of the decision' },
}
const words: FieldWords = {
  label: (field) => labels[field] ?? { vi: field, en: field },
  show: (field, value) => (value ? (field === 'decidedOn' ? showDate(value as never) : String(value)) : ''),
}

/** The paper of a post that was given before it came, or whose number was typed wrongly. */
export function ChangeDecisionDialog({ of, onClose }: { of: Appointment; onClose: () => void }) {
  const draft = useDraft('roster.decision', of.appointmentId)
  const was = useSeen(draft, 'seen', { decisionNumber: of.decisionNumber ?? '', decidedOn: of.decidedOn })
  const [decisionNumber, setNumber] = useTyped(draft, 'decisionNumber', was.decisionNumber)
  const [decidedOn, setDay] = useTyped<string | null>(draft, 'decidedOn', was.decidedOn)
  const changing = useEdit(useChange(changeDecision, { draft }))
  const changes = changesOf(was, { decisionNumber: decisionNumber.trim(), decidedOn: findPlainDate(decidedOn ?? '') })
  return (
    <Dialog title={{ vi: 'Sửa quyết định giao chức danh', en: 'Change the decision' }} onClose={onClose}>
      <p>
        {say(postSaid(of))}, {of.place}
      </p>
      <EditForm
        draft={draft}
        of={changing}
        changes={changes}
        lacking={{ vi: 'Chưa có gì đổi.', en: 'Nothing has changed.' }}
        send={() => changing.run({ appointmentId: of.appointmentId, was, ...changes })}
        about={say(postSaid(of))}
        words={words}
        onDone={onClose}
      >
        <TextField
          label={labels.decisionNumber as Words}
          at="decisionNumber"
          value={decisionNumber}
          onChange={setNumber}
          maxLength={60}
        />
        <DayField label={labels.decidedOn as Words} at="decidedOn" value={decidedOn} onChange={setDay} />
      </EditForm>
    </Dialog>
  )
}
