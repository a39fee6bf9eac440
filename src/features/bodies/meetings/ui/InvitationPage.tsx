/** An invitation as who is invited reads and prints it, whether or not they may open the body. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type { BodyMeetingId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { href } from '#platform/web/calls.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { memberRoleWords } from '../../model.ts'
import type * as contract from '../contract.ts'
import { myInvitation, myInvitationDocx, myInvitationPdf, myMinutesPdf, mySignedMinutes } from './calls.ts'
import { MinutesSaid } from './MinutesSaid.tsx'
import { MovedFrom } from './MovedFrom.tsx'
import { labels, meetingWords } from './typed.ts'

const title = { vi: 'Giấy mời họp', en: 'Invitation to a meeting' }

export default function InvitationPage({ params: { meetingId } }: { params: { meetingId: string } }) {
  const read = useRead(myInvitation, { meetingId: meetingId as BodyMeetingId })
  const to = useTo()
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Việc Ban giao', en: 'Tasks given by bodies' }, href: to('/ban/viec') },
            { label: title },
          ]}
        />
      }
      state={read.data && `${read.data.bodyName}, ${read.data.unitName}`}
    >
      <Reading of={read} rows={6}>
        {(data) => <Invitation of={data} />}
      </Reading>
    </Page>
  )
}

function Invitation({ of }: { of: OutputOf<typeof contract.myInvitation> }) {
  const key = { meetingId: of.meetingId }
  return (
    <>
      <MovedFrom of={of} />
      <FactList
        of={(['on', 'time', 'place'] as const).map((field) => ({
          label: labels[field],
          value: meetingWords.show(field, of[field]) || say({ vi: 'chưa định', en: 'not set' }),
        }))}
      />
      <Section title={labels.agenda}>
        <ol>
          {of.agenda.map((item, at) => (
            <li key={at}>{item}</li>
          ))}
        </ol>
      </Section>
      <Section title={{ vi: 'Thành viên được mời', en: 'Who is invited' }}>
        <ol>
          {of.members.map(({ name, role }) => (
            <li key={`${name} ${role}`}>{`${name}, ${say(memberRoleWords[role])}`}</li>
          ))}
        </ol>
      </Section>
      {of.minutes && <Decided of={of.minutes} meetingId={of.meetingId} />}
      {of.calledOff === null && (
        <div class="form-actions">
          <LinkButton href={href(myInvitationPdf, key)} download>
            {say({ vi: 'In giấy mời (PDF)', en: 'Invitation (PDF)' })}
          </LinkButton>
          <LinkButton href={href(myInvitationDocx, key)} download>
            {say({ vi: 'Giấy mời (Word)', en: 'Invitation (Word)' })}
          </LinkButton>
        </div>
      )}
    </>
  )
}

type DecidedProps = { readonly of: Parameters<typeof MinutesSaid>[0]['of']; readonly meetingId: BodyMeetingId }
/** What the meeting decided, by its signed minutes. */
const Decided = ({ of, meetingId }: DecidedProps) => (
  <Section title={{ vi: 'Biên bản đã ký', en: 'Signed minutes' }}>
    <MinutesSaid of={of} />
    <div class="form-actions">
      <LinkButton href={href(mySignedMinutes, { meetingId })} download>
        {say({ vi: 'Bản quét đã ký', en: 'The signed page' })}
      </LinkButton>
      <LinkButton href={href(myMinutesPdf, { meetingId })} download>
        {say({ vi: 'Biên bản (PDF)', en: 'Minutes (PDF)' })}
      </LinkButton>
    </div>
  </Section>
)
