/** On the page where a household is tried: it becomes a question of the bank, whose key is the standard itself. */
import { useState } from 'preact/hooks'
import type { TriedProps } from '#features/standards/ui/try/parts.ts'
import type { AreaId, QuestionId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { listQuestions } from './calls.ts'
import { EnterQuestionDialog } from './EnterQuestionDialog.tsx'

export default function AskOfHousehold(tried: TriedProps) {
  const { areaId } = useArea()
  const [open, setOpen] = useState(false)
  const [entered, setEntered] = useState<QuestionId | null>(null)
  const to = useTo()
  if (!areaId || !holds('question.manage')) return null
  return (
    <>
      {entered ? (
        <p>
          <a href={to(`/ngan-hang-cau-hoi/${entered}`)}>
            {say({
              vi: 'Đã ghi vào ngân hàng câu hỏi. Mở câu ấy.',
              en: 'It stands in the bank of questions. Open it.',
            })}
          </a>
        </p>
      ) : (
        <Button look="secondary" onClick={() => setOpen(true)}>
          {say({ vi: 'Dùng hộ này làm câu hỏi', en: 'Make a question of this household' })}
        </Button>
      )}
      {open && (
        <Asking
          tried={tried}
          areaId={areaId}
          onClose={(question) => {
            setOpen(false)
            if (question) setEntered(question)
          }}
        />
      )}
    </>
  )
}

type Props = {
  readonly tried: TriedProps
  readonly areaId: AreaId
  readonly onClose: (question?: QuestionId) => void
}

const Asking = ({ tried, areaId, onClose }: Props) => (
  <Reading of={useRead(listQuestions, { areaId })} rows={4}>
    {(data) => (
      <EnterQuestionDialog
        of={{ areaId, name: data.areaName }}
        topics={data.topics}
        household={{ kind: 'household', ...tried }}
        onClose={onClose}
      />
    )}
  </Reading>
)
