import { fold } from '#kernel/text.ts'
import { send } from '#platform/web/calls.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { say } from '#platform/web/language.ts'
import { meansMeeting } from '../../rules.ts'
import { myMeetings } from './calls.ts'
import { invitationPath, type Mine, whereSaid } from './typed.ts'

const holds = (of: Mine, q: string): boolean =>
  fold(['giấy mời họp, cuộc họp', of.bodyName, whereSaid(of), ...of.agenda].join(', ')).includes(fold(q))

/** Meetings to which who seeks is invited, by the word for one, their body, place or agenda. */
export const searchInvitations: SearchProvider = {
  heading: { vi: 'Giấy mời họp', en: 'Invitation' },
  find: async (q, signal) => {
    const { meetings } = await send(myMeetings, {}, { signal })
    return meetings
      .filter((of) => meansMeeting(q) || holds(of, q))
      .map((of) => ({
        href: invitationPath(of.meetingId),
        label: say({ vi: 'Họp {body}', en: 'Meeting of {body}' }, { body: of.bodyName }),
        detail:
          of.calledOff === null
            ? whereSaid(of)
            : say({ vi: '{where} (đã hủy)', en: '{where} (called off)' }, { where: whereSaid(of) }),
      }))
  },
}
