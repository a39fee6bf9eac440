import { OfficialPicker } from '#features/people/roster/ui/OfficialPicker.tsx'
import type { OpenTopic } from '#features/training/needs/model.ts'
import { findPlainDate } from '#kernel/dates.ts'
import type { AreaId, OfficialId, TrainerId } from '#kernel/ids.ts'
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
import { enterTrainer } from './calls.ts'
import { TrainerFields } from './TrainerFields.tsx'
import { noTrainer, type TypedTrainer, teachable, trainerSent } from './trainer.ts'

type Who = { readonly how: 'roster' | 'elsewhere'; readonly officialId: OfficialId | null; readonly name: string }
type Props = {
  readonly of: { readonly areaId: AreaId; readonly name: string }
  readonly topics: readonly OpenTopic[]
  readonly onClose: () => void
}

const hows = [
  { value: 'roster', label: { vi: 'Người trong sổ cán bộ', en: 'Somebody of the roster' } },
  { value: 'elsewhere', label: { vi: 'Người ở nơi khác', en: 'Somebody from elsewhere' } },
] as const

/** Who teaches for a unit, from a day on. */
export function EnterTrainerDialog({ of, topics, onClose }: Props) {
  const draft = useDraft('trainers.enter', of.areaId)
  const [who, setWho] = useTyped<Who>(draft, 'who', { how: 'roster', officialId: null, name: '' })
  const [typed, setTyped] = useTyped<TypedTrainer>(draft, 'trainer', noTrainer)
  const [from, setFrom] = useTyped<string | null>(draft, 'from', () => today())
  const trainerId = useMade(draft, 'trainerId', () => newId<'trainer'>() as TrainerId)
  const entering = useChange(enterTrainer, { draft })
  const day = findPlainDate(from ?? '')
  const named =
    who.how === 'roster'
      ? who.officialId && { officialId: who.officialId, name: null }
      : who.name.trim() && { officialId: null, name: who.name.trim() }
  const enter = async () => {
    if (!named || !day) return
    const said = { ...named, ...trainerSent(typed), from: day }
    if (await entering.run({ trainerId, areaId: of.areaId, ...said })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi giảng viên', en: 'Enter a trainer' }} onClose={onClose}>
      <Form
        onSubmit={enter}
        draft={draft}
        problem={entering.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={entering.pending}
            whyNot={named && day ? null : { vi: 'Cần người và ngày.', en: 'Who and the day are needed.' }}
          >
            {say({ vi: 'Ghi giảng viên', en: 'Enter' })}
          </Button>
        }
      >
        <p>{say({ vi: 'Do {unit} quản lý.', en: 'Kept by {unit}.' }, { unit: of.name })}</p>
        <ChoiceField<Who['how']>
          label={{ vi: 'Là ai', en: 'Who it is' }}
          required
          choices={hows}
          value={who.how}
          onChange={(how) => setWho({ how, officialId: null, name: '' })}
        />
        {who.how === 'roster' ? (
          <OfficialPicker
            at="officialId"
            label={{ vi: 'Họ tên', en: 'Name' }}
            required
            present
            chosen={who.name || null}
            onChoose={(officialId, name) => setWho({ how: 'roster', officialId, name })}
          />
        ) : (
          <TextField
            at="name"
            label={{ vi: 'Họ tên', en: 'Name' }}
            required
            maxLength={200}
            value={who.name}
            onChange={(name) => setWho({ how: 'elsewhere', officialId: null, name })}
          />
        )}
        <TrainerFields of={typed} topics={teachable(topics, [])} onChange={setTyped} />
        <DayField
          at="from"
          label={{ vi: 'Giảng từ ngày', en: 'Teaches from' }}
          required
          value={from}
          onChange={setFrom}
        />
      </Form>
    </Dialog>
  )
}
