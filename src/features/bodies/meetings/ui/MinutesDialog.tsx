import type { OfficialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { ChoiceField, ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { linesOf } from '#platform/web/kit/lengths.ts'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { memberRoleWords } from '../../model.ts'
import { conclusionsAtMost } from '../model.ts'
import { writeMeeting } from './calls.ts'
import { labels, type MeetingAnswer, minutesWords } from './typed.ts'

type Minutes = Pick<MeetingAnswer, 'present' | 'guests' | 'chairedBy' | 'conclusions'>
const seenIn = ({ present, guests, chairedBy, conclusions }: MeetingAnswer): Minutes => ({
  ...{ present, guests, chairedBy, conclusions },
})
const headChaired = 'head'

/** Who was there and what was concluded; two may write at once. */
export function MinutesDialog({ of, onClose }: { of: MeetingAnswer; onClose: () => void }) {
  const draft = useDraft('bodies.minutes', of.meetingId)
  const was = useSeen<Minutes>(draft, 'seen', seenIn(of))
  const [present, setPresent] = useTyped<readonly OfficialId[]>(draft, 'present', was.present)
  const [guests, setGuests] = useTyped(draft, 'guests', was.guests)
  const [chairedBy, setChairedBy] = useTyped<OfficialId | null>(draft, 'chairedBy', was.chairedBy)
  const [conclusions, setConclusions] = useTyped(draft, 'conclusions', was.conclusions.join('\n'))
  const writing = useEdit(useChange(writeMeeting, { draft }))
  const now = { present: [...present].sort(), guests: guests.trim(), chairedBy, conclusions: linesOf(conclusions) }
  const changes = changesOf(was, now)
  const there = of.members.filter((one) => present.includes(one.officialId))
  const head = there.find((one) => one.role === 'head')
  /** Who was not there did not chair. */
  const setThere = (there: readonly OfficialId[]) => {
    setPresent(there)
    if (chairedBy && !there.includes(chairedBy)) setChairedBy(null)
  }
  return (
    <Dialog title={{ vi: 'Ghi biên bản', en: 'Write the minutes' }} onClose={onClose}>
      <EditForm
        draft={draft}
        of={writing}
        changes={changes}
        deed={{ vi: 'Ghi biên bản', en: 'Record the minutes' }}
        send={() => writing.run({ meetingId: of.meetingId, was, ...changes })}
        about={of.bodyName}
        words={minutesWords(of)}
        onDone={onClose}
      >
        <ChoicesField<OfficialId>
          label={labels.present}
          at="present"
          choices={of.members.map((one) => ({
            value: one.officialId,
            label: {
              vi: `${one.name}, ${memberRoleWords[one.role].vi}`,
              en: `${one.name}, ${memberRoleWords[one.role].en}`,
            },
          }))}
          values={present}
          onChange={setThere}
        />
        {there.length > 0 && (
          <ChoiceField<OfficialId | typeof headChaired>
            label={labels.chairedBy}
            at="chairedBy"
            as="select"
            choices={[
              ...(head
                ? [
                    {
                      value: headChaired,
                      label: { vi: `${head.name}, Trưởng ban`, en: `${head.name}, the head` },
                    } as const,
                  ]
                : []),
              ...there
                .filter((one) => one !== head)
                .map(({ officialId, name }) => ({ value: officialId, label: { vi: name, en: name } })),
            ]}
            required
            value={chairedBy ?? (head ? headChaired : null)}
            onChange={(value) => setChairedBy(value === headChaired ? null : value)}
          />
        )}
        <TextField
          label={labels.guests}
          at="guests"
          hint={{ vi: 'Người không phải thành viên: họ tên, nơi công tác.', en: 'Who is no member: name and office.' }}
          value={guests}
          onChange={setGuests}
          maxLength={1000}
        />
        <TextField
          label={labels.conclusions}
          at="conclusions"
          hint={{ vi: 'Mỗi kết luận một dòng.', en: 'A line for each point.' }}
          lines={8}
          value={conclusions}
          onChange={setConclusions}
          eachLine={conclusionsAtMost}
        />
      </EditForm>
    </Dialog>
  )
}
