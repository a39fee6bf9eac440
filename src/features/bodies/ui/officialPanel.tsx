/** On the page of an official: the bodies in which they sit, and what these gave them to do. */
import type { OfficialPanel } from '#features/people/roster/ui/panel.ts'
import { useTo } from '#platform/web/address.ts'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { seatColumns } from '../columns.ts'
import { owedColumns } from '../meetings/columns.ts'
import type { OwedTask } from '../meetings/model.ts'
import { meetingPath } from '../meetings/ui/typed.ts'
import type { SeatLine } from '../model.ts'
import { owedFile, seatsFile, showSeats } from './calls.ts'
import { bodyPath } from './typed.ts'

const inBodies = { vi: 'Ban Chỉ đạo, Ban Giám sát', en: 'Steering and supervision bodies' }
const owed = { vi: 'Việc được các Ban giao', en: 'Tasks given by bodies' }

const InBodies: OfficialPanel = ({ officialId }) => {
  const read = useRead(showSeats, holds('body.read') ? { officialId } : null)
  const to = useTo()
  if (!holds('body.read')) return null
  return (
    <Reading of={read} rows={3}>
      {({ seats, tasks }) => (
        <>
          <Section title={owed}>
            <Listing<OwedTask>
              name="official-tasks"
              caption={owed}
              rows={tasks}
              rowKey={(row) => row.taskId}
              href={(row) => to(meetingPath(row.meetingId))}
              file={listAs(owedFile, { officialId })}
              columns={shown(owedColumns, {})}
              empty={
                <Empty
                  title={{ vi: 'Chưa được Ban nào giao việc.', en: 'No body gave a task.' }}
                  why={{ vi: 'Việc được giao ở trang của cuộc họp.', en: 'Tasks are given on the page of a meeting.' }}
                />
              }
            />
          </Section>
          <Section title={inBodies}>
            <Listing<SeatLine>
              name="official-bodies"
              caption={inBodies}
              rows={seats}
              rowKey={(row) => row.bodyMemberId}
              href={(row) => to(bodyPath(row.bodyId))}
              file={listAs(seatsFile, { officialId })}
              columns={shown(seatColumns, {})}
              empty={
                <Empty
                  title={{ vi: 'Không là thành viên Ban nào.', en: 'Sits in no body.' }}
                  why={{ vi: 'Thành viên được ghi ở trang của từng Ban.', en: 'Members are entered on its page.' }}
                />
              }
            />
          </Section>
        </>
      )}
    </Reading>
  )
}
export default InBodies
