/** On the page of a class: its sessions with their counts, and its learners by session. */
import { useTo } from '#platform/web/address.ts'
import { href } from '#platform/web/calls.ts'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { ClassAnswer } from '../../list/ui/class.ts'
import { slotSaid } from '../../sessions/rules.ts'
import { sheetColumns } from '../columns.ts'
import type { ClassLearner } from '../model.ts'
import { attendanceFile, classAttendance } from './calls.ts'
import { SignedPages } from './SignedPages.tsx'
import { type ClassAttendanceAnswer, sessionPath, shareSaid, standingSaid } from './session.ts'

const title = { vi: 'Điểm danh', en: 'Attendance' }

export function ClassAttendance({ of: { trainingClassId } }: { of: ClassAnswer }) {
  const read = useRead(classAttendance, { trainingClassId })
  return (
    <Section
      title={title}
      action={
        <LinkButton href={href(attendanceFile, { trainingClassId, as: 'pdf' })} download>
          {say({ vi: 'In tờ điểm danh', en: 'Print the sheet' })}
        </LinkButton>
      }
    >
      <Reading of={read} rows={5}>
        {(of) => <Attendance of={of} id={trainingClassId} />}
      </Reading>
    </Section>
  )
}

function Attendance({ of, id }: { of: ClassAttendanceAnswer; id: ClassAnswer['trainingClassId'] }) {
  const to = useTo()
  return (
    <>
      <ul class="bullets">
        {of.sessions.map((session) => (
          <li key={session.classSessionId}>
            <a href={to(sessionPath(id, session.classSessionId))}>{say(slotSaid(session))}</a>
            {`: ${say(standingSaid(session))}`}
          </li>
        ))}
      </ul>
      <SignedPages id={id} of={of.pages} mayWrite={of.mayWrite} />
      <p>{say(shareSaid(of.share))}</p>
      <Listing<ClassLearner>
        name="class-attendance"
        pageName="trang-diem-danh"
        caption={title}
        rows={of.learners}
        rowKey={(row) => row.officialId}
        href={(row) => to(`/can-bo/${row.officialId}`)}
        file={listAs(attendanceFile, { trainingClassId: id })}
        columns={shown(sheetColumns(of.sessions))}
        empty={<Empty title={{ vi: 'Lớp chưa có ai ghi danh.', en: 'Nobody has a seat yet.' }} />}
      />
    </>
  )
}
