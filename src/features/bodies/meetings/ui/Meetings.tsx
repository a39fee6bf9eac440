/** The meetings of a body, the latest first. */
import { useTo } from '#platform/web/address.ts'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { meetingsFile } from '../../ui/calls.ts'
import type { BodyAnswer } from '../../ui/typed.ts'
import { meetingColumns } from '../columns.ts'
import type { MeetingLine } from '../model.ts'
import { meetingPath } from './typed.ts'

export function Meetings({ of }: { of: BodyAnswer }) {
  const to = useTo()
  return (
    <Section title={{ vi: 'Các cuộc họp', en: 'Meetings' }}>
      <Listing<MeetingLine>
        name="body-meetings"
        caption={{ vi: 'Các cuộc họp', en: 'Meetings' }}
        rows={of.meetings}
        rowKey={(row) => row.meetingId}
        href={(row) => to(meetingPath(row.meetingId))}
        file={listAs(meetingsFile, { bodyId: of.bodyId, day: of.day })}
        columns={shown(meetingColumns, {})}
        empty={
          <Empty
            title={{ vi: 'Ban chưa họp lần nào.', en: 'The body has not met yet.' }}
            why={{ vi: 'Mời họp thì có giấy mời để in.', en: 'Calling a meeting gives an invitation to print.' }}
          />
        }
      />
    </Section>
  )
}
