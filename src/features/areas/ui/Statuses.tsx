import { useState } from 'preact/hooks'
import { addDays, findPlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { type Status, statuses, statusNames } from '../words.ts'
import type { AreaAnswer } from './answers.ts'
import { giveStatus } from './calls.ts'

/** The statuses that hold on the day looked at, each by its decision. */
export function Statuses({ areaId, of }: { areaId: AreaId; of: AreaAnswer }) {
  const [adding, setAdding] = useState(false)
  const may = of.can.includes('change')
  return (
    <Section
      title={{ vi: 'Diện theo quyết định', en: 'Status by decision' }}
      action={may && <Button onClick={() => setAdding(true)}>{say({ vi: 'Thêm diện', en: 'Add a status' })}</Button>}
    >
      {of.statuses.length === 0 ? (
        <p class="quiet">{say({ vi: 'Chưa ghi diện nào trong ngày này.', en: 'No status recorded on this day.' })}</p>
      ) : (
        <ul class="areas-relations">
          {of.statuses.map((row) => (
            <li key={row.id}>
              <strong>{say(statuses[row.status])}</strong>, {row.decision}; {say({ vi: 'từ', en: 'since' })}{' '}
              {showDate(row.from)}
              {row.until && ` ${say({ vi: 'đến hết', en: 'to the end of' })} ${showDate(addDays(row.until, -1))}`}{' '}
              <MarkNote mark={row.mark} />
              {row.note && <p class="quiet">{row.note}</p>}
            </li>
          ))}
        </ul>
      )}
      {adding && <StatusDialog areaId={areaId} onClose={() => setAdding(false)} />}
    </Section>
  )
}

const choices = statusNames.map((value) => ({ value, label: statuses[value] }))

function StatusDialog({ areaId, onClose }: { areaId: AreaId; onClose: () => void }) {
  const draft = useDraft('areas.status', areaId)
  const [status, setStatus] = useTyped<Status | null>(draft, 'status', null)
  const [from, setFrom] = useTyped<string | null>(draft, 'from', null)
  const [last, setLast] = useTyped<string | null>(draft, 'last', null)
  const [decision, setDecision] = useTyped(draft, 'decision', '')
  const giving = useChange(giveStatus, { draft })
  const whyNot =
    status && from && decision.trim()
      ? null
      : { vi: 'Cần diện, quyết định và ngày bắt đầu.', en: 'Status, decision and first day are needed.' }
  const give = async () => {
    const first = findPlainDate(from ?? '')
    const lastDay = findPlainDate(last ?? '')
    if (!status || !first) return
    const until = lastDay && addDays(lastDay, 1)
    if (await giving.run({ areaId, status, from: first, until, decision: decision.trim() })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Thêm diện theo quyết định', en: 'Add a status by decision' }} onClose={onClose}>
      <Form
        onSubmit={give}
        draft={draft}
        problem={giving.problem}
        actions={
          <Button look="primary" submit pending={giving.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi diện', en: 'Record the status' })}
          </Button>
        }
      >
        <ChoiceField
          label={{ vi: 'Diện', en: 'Status' }}
          required
          choices={choices}
          value={status}
          onChange={setStatus}
        />
        <TextField
          label={{ vi: 'Quyết định (số, ngày, cơ quan)', en: 'Decision (number, day, authority)' }}
          required
          value={decision}
          onChange={setDecision}
          maxLength={300}
        />
        <DayField label={{ vi: 'Từ ngày', en: 'From' }} required value={from} onChange={setFrom} />
        <DayField label={{ vi: 'Đến hết ngày', en: 'To the end of' }} value={last} onChange={setLast} />
      </Form>
    </Dialog>
  )
}
