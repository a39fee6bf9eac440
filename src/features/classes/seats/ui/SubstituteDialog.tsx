import type { ClassSeatId, OfficialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useSeen, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { ClassAnswer } from '../../list/ui/class.ts'
import type { ClassSeat } from '../model.ts'
import { substituteSeat } from './calls.ts'
import { findCandidates } from './seat.ts'

type Props = {
  readonly trainingClassId: ClassAnswer['trainingClassId']
  readonly of: ClassSeat
  readonly onClose: () => void
}
type Chosen = { readonly officialId: OfficialId; readonly name: string }

/** Somebody else of the unit learns in their place; both names stay. */
export function SubstituteDialog({ trainingClassId, of, onClose }: Props) {
  const { classSeatId, fromId: areaId } = of
  const draft = useDraft('seats.substitute', classSeatId)
  const seen = useSeen(draft, 'seen', of.state)
  const [who, setWho] = useTyped<Chosen | null>(draft, 'who', null)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const follower = useMade(draft, 'follower', () => newId<'class_seat'>() as ClassSeatId)
  const substituting = useChange(substituteSeat, { draft })
  const why = because.trim()
  const substitute = async () => {
    if (!who || !why) return
    if (await substituting.run({ classSeatId, seen, follower, officialId: who.officialId, because: why })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Cử người thay', en: 'Send somebody else' }} onClose={onClose}>
      <p>
        {say(
          {
            vi: 'Người thay ngồi chỗ của {name}. Lớp giữ cả hai tên.',
            en: 'Somebody else takes the seat of {name}. Both names stay.',
          },
          { name: of.name },
        )}
      </p>
      <Form
        onSubmit={substitute}
        draft={draft}
        problem={substituting.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={substituting.pending}
            whyNot={who && why ? null : { vi: 'Cần người thay và lý do.', en: 'Who follows and why are needed.' }}
          >
            {say({ vi: 'Cử người thay', en: 'Send them' })}
          </Button>
        }
      >
        <Picker<OfficialId>
          at="people"
          label={{ vi: 'Người thay', en: 'Who follows' }}
          hint={{ vi: 'Gõ tên người cùng đơn vị trong sổ cán bộ', en: 'Type a name of somebody of the same unit' }}
          required
          chosen={who?.name ?? null}
          load={(q, signal) => findCandidates({ trainingClassId, areaId }, q, signal)}
          onChoose={({ value, label }) => setWho({ officialId: value, name: label })}
        />
        <TextField
          at="because"
          label={{ vi: 'Lý do', en: 'Reason' }}
          required
          lines={2}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
      </Form>
    </Dialog>
  )
}
