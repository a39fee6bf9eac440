/** What the invitations say, and what was decided since, for who is invited by a body that they may not open too. */
import { useTo } from '#platform/web/address.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { useRead } from '#platform/web/reads.ts'
import { myMeetings, myMinutes } from './calls.ts'
import { MovedFrom } from './MovedFrom.tsx'
import { invitationPath, meetingPath, whereSaid } from './typed.ts'

export function Invitations() {
  const read = useRead(myMeetings, {})
  const to = useTo()
  const meetings = read.data?.meetings ?? []
  if (read.problem) return <ProblemNote of={read.problem} again={read.again} />
  if (meetings.length === 0) return null
  return (
    <Section title={{ vi: 'Giấy mời họp', en: 'Invitations' }}>
      <ul class="plain-list">
        {meetings.map((of) => (
          <li key={of.meetingId}>
            <a href={to(invitationPath(of.meetingId))}>{`${of.bodyName}, ${whereSaid(of)}`}</a>
            <MovedFrom of={of} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Of meetings to which I was invited; nothing where none was. */
export function MyMinutes() {
  const read = useRead(myMinutes, {})
  const to = useTo()
  const meetings = read.data?.meetings ?? []
  if (read.problem) return <ProblemNote of={read.problem} again={read.again} />
  if (meetings.length === 0) return null
  return (
    <Section title={{ vi: 'Biên bản các cuộc họp tôi được mời', en: 'Minutes of meetings to which I was invited' }}>
      <ul class="plain-list">
        {meetings.map((of) => (
          <li key={of.meetingId}>
            <a href={to(of.opens ? meetingPath(of.meetingId) : invitationPath(of.meetingId))}>
              {`${of.bodyName}, ${whereSaid(of)}`}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
