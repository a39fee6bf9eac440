import { page, type WebRoom } from '#platform/web/room.ts'
import { auditFilters } from '../audit/ui/filters.ts'
import { useFailedJobs } from '../runs/ui/useFailedJobs.ts'

export const room: WebRoom = {
  pages: [
    page('/quyen', { vi: 'Ai có quyền', en: 'Who has access' }, () => import('./AccessPage.tsx'), {
      right: 'grant.read',
      nav: 'settings',
    }),
    page('/nhat-ky', { vi: 'Nhật ký', en: 'Audit' }, () => import('../audit/ui/AuditPage.tsx'), {
      right: 'audit.read',
      nav: 'settings',
      places: [auditFilters],
    }),
    page('/viec-moi', { vi: 'Việc mới', en: 'News' }, () => import('../audit/ui/NewsPage.tsx')),
    page('/viec-chay-nen', { vi: 'Việc chạy nền', en: 'Background work' }, () => import('../runs/ui/RunsPage.tsx'), {
      right: 'job.read',
      nav: 'settings',
    }),
    page('/toi', { vi: 'Tài khoản của tôi', en: 'My account' }, () => import('./MyAccountPage.tsx'), {
      nav: 'settings',
    }),
  ],
  work: [useFailedJobs],
}
