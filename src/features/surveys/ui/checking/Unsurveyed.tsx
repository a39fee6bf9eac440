/** A household that refuses or is never met: out of the round, and back. */
import { useState } from 'preact/hooks'
import { Button } from '#platform/web/kit/Button.tsx'
import { say } from '#platform/web/language.ts'
import { AskAgainDialog } from '../../unsurveyed/ui/AskAgainDialog.tsx'
import { RecordDialog } from '../../unsurveyed/ui/RecordDialog.tsx'
import type { CaseAnswer } from '../answers.ts'

export function Unsurveyed({ of: { case: one, can } }: { of: CaseAnswer }) {
  const [open, setOpen] = useState<'leave' | 'ask_again' | null>(null)
  const close = () => setOpen(null)
  const offered = (['leave', 'ask_again'] as const).find((name) => can.includes(name))
  const of = { roundId: one.roundId, rows: [one], onDone: close, onClose: close }
  return (
    <>
      {offered && (
        <p>
          <Button onClick={() => setOpen(offered)}>
            {offered === 'leave'
              ? say({ vi: 'Ghi không khảo sát được', en: 'Record that it could not be surveyed' })
              : say({ vi: 'Đưa trở lại kỳ', en: 'Take back into the round' })}
          </Button>
        </p>
      )}
      {open === 'leave' && <RecordDialog {...of} />}
      {open === 'ask_again' && <AskAgainDialog {...of} />}
    </>
  )
}
