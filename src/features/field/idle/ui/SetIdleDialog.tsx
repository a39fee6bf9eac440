import { findPlainDate } from '#kernel/dates.ts'
import type { AreaId, PhoneIdleTimeId } from '#kernel/ids.ts'
import { type ValueMark, valueMarks } from '#kernel/marks.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { leastMinutes, mostMinutes } from '../model.ts'
import { setIdle } from './calls.ts'

/** So many minutes from a day on, by a text of the province; the value before ends with it. */
export function SetIdleDialog({ areaId, onClose }: { areaId: AreaId; onClose: () => void }) {
  const draft = useDraft('field.set_idle', areaId)
  const [minutes, setMinutes] = useTyped<number | null>(draft, 'minutes', null)
  const [from, setFrom] = useTyped<string | null>(draft, 'from', null)
  const [legalReference, setReference] = useTyped(draft, 'legalReference', '')
  const [mark, setMark] = useTyped<ValueMark | null>(draft, 'mark', null)
  const phoneIdleTimeId = useMade(draft, 'phoneIdleTimeId', () => newId<'phone_idle_time'>() as PhoneIdleTimeId)
  const setting = useChange(setIdle, { draft })
  const day = findPlainDate(from ?? '')
  const sent = minutes && day && mark && legalReference.trim() ? { minutes, from: day, mark } : null
  const set = async () => {
    if (!sent) return
    if (await setting.run({ areaId, phoneIdleTimeId, ...sent, legalReference: legalReference.trim() })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Đặt thời gian tự khóa', en: 'Lay down an idle time' }} onClose={onClose}>
      <Form
        onSubmit={set}
        draft={draft}
        problem={setting.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={setting.pending}
            whyNot={
              sent
                ? null
                : {
                    vi: 'Cần số phút, ngày áp dụng, căn cứ và độ tin cậy.',
                    en: 'Minutes, first day, basis and how sure it is are needed.',
                  }
            }
          >
            {say({ vi: 'Đặt', en: 'Lay down' })}
          </Button>
        }
      >
        <NumberField
          at="minutes"
          label={{ vi: 'Số phút không ai chạm máy', en: 'Minutes without a touch' }}
          hint={{ vi: `Từ ${leastMinutes} đến ${mostMinutes}`, en: `From ${leastMinutes} to ${mostMinutes}` }}
          required
          min={leastMinutes}
          max={mostMinutes}
          value={minutes}
          onChange={setMinutes}
        />
        <DayField
          at="from"
          label={{ vi: 'Áp dụng từ ngày', en: 'From' }}
          hint={{ vi: 'Từ hôm nay trở đi', en: 'Today or later' }}
          required
          value={from}
          onChange={setFrom}
        />
        <TextField
          at="legalReference"
          label={{ vi: 'Căn cứ', en: 'Legal basis' }}
          hint={{ vi: 'Số, ngày, cơ quan ban hành', en: 'Number, day, issuer' }}
          required
          lines={2}
          maxLength={300}
          value={legalReference}
          onChange={setReference}
        />
        <ChoiceField<ValueMark>
          as="select"
          at="mark"
          label={{ vi: 'Độ tin cậy', en: 'How sure' }}
          required
          choices={Object.entries(valueMarks).map(([value, label]) => ({ value: value as ValueMark, label }))}
          value={mark}
          onChange={setMark}
        />
      </Form>
    </Dialog>
  )
}
