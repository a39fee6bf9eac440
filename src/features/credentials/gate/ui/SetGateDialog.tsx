import { markChoices } from '#features/training/money/ui/norm.ts'
import { findPlainDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId, GateSettingId } from '#kernel/ids.ts'
import type { ValueMark } from '#kernel/marks.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type * as contract from '../contract.ts'
import { type GateMode, gateModes, gateSaid } from '../model.ts'
import { setGate } from './calls.ts'

type Props = {
  readonly provinces: OutputOf<typeof contract.listSettings>['mayEnterAt']
  readonly onClose: () => void
}
type Typed = {
  readonly mode: GateMode | null
  readonly from: string | null
  readonly legalReference: string
  readonly mark: ValueMark | null
}
const modes = (Object.keys(gateModes) as GateMode[]).map((value) => ({
  value,
  label: gateModes[value],
  hint: gateSaid[value],
}))

/** For rounds that are opened from a day on. */
export function SetGateDialog({ provinces, onClose }: Props) {
  const draft = useDraft('gate.set', 'new')
  const [areaId, setAreaId] = useTyped<AreaId | null>(draft, 'areaId', provinces[0]?.areaId ?? null)
  const [typed, setTyped] = useTyped<Typed>(draft, 'setting', () => ({
    ...{ mode: null, from: today(), legalReference: '', mark: null },
  }))
  const gateSettingId = useMade(draft, 'gateSettingId', () => newId<'gate_setting'>() as GateSettingId)
  const setting = useChange(setGate, { draft })
  const { mode, mark } = typed
  const from = findPlainDate(typed.from ?? '')
  const legalReference = typed.legalReference.trim()
  const sent = areaId && mode && mark && from && legalReference ? { areaId, mode, mark, from, legalReference } : null
  const put = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  const set = async () => {
    if (sent && (await setting.run({ gateSettingId, ...sent }))) onClose()
  }
  const whyNot = sent
    ? null
    : { vi: 'Cần cách làm, ngày, văn bản và độ tin cậy.', en: 'Mode, day, document and how sure it is are needed.' }
  return (
    <Dialog title={{ vi: 'Quy định kiểm tra chứng nhận', en: 'Lay down the gate' }} onClose={onClose}>
      <Form
        onSubmit={set}
        draft={draft}
        problem={setting.problem}
        actions={
          <Button look="primary" submit pending={setting.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi quy định', en: 'Lay down' })}
          </Button>
        }
      >
        <ChoiceField<AreaId>
          as="select"
          at="areaId"
          label={{ vi: 'Của tỉnh', en: 'Province' }}
          required
          choices={provinces.map(({ areaId: value, name }) => ({ value, label: name }))}
          value={areaId}
          onChange={setAreaId}
        />
        <ChoiceField<GateMode>
          as="rows"
          at="mode"
          label={{ vi: 'Cách làm', en: 'Mode' }}
          required
          choices={modes}
          value={mode}
          onChange={(next) => put({ mode: next })}
        />
        <DayField
          at="from"
          label={{ vi: 'Cho các kỳ mở từ ngày', en: 'For rounds opened from' }}
          hint={{ vi: 'Kỳ đã mở giữ nguyên như lúc mở', en: 'Rounds that are open stay as they were opened' }}
          required
          value={typed.from}
          onChange={(next) => put({ from: next })}
        />
        <TextField
          at="legalReference"
          label={{ vi: 'Văn bản của tỉnh', en: 'Document of the province' }}
          hint={{ vi: 'Số, ngày, cơ quan ban hành', en: 'Number, day, issuer' }}
          required
          lines={2}
          maxLength={300}
          value={typed.legalReference}
          onChange={(next) => put({ legalReference: next })}
        />
        <ChoiceField<ValueMark>
          as="select"
          at="mark"
          label={{ vi: 'Độ tin cậy', en: 'How sure' }}
          required
          choices={markChoices}
          value={mark}
          onChange={(next) => put({ mark: next })}
        />
      </Form>
    </Dialog>
  )
}
