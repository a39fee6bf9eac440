import type { OfficialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
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
  const changing = useEdit(useChange(changeOfficial, { draft }))
  const sent = sentOf(who)
  const changes = sent && { ...changesOf(was, sent), ...numberOf(who) }
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
    </EditForm>
  )
}
