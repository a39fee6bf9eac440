import type { ClassSessionId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { ClassAnswer } from '../../list/ui/class.ts'
import { blocked, ClashNotes } from './ClashNotes.tsx'
import { addSessions, askClashes } from './calls.ts'
import { HoldsFields } from './HoldsFields.tsx'
import { HourFields } from './HourFields.tsx'
import {
  holdsOf,
  holdsSent,
  mostDays,
  noDays,
  type Part,
  parts,
  slotsOf,
  type TypedDays,
  type TypedHolds,
} from './session.ts'

const lacking = {
  vi: `Cần ngày, giờ; nhiều nhất ${mostDays} ngày một lần.`,
  en: `Days and hours are needed; ${mostDays} days at a time.`,
}

/** Sessions of one day, or of several days alike. */
export function AddSessionsDialog({ of, onClose }: { of: ClassAnswer; onClose: () => void }) {
  const { trainingClassId } = of
  const draft = useDraft('classes.addSessions', trainingClassId)
  const [days, setDays] = useTyped<TypedDays>(draft, 'days', noDays)
  const [holds, setHolds] = useTyped<TypedHolds>(draft, 'holds', () => holdsOf(of))
  // As many as may be: what is sent again after a reload is the same sessions.
  const ids = useMade(draft, 'ids', () => Array.from({ length: mostDays * 2 }, () => newId<'class_session'>()))
  const adding = useChange(addSessions, { draft })
  const sessions = slotsOf(days).map((slot, at) => ({ ...slot, classSessionId: ids[at] as ClassSessionId }))
  const sent = { trainingClassId, sessions, ...holdsSent(holds) }
  const clashes = useRead(askClashes, sessions.length > 0 ? sent : null)
  const add = async () => {
    if (sessions.length > 0 && (await adding.run(sent))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Thêm buổi học', en: 'Add sessions' }} onClose={onClose}>
      <Form
        onSubmit={add}
        draft={draft}
        problem={adding.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={adding.pending}
            whyNot={sessions.length > 0 ? blocked(clashes.data?.clashes) : lacking}
          >
            {say({ vi: 'Thêm {n} buổi', en: 'Add {n} {n:session|sessions}' }, { n: sessions.length })}
          </Button>
        }
      >
        <DaysFields of={days} onChange={setDays} />
        <HoldsFields of={of} typed={holds} onChange={setHolds} />
        <ClashNotes of={clashes.data?.clashes ?? []} />
      </Form>
    </Dialog>
  )
}

function DaysFields({ of, onChange }: { of: TypedDays; onChange: (next: TypedDays) => void }) {
  const put = (part: Partial<TypedDays>) => onChange({ ...of, ...part })
  return (
    <>
      <DayField
        at="day"
        label={{ vi: 'Ngày, hoặc ngày đầu', en: 'Day, or the first day' }}
        required
        value={of.first}
        onChange={(first) => put({ first })}
      />
      <DayField
        label={{ vi: 'Đến hết ngày', en: 'Last day' }}
        hint={{ vi: 'Để trống nếu chỉ một ngày', en: 'Empty where it is one day' }}
        value={of.last}
        onChange={(last) => put({ last })}
      />
      {of.last && of.last !== of.first && (
        <YesNo
          label={{ vi: 'Học cả thứ Bảy, Chủ nhật?', en: 'On Saturdays and Sundays too?' }}
          value={of.weekends}
          onChange={(weekends) => put({ weekends })}
        />
      )}
      <ChoiceField<Part>
        label={{ vi: 'Giờ học', en: 'Hours' }}
        required
        choices={(Object.keys(parts) as Part[]).map((value) => ({ value, label: parts[value] }))}
        value={of.part}
        onChange={(part) => put({ part })}
      />
      {of.part === 'hours' && <HourFields of={of} onChange={put} />}
    </>
  )
}
