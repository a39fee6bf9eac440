/** One session: who is there, marked from paper or by hand, counted and closed. */
import { useState } from 'preact/hooks'
import type { ClassSessionId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { WalkIns } from '../../checkin/ui/WalkIns.tsx'
import { classPath } from '../../list/ui/class.ts'
import { slotSaid } from '../../sessions/rules.ts'
import { learnerColumns } from '../columns.ts'
import type { Learner } from '../model.ts'
import { CountDialog } from './CountDialog.tsx'
import { reopenSession, sessionAttendance, sessionAttendanceFile } from './calls.ts'
import { MarkGrid } from './MarkGrid.tsx'
import { type SessionAnswer, standingSaid } from './session.ts'

type Props = { readonly params: { readonly trainingClassId: string; readonly classSessionId: string } }

export default function SessionPage({ params: { trainingClassId, classSessionId } }: Props) {
  const read = useRead(sessionAttendance, { classSessionId: classSessionId as ClassSessionId })
  const [doing, setDoing] = useState<'count' | 'reopen' | null>(null)
  const to = useTo()
  const { data } = read
  const slot = data && slotSaid(data)
  const title = slot
    ? { vi: `Điểm danh ${slot.vi}`, en: `Attendance ${slot.en}` }
    : { vi: 'Điểm danh', en: 'Attendance' }
  const named = { vi: data?.title ?? 'Lớp học', en: data?.title ?? 'Class' }
  const close = () => setDoing(null)
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Lớp học', en: 'Classes' }, href: to('/lop-hoc') },
            { label: named, href: to(classPath(trainingClassId)) },
            { label: title },
          ]}
        />
      }
      state={data && say(standingSaid(data))}
      action={
        data && (
          <>
            {data.can.includes('count') && (
              <Button onClick={() => setDoing('count')}>
                {say({ vi: 'Đếm người, chốt buổi', en: 'Count and close' })}
              </Button>
            )}
            {data.can.includes('code') && (
              <LinkButton href={to(`/ma-diem-danh/${classSessionId}`)}>
                {say({ vi: 'Hiện mã điểm danh', en: 'Show the code' })}
              </LinkButton>
            )}
            {data.can.includes('reopen') && (
              <Button onClick={() => setDoing('reopen')}>{say({ vi: 'Mở lại buổi', en: 'Open again' })}</Button>
            )}
          </>
        )
      }
    >
      <Reading of={read} rows={10}>
        {(of) => <Session of={of} />}
      </Reading>
      {data && doing === 'count' && <CountDialog of={data} onClose={close} />}
      {data && doing === 'reopen' && <ReopenDialog of={data} onClose={close} />}
    </Page>
  )
}

const caption = { vi: 'Đã ghi thế nào', en: 'What was recorded' }

function Session({ of }: { of: SessionAnswer }) {
  return (
    <>
      {of.because && (
        <Notice>
          {of.closed
            ? say({ vi: 'Lý do lệch: {why}', en: 'Why they differ: {why}' }, { why: of.because })
            : say(
                { vi: 'Ghi chú lần đếm, mở lại: {why}', en: 'Said when it was counted or opened: {why}' },
                { why: of.because },
              )}
        </Notice>
      )}
      {of.learners.length > 0 && of.can.includes('mark') && <MarkGrid of={of} opens={of.can.includes('count')} />}
      {of.can.includes('count') && <WalkIns classSessionId={of.classSessionId} />}
      <Section title={caption}>
        <Listing<Learner>
          name="session-attendance"
          caption={caption}
          rows={of.learners}
          rowKey={(row) => row.officialId}
          file={listAs(sessionAttendanceFile, { classSessionId: of.classSessionId })}
          columns={shown(learnerColumns)}
          empty={
            <Empty
              title={{ vi: 'Lớp chưa có ai ghi danh.', en: 'Nobody has a seat in this class.' }}
              why={{ vi: 'Điểm danh là của người có chỗ trong lớp.', en: 'Those are marked who have a seat.' }}
            />
          }
        />
      </Section>
    </>
  )
}

function ReopenDialog({ of: { classSessionId }, onClose }: { of: SessionAnswer; onClose: () => void }) {
  const draft = useDraft('attendance.reopen', classSessionId)
  const reopening = useChange(reopenSession, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Mở lại buổi đã chốt', en: 'Open a closed session again' }}
      what={{
        vi: 'Điểm danh sửa lại được; phải đếm và chốt lại trước khi lớp xong.',
        en: 'Marks can change again; it is counted and closed anew before the class is completed.',
      }}
      deed={{ vi: 'Mở lại buổi', en: 'Open again' }}
      draft={draft}
      pending={reopening.pending}
      problem={reopening.problem}
      onGive={async (because) => {
        if (await reopening.run({ classSessionId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
