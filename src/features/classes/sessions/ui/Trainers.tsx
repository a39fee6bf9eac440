import { useState } from 'preact/hooks'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { classTrainersFile } from '../../list/ui/calls.ts'
import type { ClassAnswer } from '../../list/ui/class.ts'
import { classTrainerColumns } from '../columns.ts'
import type { ClassTrainer } from '../model.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import { AskTrainerDialog } from './AskTrainerDialog.tsx'
import { ReplaceTrainerDialog } from './ReplaceTrainerDialog.tsx'

const title = { vi: 'Giảng viên của lớp', en: 'Trainers of the class' }

/** Who was asked to teach, and what they said. */
export function Trainers({ of }: { of: ClassAnswer }) {
  const [asking, setAsking] = useState(false)
  const [answering, setAnswering] = useState<ClassTrainer | null>(null)
  const [replacing, setReplacing] = useState<ClassTrainer | null>(null)
  const writes = of.can.includes('change')
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: ClassTrainer) =>
      row.state !== 'replaced' && (
        <>
          <Button look="quiet" onClick={() => setAnswering(row)}>
            {say({ vi: 'Ghi trả lời', en: 'Record the answer' })}
          </Button>
          <Button look="quiet" onClick={() => setReplacing(row)}>
            {say({ vi: 'Thay người', en: 'Replace' })}
          </Button>
        </>
      ),
  }
  return (
    <Section
      title={title}
      action={
        writes && <Button onClick={() => setAsking(true)}>{say({ vi: 'Mời giảng viên', en: 'Ask a trainer' })}</Button>
      }
    >
      <Listing<ClassTrainer>
        name="class-trainers"
        pageName="trang-giang-vien"
        caption={title}
        rows={of.trainerList}
        rowKey={(row) => row.classTrainerId}
        file={listAs(classTrainersFile, { trainingClassId: of.trainingClassId })}
        columns={[...shown(classTrainerColumns), ...(writes ? [acts] : [])]}
        empty={<Empty title={{ vi: 'Chưa mời giảng viên nào.', en: 'No trainer asked yet.' }} />}
      />
      {asking && <AskTrainerDialog of={of} onClose={() => setAsking(false)} />}
      {answering && <AnswerDialog of={answering} onClose={() => setAnswering(null)} />}
      {replacing && <ReplaceTrainerDialog of={of} trainer={replacing} onClose={() => setReplacing(null)} />}
    </Section>
  )
}
