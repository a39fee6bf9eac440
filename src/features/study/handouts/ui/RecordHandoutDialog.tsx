import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HandoutId, MaterialId, TrainingClassId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
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
import { useRead } from '#platform/web/reads.ts'
import { mostCopies } from '../model.ts'
import { handoutChoices, recordHandout } from './calls.ts'

type To = 'unit' | 'class' | 'words'
const receivers = [
  { value: 'unit', label: { vi: 'Một đơn vị', en: 'A unit' } },
  { value: 'class', label: { vi: 'Một lớp', en: 'A class' } },
  { value: 'words', label: { vi: 'Ghi bằng lời', en: 'In words' } },
] as const
type Unit = { readonly areaId: AreaId; readonly name: string }
type Props = { readonly of: Unit; readonly onClose: () => void }

/** Printed copies of the newest version went to somebody. */
export function RecordHandoutDialog({ of, onClose }: Props) {
  const { areaId } = of
  const draft = useDraft('handouts.record', areaId)
  const [materialId, setMaterial] = useTyped<MaterialId | null>(draft, 'material', null)
  const [copies, setCopies] = useTyped<number | null>(draft, 'copies', null)
  const [to, setTo] = useTyped<To>(draft, 'to', 'unit')
  const [unit, setUnit] = useTyped<Unit | null>(draft, 'unit', null)
  const [classId, setClass] = useTyped<TrainingClassId | null>(draft, 'class', null)
  const [words, setWords] = useTyped(draft, 'words', '')
  const [on, setOn] = useTyped<string | null>(draft, 'on', () => today())
  const handoutId = useMade(draft, 'handoutId', () => newId<'handout'>() as HandoutId)
  const recording = useChange(recordHandout, { draft })
  const { data } = useRead(handoutChoices, { areaId })
  const material = data?.materials.find((one) => one.materialId === materialId)
  const receiver = { unit: unit?.areaId, class: classId, words: words.trim() }[to]
  const record = async () => {
    if (!material || !copies || !on || !receiver) return
    const given = {
      toAreaId: to === 'unit' ? (unit?.areaId ?? null) : null,
      toClassId: to === 'class' ? classId : null,
      toWords: to === 'words' ? words.trim() : null,
    }
    const said = { handoutId, areaId, materialId: material.materialId, version: material.version, copies, ...given }
    if (await recording.run({ ...said, on: on as PlainDate })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi phát bản giấy', en: 'Record a hand-out' }} onClose={onClose}>
      <Form
        onSubmit={record}
        draft={draft}
        problem={recording.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={recording.pending}
            whyNot={
              material && copies && on && receiver
                ? null
                : {
                    vi: 'Cần tài liệu, số bản, người nhận và ngày.',
                    en: 'Material, copies, receiver and day are needed.',
                  }
            }
          >
            {say({ vi: 'Ghi', en: 'Record' })}
          </Button>
        }
      >
        <ChoiceField<MaterialId>
          at="materialId"
          as="select"
          label={{ vi: 'Tài liệu (bản mới nhất)', en: 'Material (its newest version)' }}
          required
          choices={(data?.materials ?? []).map(({ materialId: value, title, version }) => ({
            value,
            label: { vi: `${title} (bản ${version})`, en: `${title} (version ${version})` },
          }))}
          value={materialId}
          onChange={setMaterial}
        />
        <NumberField
          at="copies"
          label={{ vi: 'Số bản giấy', en: 'Copies' }}
          required
          min={1}
          max={mostCopies}
          value={copies}
          onChange={setCopies}
        />
        <ChoiceField<To>
          label={{ vi: 'Phát cho', en: 'To' }}
          required
          choices={receivers}
          value={to}
          onChange={setTo}
        />
        {to === 'unit' && (
          <AreaPicker
            at="toAreaId"
            label={{ vi: 'Đơn vị nhận', en: 'Unit' }}
            required
            day={today()}
            under={areaId}
            chosen={unit?.name ?? null}
            onChoose={(id, name) => setUnit({ areaId: id, name })}
          />
        )}
        {to === 'class' && (
          <ChoiceField<TrainingClassId>
            at="toClassId"
            as="select"
            label={{ vi: 'Lớp nhận', en: 'Class' }}
            hint={
              data?.classes.length === 0 ? { vi: 'Đơn vị chưa có lớp nào.', en: 'The unit has no class.' } : undefined
            }
            required
            choices={(data?.classes ?? []).map(({ trainingClassId: value, name }) => ({
              value,
              label: { vi: name, en: name },
            }))}
            value={classId}
            onChange={setClass}
          />
        )}
        {to === 'words' && (
          <TextField
            at="toWords"
            label={{ vi: 'Người nhận', en: 'Receiver' }}
            hint={{ vi: 'Cuộc họp, nhóm; không ghi số định danh', en: 'A meeting, a group; no citizen ids' }}
            required
            maxLength={200}
            value={words}
            onChange={setWords}
          />
        )}
        <DayField at="on" label={{ vi: 'Ngày phát', en: 'Day' }} required value={on} onChange={setOn} />
      </Form>
    </Dialog>
  )
}
