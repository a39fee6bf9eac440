import { useTo } from '#platform/web/address.ts'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { Work, Worklist } from '#platform/web/work.ts'
import { myMeetings } from './calls.ts'
import { invitationPath, type Mine, meetingPath, whereSaid } from './typed.ts'

/** Its heading and its sentence: what it is, what it was moved from, or that it is off. */
function told(of: Mine): Pick<Work, 'label' | 'note'> {
  const said = { body: of.bodyName, now: whereSaid(of) }
  const moved = of.moves.at(-1)
  if (of.calledOff !== null)
    return {
      label: { vi: 'Hủy họp', en: 'Meeting called off' },
      note: say(
        { vi: '{body}: cuộc họp {now} đã hủy: {why}', en: '{body}: the meeting {now} is called off: {why}' },
        { ...said, why: of.calledOff },
      ),
    }
  return moved
    ? {
        label: { vi: 'Đổi lịch họp', en: 'Meeting moved' },
        note: say(
          { vi: '{body}: đổi từ {before} sang {now}', en: '{body}: moved from {before} to {now}' },
          { ...said, before: whereSaid(moved) },
        ),
      }
    : {
        label: { vi: 'Giấy mời họp', en: 'Invitation to a meeting' },
        note: say({ vi: '{body}: {now}', en: '{body}: {now}' }, said),
      }
}

/** Meetings to which I am invited, moved or called off too, until their days are over. */
export function useInvitations(): Worklist {
  const read = useRead(myMeetings, {})
  const to = useTo()
  const work = (read.data?.meetings ?? []).map(
    (of): Work => ({
      key: `invited ${of.meetingId}`,
      group: 'programme',
      ...told(of),
      count: 1,
      href: to(of.opens ? meetingPath(of.meetingId) : invitationPath(of.meetingId)),
      state: of.calledOff === null ? 'waits' : 'changed',
    }),
  )
  return { work, loading: read.loading && read.data === null, problem: read.problem }
}
