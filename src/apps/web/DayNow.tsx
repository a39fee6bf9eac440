import { useState } from 'preact/hooks'
import { findPlainDate, showDate } from '#kernel/dates.ts'
import { useDay } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'

const dayWords = { vi: 'Ngày {facts}', en: 'Day {facts}' }
const twoDaysWords = { vi: 'Số liệu {facts}, địa giới {units}', en: 'Facts {facts}, units {units}' }
const toCome = { vi: ', chưa đến', en: ', to come' }

/** The day I look at, always in sight; tinted when it is not today. */
export function DayNow() {
  const [open, setOpen] = useState(false)
  const { facts, units, today, isToday } = useDay()
  const words = facts === units ? dayWords : twoDaysWords
  return (
    <>
      <button
        type="button"
        class={isToday ? 'button quiet' : 'button quiet office-not-today'}
        onClick={() => setOpen(true)}
      >
        <span class="tabular">
          {say(words, { facts: showDate(facts), units: showDate(units) })}
          {facts > today && say(toCome)}
        </span>
      </button>
      {open && <DayDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function DayDialog({ onClose }: { onClose: () => void }) {
  const day = useDay()
  const [facts, setFacts] = useState<string | null>(day.facts)
  const [units, setUnits] = useState<string | null>(day.units === day.facts ? null : day.units)
  const whyNot = facts ? null : { vi: 'Nhập ngày của số liệu.', en: 'Type the day of the facts.' }
  const look = () => {
    const of = findPlainDate(facts ?? '')
    const on = findPlainDate(units ?? '')
    if (!of) return
    day.set({ facts: of, units: on === of ? null : on })
    onClose()
  }
  const backToToday = () => {
    day.set({ facts: null, units: null })
    onClose()
  }
  return (
    <Dialog title={{ vi: 'Xem tại ngày nào?', en: 'Look at which day?' }} onClose={onClose}>
      <Form
        onSubmit={look}
        draft={null}
        actions={
          <>
            <Button look="primary" submit whyNot={whyNot}>
              {say({ vi: 'Xem', en: 'Look' })}
            </Button>
            <Button onClick={backToToday}>{say({ vi: 'Về hôm nay', en: 'Back to today' })}</Button>
          </>
        }
      >
        <DayField
          label={{ vi: 'Số liệu tại ngày', en: 'Facts as at' }}
          hint={{
            vi: 'Hộ, phân loại, quyết định có hiệu lực ngày này.',
            en: 'Households, classes, decisions of this day.',
          }}
          required
          value={facts}
          onChange={setFacts}
        />
        <DayField
          label={{ vi: 'Địa giới tại ngày', en: 'Units as at' }}
          hint={{
            vi: 'Để trống: theo ngày của số liệu. Trước 01/07/2025 là bản đồ ba cấp cũ.',
            en: 'Empty: as the facts. Before 01/07/2025 the old map of three levels.',
          }}
          value={units}
          onChange={setUnits}
        />
      </Form>
    </Dialog>
  )
}
