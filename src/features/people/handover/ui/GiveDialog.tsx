import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import type { AreaId, OfficialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { handOver } from './calls.ts'

type Props = {
  readonly officialIds: readonly OfficialId[]
  /** Whose record it is, or how many. */
  readonly who: string
  readonly onDone: () => void
  readonly onClose: () => void
}
type To = { readonly areaId: AreaId; readonly name: string }

/** Which unit keeps the records from now on. */
export function GiveDialog({ officialIds, who, onDone, onClose }: Props) {
  const [first] = officialIds
  const draft = useDraft('handover.give', officialIds.length === 1 && first ? first : 'many')
  const [to, setTo] = useTyped<To | null>(draft, 'to', null)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const giving = useChange(handOver, { draft })
  const whyNot = to && because.trim() ? null : { vi: 'Cần đơn vị nhận và lý do.', en: 'Unit and reason are needed.' }
  const give = async () => {
    if (
      to &&
      !whyNot &&
      (await giving.run({ officialIds: [...officialIds], toId: to.areaId, because: because.trim() }))
    )
      onDone()
  }
  return (
    <Dialog title={{ vi: 'Bàn giao hồ sơ', en: 'Hand over' }} onClose={onClose}>
      <p>
        {who}.{' '}
        {say({
          vi: 'Đơn vị nhận giữ và sửa hồ sơ kể từ khi nhận. Chức danh không đổi theo.',
          en: 'The unit that takes it keeps and changes the record. Posts do not follow.',
        })}
      </p>
      <Form
        onSubmit={give}
        draft={draft}
        problem={giving.problem}
        actions={
          <Button look="primary" submit pending={giving.pending} whyNot={whyNot}>
            {say({ vi: 'Bàn giao', en: 'Hand over' })}
          </Button>
        }
      >
        <AreaPicker
          at="toId"
          label={{ vi: 'Đơn vị nhận', en: 'Unit that takes it' }}
          required
          day={today()}
          chosen={to?.name ?? null}
          onChoose={(areaId, name) => setTo({ areaId, name })}
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
