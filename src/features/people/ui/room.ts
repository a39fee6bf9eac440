import { areaPanels } from '#features/areas/ui/panel.ts'
import { bring, page, type WebRoom } from '#platform/web/room.ts'
import { auditFilters } from '../audit/ui/filters.ts'
import { useHandovers } from '../handover/ui/useHandovers.ts'
import { useMovesDue } from '../moves/ui/useMovesDue.ts'
import { officialPanels } from '../roster/ui/panel.ts'
import { searchOfficials } from '../roster/ui/searchOfficials.ts'
import { useHeldByTheDead, useUnplaced } from '../roster/ui/useUnplaced.ts'
import { useFailedJobs } from '../runs/ui/useFailedJobs.ts'
import { useLeftGrants } from './useLeftGrants.ts'

export const room: WebRoom = {
  pages: [
    page('/can-bo', { vi: 'Cán bộ', en: 'Officials' }, () => import('../roster/ui/RosterPage.tsx'), {
      right: 'roster.read',
      nav: 'skills',
      called: 'người phụ trách, ai phụ trách, who is responsible',
    }),
    page(
      '/can-bo/dinh-muc',
      { vi: 'Định mức và thực có', en: 'Norm and actual' },
      () => import('../roster/ui/NormPage.tsx'),
      { right: 'roster.read', called: 'biên chế, thiếu người' },
    ),
    page(
      '/can-bo/dinh-muc/cac-muc',
      { vi: 'Định mức của chức danh', en: 'Norms of posts' },
      () => import('../norms/ui/NormRulesPage.tsx'),
      { called: 'các định mức, biên chế' },
    ),
    page(
      '/can-bo/dat-chuan',
      { vi: 'Đạt chuẩn trình độ', en: 'Requirements met' },
      () => import('../required/ui/UnmetPage.tsx'),
      { right: 'roster.read' },
    ),
    page(
      '/can-bo/dat-chuan/tieu-chuan',
      { vi: 'Tiêu chuẩn trình độ của chức danh', en: 'Requirements of posts' },
      () => import('../required/ui/RequirementsPage.tsx'),
    ),
    page(
      '/can-bo/ban-giao',
      { vi: 'Bàn giao hồ sơ cán bộ', en: 'Records handed over' },
      () => import('../handover/ui/HandoverPage.tsx'),
      { right: 'roster.read', called: 'chuyển hồ sơ, nhận hồ sơ' },
    ),
    page(
      '/can-bo/luan-chuyen',
      { vi: 'Luân chuyển, biệt phái', en: 'Rotation and secondment' },
      () => import('../moves/ui/MovesPage.tsx'),
      { right: 'roster.read', called: 'điều động, tăng cường' },
    ),
    page(
      '/can-bo/luan-chuyen/chi-tieu',
      { vi: 'Chỉ tiêu đến nơi đặc biệt khó khăn', en: 'Targets of difficult units' },
      () => import('../targets/ui/TargetsPage.tsx'),
      { right: 'roster.read', called: 'chỉ tiêu luân chuyển' },
    ),
    page(
      '/can-bo/nhap-tep',
      { vi: 'Nhập danh sách cán bộ', en: 'Import officials' },
      () => import('../import/ui/OfficialImportPage.tsx'),
      { right: 'roster.write' },
    ),
    page(
      '/can-bo/trung',
      { vi: 'Hồ sơ cán bộ có thể trùng', en: 'Records that may be of one person' },
      () => import('../joining/ui/DoublesPage.tsx'),
      { right: 'roster.read', called: 'gộp hồ sơ, trùng người, merge, duplicate records' },
    ),
    page(
      '/can-bo/:officialId/gop',
      { vi: 'Gộp hồ sơ', en: 'Join records' },
      () => import('../joining/ui/JoinPage.tsx'),
      { right: 'roster.write' },
    ),
    page('/can-bo/:officialId', { vi: 'Cán bộ', en: 'Official' }, () => import('../roster/ui/OfficialPage.tsx'), {
      right: 'roster.read',
      places: [officialPanels],
    }),
    page('/quyen', { vi: 'Ai có quyền', en: 'Who has access' }, () => import('./AccessPage.tsx'), {
      right: 'grant.read',
      nav: 'settings',
    }),
    page(
      '/quyen/giay-vao-may',
      { vi: 'Giấy vào máy của rà soát viên', en: 'Slips of enumerators' },
      () => import('../slips/ui/SlipsPage.tsx'),
      { right: 'account.manage', called: 'mã QR, giấy đăng nhập, quên mã PIN, phát máy, sign-in slips' },
    ),
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
  work: [useLeftGrants, useUnplaced, useHeldByTheDead, useHandovers, useMovesDue, useFailedJobs],
  search: [searchOfficials],
  brings: [bring(areaPanels, () => import('../responsible/ui/areaPanel.tsx'))],
}
