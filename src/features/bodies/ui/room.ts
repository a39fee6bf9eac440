import { officialPanels } from '#features/people/roster/ui/panel.ts'
import { bring, page, type WebRoom } from '#platform/web/room.ts'
import { searchInvitations } from '../meetings/ui/searchInvitations.ts'
import { useBodyWork } from '../meetings/ui/useBodyWork.ts'
import { useInvitations } from '../meetings/ui/useInvitations.ts'
import { searchBodies } from './searchBodies.ts'
import { useMembersGone } from './useMembersGone.ts'

const title = { vi: 'Ban Chỉ đạo, Ban Giám sát', en: 'Steering and supervision bodies' }
const right = 'body.read'

export const room: WebRoom = {
  pages: [
    page('/ban', title, () => import('./BodiesPage.tsx'), {
      ...{ right, nav: 'programme' as const },
      called: 'họp, mời họp, cuộc họp, biên bản, minutes, meetings',
    }),
    page(
      '/ban/viec',
      { vi: 'Việc Ban giao', en: 'Tasks given by bodies' },
      () => import('../meetings/ui/MyTasksPage.tsx'),
      { called: 'họp, giấy mời họp, cuộc họp của tôi, invitations' },
    ),
    page(
      '/ban/giay-moi/:meetingId',
      { vi: 'Giấy mời họp', en: 'Invitation to a meeting' },
      () => import('../meetings/ui/InvitationPage.tsx'),
    ),
    page('/ban/thanh-vien', { vi: 'Thành viên các Ban', en: 'Members of bodies' }, () => import('./MembersPage.tsx'), {
      right,
    }),
    page(
      '/ban/nhap-tep',
      { vi: 'Nhập thành viên các Ban', en: 'Import members of bodies' },
      () => import('../import/ui/MemberImportPage.tsx'),
      { right: 'body.write' },
    ),
    page(
      '/ban/dinh-muc',
      { vi: 'Ban cần có và đã có', en: 'Bodies needed and there' },
      () => import('../norm/ui/BodyNormPage.tsx'),
      { right, called: 'thiếu Ban Chỉ đạo' },
    ),
    page(
      '/ban/dinh-muc/cac-muc',
      { vi: 'Định mức của các Ban', en: 'Norms of bodies' },
      () => import('../norm/ui/BodyNormsPage.tsx'),
    ),
    page(
      '/ban/cuoc-hop/:meetingId',
      { vi: 'Cuộc họp', en: 'Meeting' },
      () => import('../meetings/ui/MeetingPage.tsx'),
      { right },
    ),
    page('/ban/:bodyId', { vi: 'Ban', en: 'Body' }, () => import('./BodyPage.tsx'), { right }),
  ],
  work: [useInvitations, useBodyWork, useMembersGone],
  search: [searchInvitations, searchBodies],
  brings: [bring(officialPanels, () => import('./officialPanel.tsx'))],
}
