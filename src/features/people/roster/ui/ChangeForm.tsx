import type { OfficialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { changeOfficial } from './calls.ts'
import { numberOf, type Opened, officialWords, particularsOf, sentOf, typedOf, type Who } from './official.ts'
import { WhoFields } from './WhoFields.tsx'

type Props = { readonly officialId: OfficialId; readonly of: Opened; readonly onDone: () => void }

/** A correction of the particulars, or something newly known. */
export function ChangeForm({ officialId, of: current, onDone }: Props) {
  const draft = useDraft('roster.change', officialId)
  const particulars = particularsOf(current)
  // Of the citizen id its mark alone: the number itself is not kept on this device.
  const was = useSeen(draft, 'seen', { ...particulars, citizenId: current.citizenIdMark })
  const [who, setWho] = useTyped<Who>(draft, 'who', () => typedOf(particulars))
  const [drops, setDrops] = useTyped<'keep' | 'drop'>(draft, 'drops', 'keep')
  const changing = useEdit(useChange(changeOfficial, { draft }))
  const sent = sentOf(who)
  const changes = sent && { ...changesOf(was, sent), ...(drops === 'drop' ? { dropCitizenId: true } : numberOf(who)) }
  return (
    <EditForm
      draft={draft}
      of={changing}
      changes={changes}
      lacking={{ vi: 'Cần họ tên, giới tính, ngày sinh.', en: 'Name, sex and birth are needed.' }}
      send={() => changing.run({ officialId, was, ...changes })}
      about={was.name}
      words={officialWords}
      onDone={onDone}
    >
      <WhoFields who={who} onChange={setWho} held={current.citizenId !== null} />
      {current.citizenId !== null && (
        <ChoiceField<'keep' | 'drop'>
          label={{ vi: 'Số CCCD đang giữ', en: 'The citizen id that is held' }}
          hint={{
            vi: 'Ghi sai mà chưa biết số đúng thì bỏ; biết số đúng thì ghi ở trên.',
            en: 'If it is wrong and the right one is not known, drop it; else type the right one above.',
          }}
          choices={[
            { value: 'keep', label: { vi: 'Giữ', en: 'Keep' } },
            { value: 'drop', label: { vi: 'Bỏ, ghi nhầm', en: 'Drop it, entered by mistake' } },
          ]}
          value={drops}
          onChange={setDrops}
        />
      )}
    </EditForm>
  )
}
