import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { ClassAnswer } from '../../list/ui/class.ts'
import { isToCome } from '../rules.ts'
import { blocked, ClashNotes } from './ClashNotes.tsx'
import { askClashes, moveClass } from './calls.ts'

const ways = {
  later: { vi: 'Lùi lại', en: 'Later' },
  sooner: { vi: 'Sớm lên', en: 'Sooner' },
} as const
type Way = keyof typeof ways

/** All sessions that have not begun move by so many days: halls and trainers are looked at again. */
export function MoveClassDialog({ of, onClose }: { of: ClassAnswer; onClose: () => void }) {
  const { trainingClassId } = of
  const draft = useDraft('classes.move', trainingClassId)
  const revision = useSeen(draft, 'seen', of.revision)
  const [way, setWay] = useTyped<Way>(draft, 'way', 'later')
  const [count, setCount] = useTyped<number | null>(draft, 'count', null)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const moving = useChange(moveClass, { draft })
  const days = count && (way === 'later' ? count : -count)
  const clashes = useRead(askClashes, days ? { trainingClassId, days } : null)
  const ready = days && because.trim() ? { days, because: because.trim() } : null
  const coming = of.sessionList.filter(isToCome).length
  const move = async () => {
    if (ready && (await moving.run({ trainingClassId, revision, ...ready }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Dời cả lớp', en: 'Move the class' }} onClose={onClose}>
      <p>
        {say(
          {
            vi: '{n} buổi chưa bắt đầu dời cùng số ngày; giờ, nơi học, giảng viên giữ nguyên.',
            en: '{n} {n:session|sessions} to come move by as many days; hours, places and trainers stay.',
          },
          { n: coming },
        )}
      </p>
      <Form
        onSubmit={move}
        draft={draft}
        problem={moving.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={moving.pending}
            whyNot={
              ready
                ? blocked(clashes.data?.clashes)
                : { vi: 'Cần số ngày và lý do.', en: 'Days and a reason are needed.' }
            }
          >
            {say({ vi: 'Dời lớp', en: 'Move' })}
          </Button>
        }
      >
        <ChoiceField<Way>
          label={{ vi: 'Dời', en: 'Move' }}
          required
          choices={(Object.keys(ways) as Way[]).map((value) => ({ value, label: ways[value] }))}
          value={way}
          onChange={setWay}
        />
        <NumberField
          at="days"
          label={{ vi: 'Bao nhiêu ngày', en: 'How many days' }}
          required
          min={1}
          max={1000}
          value={count}
          onChange={setCount}
        />
        <TextField
          at="because"
          label={{ vi: 'Lý do', en: 'Reason' }}
          required
          lines={3}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
        <ClashNotes of={clashes.data?.clashes ?? []} />
      </Form>
    </Dialog>
  )
}
