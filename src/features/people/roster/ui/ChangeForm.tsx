import type { OfficialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { useEdit } from '#platform/web/edits.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Decide } from '#platform/web/kit/Decide.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { changeOfficial } from './calls.ts'
import {
  changesOf,
  numberOf,
  type Opened,
  officialWords,
  particularsOf,
  sentOf,
  typedOf,
  type Who,
} from './official.ts'
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
  const changes = sent ? { ...changesOf(was, sent), ...numberOf(who) } : {}
  const whyNot = !sent
    ? { vi: 'Cần họ tên, giới tính, ngày sinh.', en: 'Name, sex and birth are needed.' }
    : Object.keys(changes).length === 0
      ? { vi: 'Chưa có gì thay đổi.', en: 'Nothing is changed yet.' }
      : null
  return (
    <>
      <Form
        onSubmit={async () => {
          if (!whyNot && (await changing.run({ officialId, was, ...changes }))) onDone()
        }}
        draft={draft}
        problem={changing.problem}
        actions={
          <Button look="primary" submit pending={changing.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi thay đổi', en: 'Record the change' })}
          </Button>
        }
      >
        <WhoFields who={who} onChange={setWho} held={current.citizenId !== null} />
      </Form>
      <Decide of={changing} about={was.name} words={officialWords} onDone={onDone} />
    </>
  )
}
